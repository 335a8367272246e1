import type { Change } from '@mimamori/domain'
import { describe, expect, test } from 'vitest'
import { setFields, type Wanted } from './changes.ts'
import { disputedIn } from './dispute.ts'
import { type Act, makeSaver, pendingFor, type SendResult, withPending } from './saver.ts'

function set(id: string, fields: object, expected = 1, was: Readonly<Record<string, unknown>> = {}): Wanted {
  return { change: { kind: 'set', slice: 'answers', id, fields }, expected, was }
}

/** A store that answers as it is told, and a clock that stands still. */
function given(answers: readonly (SendResult | ((wanted: readonly Wanted[]) => SendResult))[], kept: readonly Act[] = []) {
  const sent: (readonly Wanted[])[] = []
  const later: (() => void)[] = []
  const keptLast: { pending: readonly Act[] } = { pending: kept }
  const saver = makeSaver({
    send: async (_, wanted) => {
      const answer = answers[sent.length] ?? { kind: 'away' }
      sent.push(wanted)
      return typeof answer === 'function' ? answer(wanted) : answer
    },
    now: () => 1000,
    later: (run) => later.push(run),
    kept,
    keep: (pending) => {
      keptLast.pending = pending
    },
    saved: async () => undefined,
  })
  return { saver, sent, later, keptLast }
}

const saved = (version: number): SendResult => ({ kind: 'saved', revision: version, versions: [{ slice: 'answers', id: 'a:1', version }] })

describe('what a clerk types', () => {
  test('is stored in the order in which it was typed, each against the version that the one before has made', async () => {
    const { saver, sent } = given([saved(2), saved(3)])
    const first = saver.save([set('a:1', { answer: 'yes' })])
    const second = saver.save([set('a:1', { note: 'x' })])
    expect((await first).kind).toBe('saved')
    expect((await second).kind).toBe('saved')
    expect(sent.map(([wanted]) => wanted?.expected)).toEqual([1, 2])
    expect(saver.state().pending).toEqual([])
    expect(saver.state().savedAt).toBe(1000)
  })

  test('is kept while the server is away, shown all the same, and sent when it is back', async () => {
    const { saver, sent, later, keptLast } = given([{ kind: 'away' }, saved(2)])
    const outcome = saver.save([set('a:1', { answer: 'no' })])
    await Promise.resolve()
    await Promise.resolve()
    expect(saver.state().away).toBe(true)
    expect(keptLast.pending).toHaveLength(1)
    expect(pendingFor(saver.state(), 'answers', 'a:1')).toHaveLength(1)
    later[0]?.()
    expect((await outcome).kind).toBe('saved')
    expect(sent).toHaveLength(2)
    expect(keptLast.pending).toEqual([])
    expect(saver.state().away).toBe(false)
  })

  test('survives a reload of the page', async () => {
    const { sent, later } = given([saved(2)], [{ id: 'old', wanted: [set('a:1', { answer: 'yes' })] }])
    later[0]?.()
    await Promise.resolve()
    expect(sent).toHaveLength(1)
  })

  test('waits while the session has ended, and does not knock again and again', async () => {
    const { saver, later } = given([{ kind: 'signed-out' }, saved(2)])
    const outcome = saver.save([set('a:1', { answer: 'yes' })])
    await Promise.resolve()
    await Promise.resolve()
    expect(later).toEqual([])
    expect(saver.state().pending).toHaveLength(1)
    saver.tryAgain()
    expect((await outcome).kind).toBe('saved')
  })
})

describe('two people at one answer', () => {
  const conflict: SendResult = {
    kind: 'conflict',
    conflicts: [{ at: 0, slice: 'answers', id: 'a:1', theirs: { id: 'a:1', answer: 'no' }, version: 5, by: '仮名 三郎' }],
  }

  test('both values stay until somebody chooses, and choosing ours stores it over theirs', async () => {
    const { saver, sent } = given([conflict, saved(6)])
    await saver.save([set('a:1', { answer: 'yes' })])
    const [found] = saver.state().conflicts
    expect(found?.by).toBe('仮名 三郎')
    if (found) saver.settle(found, 'ours')
    await Promise.resolve()
    await Promise.resolve()
    expect(sent[1]?.[0]).toMatchObject({ expected: 5, change: { fields: { answer: 'yes' } } })
    expect(saver.state().conflicts).toEqual([])
  })

  test('of a record that both have added, ours is written over theirs and not added once more', async () => {
    const record = { id: 'tick:del.print', card: 'del', step: 'print', doneOn: '2026-11-20' }
    const add: Wanted = { change: { kind: 'add', slice: 'ticks', record } as unknown as Change }
    const theirs = { ...record, doneOn: '2026-11-18' }
    const both: SendResult = { kind: 'conflict', conflicts: [{ at: 0, slice: 'ticks', id: record.id, theirs, version: 1 }] }
    const { saver, sent } = given([both, saved(2)])
    await saver.save([add])
    const [found] = saver.state().conflicts
    if (found) saver.settle(found, 'ours')
    await Promise.resolve()
    await Promise.resolve()
    expect(sent[1]?.[0]).toMatchObject({ expected: 1, change: { kind: 'set', id: record.id, fields: { doneOn: '2026-11-20' } } })
  })

  test('choosing theirs stores nothing', async () => {
    const { saver, sent } = given([conflict])
    await saver.save([set('a:1', { answer: 'yes' })])
    const [found] = saver.state().conflicts
    expect(found && disputedIn(found)).toEqual([{ field: 'answer', ours: 'yes', theirs: 'no' }])
    if (found) saver.settle(found, 'theirs')
    expect(sent).toHaveLength(1)
    expect(saver.state().conflicts).toEqual([])
  })
})

