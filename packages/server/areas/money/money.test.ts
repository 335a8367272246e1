import { routes } from '@mimamori/contract'
import { date, ifFailed, yenInWords } from '@mimamori/domain'
import { damageOf, usualRun } from '@mimamori/money'
import { givenServer, smallHospital } from '@mimamori/testing'
import { beforeEach, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const params = await smallHospital(owner)

beforeEach(async () => {
  const { planChoices, finances } = await owner.ask(routes.damage, { params })
  const slices = { planChoices, finances } as const
  const gone = Object.entries(slices).flatMap(
    ([slice, list]) =>
      list.map(({ record, version }) => ({ change: { kind: 'remove', slice, id: record.id } as never, expected: version })), // slices as the contract names them
  )
  if (gone.length > 0) await owner.ask(routes.change, { params, body: { changes: gone } })
})

/** Records without branded ids. */
function added(slice: string, record: Readonly<Record<string, unknown>>) {
  return { kind: 'add', slice, record } as never
}

const tick = (measure: string) => added('planChoices', { id: `pc:${measure.slice(5)}`, measure, fiscalYear: 2026, choice: 'planned' })

test('the page gets all that damage and plan are reckoned from, with the words for it', async () => {
  const { world, parameters, names, backTests, norm } = await owner.ask(routes.damage, { params })
  expect(world.damageScenarios.length).toBeGreaterThan(8)
  expect(world.lossAssumptions.map(({ id }) => id).sort()).toEqual(parameters.map(({ id }) => id).sort())
  for (const { puts } of world.measuresHere) for (const control of puts) expect(names[control]?.ja).toBeTruthy()
  expect(backTests.map(({ test: one }) => one.case).sort()).toEqual(backTests.map(({ case: one }) => one.id).sort())
  expect(norm.kind).toBeTruthy()
  expect(damageOf(world, { years: 1000, seed: 1, planned: [] }).before.meanYen).toBeGreaterThan(0)
})

test('screen and paper say the same figures, to the last digit', async () => {
  await owner.ask(routes.change, {
    params,
    body: { changes: [{ change: tick('plan:backup-detached') }, { change: tick('plan:two-factor') }] },
  })
  const { world } = await owner.ask(routes.damage, { params })
  const planned = world.measuresHere.flatMap(({ id, choice, state }) => (choice === 'planned' && state === 'offered' ? [id] : []))
  expect(planned).toEqual(['plan:backup-detached', 'plan:two-factor'])
  const { before, after } = damageOf(world, { ...usualRun, planned })
  const { bytes } = await owner.download(routes.makePaper, { params: { ...params, kind: 'plan-board' }, query: { format: 'html' } })
  for (const yen of [before.meanYen, after.meanYen, before.oneIn100Yen, after.oneIn100Yen])
    expect(bytes.toString()).toContain(yenInWords(yen, 'ja'))
})

test('a change that is tried out tells of the damage as it would be, and nothing is stored', async () => {
  const before = await owner.ask(routes.damage, { params })
  const accounts = added('finances', { id: 'fin:tried', fiscalYear: 2025, revenueYen: 9_000_000_000 })
  const tried = await owner.ask(routes.damageTry, { params, body: { changes: [accounts] } })
  const mean = ({ world }: typeof before) => damageOf(world, { years: 1000, seed: 1, planned: [] }).before.meanYen
  expect(mean(tried)).toBeGreaterThan(mean(before))
  expect(await owner.ask(routes.damage, { params })).toEqual(before)
})

test('what is tried out tells the matrix as it is once it is stored', async () => {
  const statesOf = (states: readonly { id: string; state: string }[]) => states.map(({ id, state }) => ({ id, state }))
  const view = await owner.ask(routes.risks, { params })
  const lists = { ...view, asOf: date(view.asOf) }
  const told = view.controlTypes.find(({ id }) => ifFailed(lists, id).length > 0)
  const failed = added('controls', { id: 'cs:tried', control: told?.id, party: told?.owners[0], state: 'no' })
  const tried = await owner.ask(routes.damageTry, { params, body: { changes: [failed] } })
  expect(await owner.ask(routes.risks, { params })).toEqual(view)
  expect(tried.riskStates).not.toEqual(statesOf(view.riskStates))
  await owner.ask(routes.change, { params, body: { changes: [{ change: failed }] } })
  expect(tried.riskStates).toEqual(statesOf((await owner.ask(routes.risks, { params })).riskStates))
})

test('what would be refused when it is stored is refused when it is tried', async () => {
  const negative = added('quotes', { id: 'q:bad', measure: 'plan:edr', minYen: -1, unit: 'year' })
  await expect(owner.ask(routes.damageTry, { params, body: { changes: [negative] } })).rejects.toThrow('request/bad-input')
})

test.each([
  ['quotes', { id: 'q:turned', measure: 'plan:edr', minYen: 500, maxYen: 100, unit: 'year' }],
  ['lossInputs', { id: 'li:turned', parameter: 'param:staff', best: 50, low: 100 }],
  ['lossInputs', { id: 'li:long', parameter: 'param:days-ransom', best: 40_000 }],
  ['policies', { id: 'policy:turned', insurer: '例損害保険株式会社', from: '2026-04-01', until: '2025-04-01' }],
])('a range that cannot be is refused before it is stored: %s %j', async (slice, record) => {
  const answer = await owner.call(routes.change, { params, body: { changes: [{ change: added(slice, record) }] } })
  expect(answer).toMatchObject({ kind: 'error', error: { code: 'change/impossible-range' } })
})

test('the request for budget names the price, the need and what happens without it', async () => {
  await owner.ask(routes.change, { params, body: { changes: [{ change: tick('plan:backup-detached') }] } })
  const { bytes } = await owner.download(routes.makePaper, { params: { ...params, kind: 'budget-request' }, query: { format: 'html' } })
  const html = bytes.toString()
  for (const words of ['やらない場合の影響', '見積3', '令和8年度', '整うもの:']) expect(html).toContain(words)
})
