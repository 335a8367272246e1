import { routes } from '@mimamori/contract'
import { date, type PersonId } from '@mimamori/domain'
import { givenServer } from '@mimamori/testing'
import { statementsOf } from '@mimamori/testing/queries'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server

const wholeFacility = 'select slice, id, version, body from record'
const yes = { answer: 'yes', checkedOn: date('2026-11-20') } as const

async function newFacility(): Promise<string> {
  return (await owner.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })).facility
}

async function firstAnswer(facility: string) {
  const answer = (await owner.ask(routes.checklist, { params: { facility } })).items[0]?.answers[0]
  if (!answer) throw new Error('the sheet has no answers')
  return answer
}

function addPerson(facility: string, name: string) {
  const change = { kind: 'add', slice: 'people', record: { id: `p:${name}` as PersonId, name } } as const // an id of this slice
  return owner.ask(routes.change, { params: { facility }, body: { changes: [{ change }] } })
}

/** The next commit of a change is made at once; its answer is held back until `answer` is called. */
function nextCommitAnsweredLate(): { readonly committed: Promise<void>; readonly answer: () => void } {
  const [made, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let isHeld = false
  server.database.pool.on('acquire', (client) => {
    const send = client.query.bind(client) as (...given: unknown[]) => Promise<unknown> // the driver's overloads come to this
    let hasWritten = false
    const listening = async (...given: unknown[]): Promise<unknown> => {
      const answer = await send(...given)
      hasWritten ||= String(given[0]).trimStart().startsWith('insert into record ')
      if (given[0] === 'commit' && hasWritten && !isHeld) {
        isHeld = true
        made.resolve()
        await held.promise
      }
      return answer
    }
    client.query = listening as typeof client.query // it answers as the driver does
  })
  return { committed: made.promise, answer: held.resolve }
}

describe('changes at once', () => {
  test('of twenty at once on different answers all are kept', async () => {
    const facility = await newFacility()
    const view = await owner.ask(routes.checklist, { params: { facility } })
    const results = await Promise.all(
      view.items.map((item) => {
        const answer = item.answers[0]
        const change = { kind: 'set', slice: 'answers', id: answer?.record.id ?? '', fields: yes } as const
        return owner.ask(routes.change, { params: { facility }, body: { changes: [{ change, expected: answer?.version ?? 0 }] } })
      }),
    )
    expect(results.flatMap((result) => result.conflicts)).toEqual([])
    const after = await owner.ask(routes.checklist, { params: { facility } })
    expect(after.items.every((item) => item.answers[0]?.record.answer === 'yes')).toBe(true)
  })

  test('of twenty at once on one answer one is kept, and the others are shown it beside what they wanted', async () => {
    const facility = await newFacility()
    const answer = await firstAnswer(facility)
    const notes = Array.from({ length: 20 }, (_, at) => `メモ ${at}`)
    const results = await Promise.all(
      notes.map((note) => {
        const change = { kind: 'set', slice: 'answers', id: answer.record.id, fields: { note } } as const
        return owner.ask(routes.change, { params: { facility }, body: { changes: [{ change, expected: answer.version }] } })
      }),
    )
    const kept = notes.filter((_, at) => results[at]?.conflicts.length === 0)
    expect(kept).toHaveLength(1)
    expect(results.flatMap(({ conflicts }) => conflicts)).toHaveLength(19)
    for (const { theirs, version } of results.flatMap(({ conflicts }) => conflicts))
      expect([theirs, version]).toEqual([expect.objectContaining({ note: kept[0] }), answer.version + 1])
    expect((await firstAnswer(facility)).record.note).toBe(kept[0])
  })

  test('of twenty at once none makes the whole facility be read anew', async () => {
    const facility = await newFacility()
    await firstAnswer(facility)
    const statements = statementsOf(server.database.pool)
    const sent = await statements.during(() => Promise.all(Array.from({ length: 20 }, (_, at) => addPerson(facility, `at-once-${at}`))))
    expect(sent.filter((statement) => statement.startsWith(wholeFacility))).toEqual([])
  })

  test('where the answer to a commit arrives after that to the next one, the newer stays in memory', async () => {
    const facility = await newFacility()
    await firstAnswer(facility)
    const late = nextCommitAnsweredLate()
    const first = addPerson(facility, 'first')
    await late.committed
    await addPerson(facility, 'second')
    late.answer()
    await first
    const sent = await statementsOf(server.database.pool).during(() => addPerson(facility, 'third'))
    expect(sent.filter((statement) => statement.startsWith(wholeFacility))).toEqual([])
  })
})
