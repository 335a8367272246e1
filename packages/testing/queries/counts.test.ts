import { describe, expect, test } from 'vitest'
import { throwAwayDatabase } from '../database/index.ts'
import { type Measured, problemsOfCounts, readCounts, writeCounts } from './counts.ts'
import { statementsOf } from './statements.ts'

const { admin } = await throwAwayDatabase()
const statements = statementsOf(admin)
await admin.query('create table bed (ward int, number int)')
await admin.query('insert into bed select ward, number from generate_series(1, 20) ward, generate_series(1, 3) number')

/** Two ways to answer one question: the planted one asks again for every ward. */
const planted = {
  async oneByOne(wards: number) {
    const { rows } = await admin.query('select distinct ward from bed where ward <= $1', [wards])
    for (const { ward } of rows) await admin.query('select number from bed where ward = $1', [ward])
  },
  async atOnce(wards: number) {
    await admin.query('select ward, number from bed where ward <= $1', [wards])
  },
}

async function measured(wards: number): Promise<ReadonlyMap<string, Measured>> {
  const found = new Map<string, Measured>()
  for (const [route, answer] of Object.entries(planted)) {
    const heard = await statements.during(() => answer(wards))
    found.set(route, { cold: heard, warm: heard })
  }
  return found
}

const routes = Object.keys(planted)
const small = await measured(2)
const large = await measured(20)
const table = readCounts('# a remark\noneByOne 3 3\natOnce   1 1\n')

describe('the query counts', () => {
  test('name a route that asks once per row, with the statement that it repeats', () => {
    const repeated = '(3 statements, in a larger facility 21; 18 apart: select number from bed where ward = $1)'
    expect(problemsOfCounts(routes, { table, small, large })).toEqual([
      `oneByOne cold: depends on the number of rows ${repeated}`,
      `oneByOne warm: depends on the number of rows ${repeated}`,
    ])
  })

  test('name a count that grew, and one that the table still allows', () => {
    const other = readCounts('oneByOne 2 3\natOnce 1 2\n')
    expect(problemsOfCounts(routes, { table: other, small, large: small })).toEqual([
      'oneByOne cold: 3 statements, 2 allowed',
      'atOnce warm: 1 statements, the table still allows 2',
    ])
  })

  test('name a route that is not in the table, not measured, or no longer in the contract', () => {
    const short = readCounts('atOnce 1 1\ngone 1 1\n')
    expect(problemsOfCounts([...routes, 'new'], { table: short, small, large: small })).toEqual([
      'gone: the contract has no such route',
      'oneByOne: not in the table',
      'new: not measured',
    ])
  })

  test('have nothing to say where all is as the table says, as it is written', () => {
    expect(problemsOfCounts(routes, { table: readCounts(writeCounts(small)), small, large: small })).toEqual([])
  })

  test('do not take a line that is no count', () => {
    expect(() => readCounts('atOnce 1\n')).toThrow('atOnce 1')
  })
})
