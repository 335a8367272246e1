import { routes, type TaskAct, type TaskView } from '@mimamori/contract'
import { type Acting, givenServer } from '@mimamori/testing'
import { beforeEach, describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const sampleDay = '2026-11-20T03:00:00Z'

beforeEach(() => server.clock.set(sampleDay))

const findings = async () => (await owner.ask(routes.findings, { params, query: { state: 'open' } })).findings
const untaken = async () => (await findings()).filter((one) => one.task === undefined)
const view = (task: string): Promise<TaskView> => owner.ask(routes.task, { params: { facility, task } })

async function act(task: string, what: TaskAct, as: Acting = owner) {
  const { version } = (await view(task)).task
  return as.call(routes.actOnTask, { params: { facility, task }, body: { version, what } })
}

async function taken(some: object = {}): Promise<string> {
  return (await owner.ask(routes.makeTask, { params, body: { title: '更新を頼む', ...some } })).task
}

/** The answer of the facility's own sheet to an item, as it stands. */
async function answer(item: string, fields: object, forget: readonly string[] = []): Promise<void> {
  const list = await owner.ask(routes.checklist, { params })
  const held = list.items.find((one) => one.item === item)?.answers[0]
  const change = { kind: 'set', slice: 'answers', id: held?.record.id ?? '', fields, ...(forget.length > 0 && { forget }) } as never // fields of answers
  await owner.ask(routes.change, { params, body: { changes: [{ change, expected: held?.version ?? 0 }] } })
}

describe('a task made from findings', () => {
  test('is shown with them, and each finding with it', async () => {
    const [first, second] = await untaken()
    const ids = [first?.id ?? '', second?.id ?? '']
    const task = await taken({ title: '2つまとめて直す', findings: ids, dueOn: '2026-12-01' })
    expect((await view(task)).findings.map((one) => one.id).toSorted()).toEqual(ids.toSorted())
    expect((await findings()).find((one) => one.id === ids[0])?.task).toEqual({ id: task, title: '2つまとめて直す', state: 'open' })
    expect(await owner.ask(routes.finding, { params, query: { id: ids[1] ?? '' } })).toMatchObject({ task: { id: task } })
    const again = await owner.call(routes.makeTask, { params, body: { title: 'もう一度', findings: [ids[0] ?? ''] } })
    expect(again).toMatchObject({ kind: 'error', error: { code: 'task/taken-already' } })
  })

  test('takes no finding that is not there', async () => {
    const made = await owner.call(routes.makeTask, { params, body: { title: 'ない', findings: ['no/such|one'] } })
    expect(made).toMatchObject({ kind: 'error', status: 404, error: { code: 'task/no-such-finding' } })
  })

  test('leaves the list of today to the one who has it', async () => {
    const [finding] = await untaken()
    const mine = await server.person({ role: 'editor', name: '担当 花代' })
    const facts = await owner.ask(routes.facts, { params })
    const person = facts.people.find(({ record }) => record.name === '担当 花代')?.record.id
    expect(person).toBeUndefined()
    const added = { id: 'person:hanayo', name: '担当 花代' }
    const change = { kind: 'add', slice: 'people', record: added } as never // a record without its branded id
    await owner.ask(routes.change, { params, body: { changes: [{ change }] } })
    const task = await taken({ findings: [finding?.id ?? ''], owner: added.id, dueOn: '2026-11-22' })
    const todayOf = async (acting: Acting) => (await acting.ask(routes.home, { params })).tasks
    expect((await todayOf(mine)).find((one) => one.target.id === task)).toMatchObject({ dueOn: '2026-11-22', overdue: false })
    expect((await todayOf(owner)).some((one) => one.target.id === task)).toBe(false)
    expect((await todayOf(owner)).flatMap((one) => one.findings)).not.toContain(finding?.id)
    server.clock.set('2026-11-24T03:00:00Z')
    expect((await todayOf(mine)).find((one) => one.target.id === task)).toMatchObject({ overdue: true })
    const lists = await mine.ask(routes.tasks, { params, query: { show: 'mine' } })
    expect(lists).toMatchObject({ isKnown: true, tasks: [{ task, isMine: true, overdue: true }] })
  })
})

describe('whose a task is', () => {
  const add = async (id: string, name: string) => {
    const change = { kind: 'add', slice: 'people', record: { id, name } } as never // a record without its branded id
    await owner.ask(routes.change, { params, body: { changes: [{ change }] } })
  }
  const say = (as: Acting, record: string | null) => as.call(routes.sayWhoIAm, { params, body: { record } })
  const mine = async (as: Acting) => {
    const { me, tasks } = await as.ask(routes.tasks, { params, query: { show: 'mine' } })
    return [me, tasks.map(({ task }) => task)]
  }

  test('is told by what the person has said, so that two of one name each see their own', async () => {
    await add('person:taro-ward', '同名 太郎')
    const first = await server.person({ role: 'editor', name: '同名 太郎' })
    const task = await taken({ owner: 'person:taro-ward' })
    expect(await mine(first)).toEqual(['person:taro-ward', [task]])

    const second = await server.person({ role: 'reader', name: '同名　太郎' })
    for (const one of [first, second]) expect(await mine(one)).toEqual([undefined, []])
    await add('person:taro-office', '同名 太郎')
    const other = await taken({ owner: 'person:taro-office' })
    expect(await say(second, 'person:taro-office')).toMatchObject({ kind: 'ok' })
    expect(await mine(second)).toEqual(['person:taro-office', [other]])
    expect(await say(first, 'person:taro-office')).toMatchObject({ kind: 'error', error: { code: 'task/somebody-else' } })
    expect(await say(first, 'person:taro-ward')).toMatchObject({ kind: 'ok' })
    expect(await mine(first)).toEqual(['person:taro-ward', [task]])
    expect((await first.ask(routes.home, { params })).tasks.map(({ target }) => target.id)).toContain(task)
  })

  test('follows a change of name, and is free for another once the account has no rights here', async () => {
    await add('person:hanayo-2', '旧姓 花代')
    const leaving = await server.person({ role: 'editor', name: '新姓 花代' })
    const task = await taken({ owner: 'person:hanayo-2' })
    expect(await mine(leaving)).toEqual([undefined, []])
    await say(leaving, 'person:hanayo-2')
    expect(await mine(leaving)).toEqual(['person:hanayo-2', [task]])
    await owner.ask(routes.removeMember, { params: { person: leaving.who?.person ?? '' } })
    const coming = await server.person({ role: 'editor', name: '後任 一郎' })
    expect(await say(coming, 'person:hanayo-2')).toMatchObject({ kind: 'ok' })
    expect(await mine(coming)).toEqual(['person:hanayo-2', [task]])
    await say(coming, null)
    expect(await mine(coming)).toEqual([undefined, []])
    expect(await say(coming, 'person:nobody')).toMatchObject({ kind: 'error', error: { code: 'task/no-such-person' } })
  })
})

describe('the history of a task', () => {
  test('has a line for owner, day, comment, proof and end, with who did it', async () => {
    const { people } = await owner.ask(routes.facts, { params })
    const task = await taken()
    await act(task, { act: 'give', owner: people[0]?.record.id ?? null })
    await act(task, { act: 'due', dueOn: '2026-12-10' as never }) // a day of the calendar
    await act(task, { act: 'say', text: '業者に電話した', inside: false })
    const proof = await owner.upload(
      routes.addTaskProof,
      { params: { facility, task }, query: {} },
      { name: '作業報告.pdf', bytes: '%PDF-1.7\n' },
    )
    expect(proof.kind).toBe('ok')
    await act(task, { act: 'finish', text: '終わりました' })
    const { notes, line } = await view(task)
    expect(notes.map((note) => [note.kind, note.by, note.text])).toEqual([
      ['owner', '見本 花子', undefined],
      ['owner', '見本 花子', people[0]?.record.name],
      ['due', '見本 花子', '2026-12-10'],
      ['comment', '見本 花子', '業者に電話した'],
      ['proof', '見本 花子', undefined],
      ['done', '見本 花子', '終わりました'],
    ])
    expect(notes[4]?.evidence).toMatchObject({ name: '作業報告.pdf' })
    expect(line).toMatchObject({ state: 'done', doneOn: '2026-11-20' })
    const closed = await owner.ask(routes.tasks, { params, query: { show: 'done' } })
    expect(closed.tasks.map((one) => one.task)).toContain(task)
  })

  test('is written by its own acts alone, never by a change of records', async () => {
    const task = await taken()
    const record = { id: 'note:forged', task, kind: 'comment', on: '2026-11-20', side: 'vendor', text: '済みました' }
    const change = { kind: 'add', slice: 'taskNotes', record } as never // as a program would send it
    const forged = await owner.call(routes.change, { params, body: { changes: [{ change }] } })
    expect(forged).toMatchObject({ kind: 'error', error: { code: 'change/not-allowed' } })
  })

  test('of a task that is closed goes on only when it is opened again', async () => {
    const task = await taken()
    await act(task, { act: 'give-up', text: '機器を替えることにした' })
    expect(await act(task, { act: 'begin' })).toMatchObject({ kind: 'error', error: { code: 'task/not-now' } })
    await act(task, { act: 'reopen' })
    await act(task, { act: 'begin' })
    expect((await view(task)).line.state).toBe('doing')
    expect(await act(task, { act: 'reopen' })).toMatchObject({ kind: 'error', error: { code: 'task/not-now' } })
  })

  test('shows both values where somebody else was quicker', async () => {
    const task = await taken()
    const { version } = (await view(task)).task
    await act(task, { act: 'due', dueOn: '2026-12-10' as never }) // a day of the calendar
    const late = await owner.ask(routes.actOnTask, { params: { facility, task }, body: { version, what: { act: 'due', dueOn: null } } })
    expect(late.conflicts).toMatchObject([{ slice: 'tasks', id: task, by: '見本 花子' }])
    expect((await view(task)).line.dueOn).toBe('2026-12-10')
  })

  test('of one that is not there is told so', async () => {
    expect(await owner.call(routes.task, { params: { facility, task: 'task:none' } })).toMatchObject({
      kind: 'error',
      status: 404,
      error: { code: 'task/not-found' },
    })
  })
})

describe('a done task whose finding returns', async () => {
  const finding = (await untaken()).find((one) => one.rule === 'checklists/unanswered')
  const item = finding?.item ?? ''
  const task = await taken({ title: '空欄を埋める', findings: [finding?.id ?? ''] })

  test('opens again by itself, once for each return, and keeps its history', async () => {
    for (const times of [1, 2]) {
      await answer(item, { answer: 'yes', checkedOn: '2026-11-20' })
      await act(task, { act: 'finish', text: `${times}回目` })
      await answer(item, { note: 'まだ同じ' })
      expect((await view(task)).line.state).toBe('done')
      await answer(item, {}, ['answer', 'checkedOn', 'note'])
      const { notes, line } = await view(task)
      expect(line.state).toBe('open')
      expect(notes.filter((note) => note.kind === 'reopened')).toHaveLength(times)
      expect(notes.filter((note) => note.kind === 'done').map((note) => note.text)).toContain('1回目')
      await owner.ask(routes.home, { params })
      server.clock.moveMinutes(24 * 60)
      await owner.ask(routes.home, { params })
      expect((await view(task)).notes).toHaveLength(notes.length)
    }
  })

  test('is the same in another process and after another day', async () => {
    server.clock.set('2026-12-05T03:00:00Z')
    const elsewhere = await server.another(owner).ask(routes.task, { params: { facility, task } })
    expect(elsewhere.notes).toEqual((await view(task)).notes)
  })
})

test('a change that reopened a task can be undone, although the task has been worked on since', async () => {
  const finding = (await untaken()).find((one) => one.rule === 'checklists/unanswered')
  const item = finding?.item ?? ''
  const task = await taken({ findings: [finding?.id ?? ''] })
  await answer(item, { answer: 'yes', checkedOn: '2026-11-20' })
  await act(task, { act: 'finish' })
  await answer(item, {}, ['answer', 'checkedOn'])
  const { revision } = await owner.ask(routes.home, { params })
  await act(task, { act: 'say', text: '戻ったので見直します', inside: false })
  const undone = await owner.ask(routes.undo, { params, body: { revision } })
  expect(undone.conflicts).toEqual([])
  expect((await view(task)).notes.map((note) => note.kind)).toEqual(['owner', 'done', 'reopened', 'comment'])
})