describe('two people at two fields of one record', () => {
  const theirs = { id: 'a:1', answer: 'yes', note: '棚卸し済み' }
  const conflict: SendResult = { kind: 'conflict', conflicts: [{ at: 0, slice: 'answers', id: 'a:1', theirs, version: 5 }] }

  test('both are stored, and nobody is asked', async () => {
    const { saver, sent } = given([conflict, saved(6)])
    const outcome = await saver.save([set('a:1', { answer: 'no' }, 1, { answer: 'yes' })])
    expect(outcome.kind).toBe('saved')
    expect(sent[1]?.[0]).toMatchObject({ expected: 5, change: { fields: { answer: 'no' } } })
    expect(saver.state().conflicts).toEqual([])
  })

  test('what we have stored ourselves meanwhile is no dispute either', async () => {
    const own = { id: 'a:1', note: '棚', reason: '予定あり' }
    const both: SendResult = { kind: 'conflict', conflicts: [{ at: 0, slice: 'answers', id: 'a:1', theirs: own, version: 3 }] }
    const { saver, sent } = given([saved(2), both, saved(4)])
    await saver.save([set('a:1', { note: '棚' }, 1, {})])
    const outcome = await saver.save([set('a:1', { note: '棚卸し' }, 1, {})])
    expect(outcome.kind).toBe('saved')
    expect(sent[2]?.[0]).toMatchObject({ expected: 3, change: { fields: { note: '棚卸し' } } })
  })

  test('fields that were set as one are shown and chosen as one', async () => {
    const { saver, sent } = given([conflict, saved(6)])
    const outcome = await saver.save([set('a:1', { note: '確認中', reason: '予定あり' }, 1, {}), set('a:2', { answer: 'no' }, 3)])
    expect(outcome.kind).toBe('conflict')
    const [found] = saver.state().conflicts
    expect(found && disputedIn(found)).toEqual([
      { field: 'note', ours: '確認中', theirs: '棚卸し済み' },
      { field: 'reason', ours: '予定あり', theirs: undefined },
    ])
    if (found) saver.settle(found, 'theirs')
    await Promise.resolve()
    await Promise.resolve()
    expect(sent[1]).toMatchObject([{ expected: 3, change: { id: 'a:2', fields: { answer: 'no' } } }])
    expect(sent[1]).toHaveLength(1)
  })

  test('what we wanted empty is in dispute with what they filled, and is emptied where ours is taken', async () => {
    const theirs = { id: 'a:1', pending: 'later' }
    const later: SendResult = { kind: 'conflict', conflicts: [{ at: 0, slice: 'answers', id: 'a:1', theirs, version: 5 }] }
    const { saver, sent } = given([later, saved(6)])
    const wanted = setFields('answers', { version: 1, record: { id: 'a:1' } }, { answer: 'yes', pending: undefined })
    expect((await saver.save([wanted])).kind).toBe('conflict')
    const [found] = saver.state().conflicts
    if (found) saver.settle(found, 'ours')
    await Promise.resolve()
    await Promise.resolve()
    expect(sent[1]?.[0]).toMatchObject({ expected: 5, change: { fields: { answer: 'yes' }, forget: ['pending'] } })
  })
})

test('what was typed on a record that is gone is kept in sight until it is put away', async () => {
  const { saver, sent } = given([{ kind: 'conflict', conflicts: [{ at: 0, slice: 'answers', id: 'a:1', theirs: null, version: 0 }] }])
  await saver.save([set('a:1', { note: '確認中' }, 1, {})])
  const [found] = saver.state().conflicts
  expect(found && disputedIn(found)).toEqual([{ field: 'note', ours: '確認中', theirs: undefined }])
  if (found) saver.settle(found, 'theirs')
  expect(sent).toHaveLength(1)
  expect(saver.state().conflicts).toEqual([])
})

test('a record that was just made is on the screen, and its next change expects the version it was stored with', async () => {
  const add: Wanted = {
    change: { kind: 'add', slice: 'answers', record: { id: 'a:1', sheet: 's:1', item: 'r7:2-05' } } as unknown as Change,
  }
  const { saver, sent } = given([saved(1), saved(2)])
  const first = saver.save([add])
  expect(withPending(saver.state(), 'answers', [])).toMatchObject([{ version: 0, record: { id: 'a:1' } }])
  const second = saver.save([set('a:1', { answer: 'yes' }, 0)])
  await first
  await second
  expect(sent[1]?.[0]?.expected).toBe(1)
})

test('what the server refuses is said, and can be tried again or left', async () => {
  const error = {
    code: 'change/closed-year',
    message: { ja: '閉じています。', en: 'Closed.' },
    action: { ja: '見てください。', en: 'Look.' },
  }
  const { saver } = given([{ kind: 'refused', error }])
  await saver.save([set('a:1', { answer: 'yes' })])
  expect(saver.state().refused?.error.code).toBe('change/closed-year')
  saver.dismiss()
  expect(saver.state().refused).toBeUndefined()
})
