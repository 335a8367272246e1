import { routes, type TaskAct } from '@mimamori/contract'
import { givenServer, givenVendor } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const { acting: vendor, relation, vendor: id } = await givenVendor(server, facility)
const other = await givenVendor(server, facility, { vendor: 'v:rei-system' })
const words = { title: '保守用ルーターの更新', says: '次の訪問で更新をお願いします。' }

async function handed(some: object = {}): Promise<string> {
  return (await owner.ask(routes.makeTask, { params, body: { ...words, vendor: id, ...some } })).task
}

async function act(task: string, what: TaskAct): Promise<void> {
  const { version } = (await owner.ask(routes.task, { params: { facility, task } })).task
  await owner.ask(routes.actOnTask, { params: { facility, task }, body: { version, what } })
}

const at = (task: string) => ({ place: relation, task })
const seen = (task: string) => vendor.ask(routes.vendorTask, { params: at(task) })
const listed = async (acting = vendor) => (await acting.ask(routes.vendorTasks)).tasks

describe('a vendor that has come by a link and a number', () => {
  const guestOf = async (vendorId: string) => {
    const { sheets } = await owner.ask(routes.vendors, { params })
    const sheet = sheets.find((line) => line.vendor === vendorId)?.sheet ?? ''
    const { path, code } = await owner.ask(routes.makeAnswerLink, { params: { facility, sheet }, body: { what: 'link' } })
    const end = () => owner.ask(routes.withdrawAnswerLink, { params: { facility, sheet } })
    return { guest: await server.guest({ token: path?.split('#')[1] ?? '', code }), end }
  }
  const atSheet = { place: 'link' as const, sheet: '-' }
  const atLink = (task: string) => ({ place: 'link' as const, task })

  test('sees its own tasks beside the sheet, writes, adds proof and says that one is done', async () => {
    const { guest } = await guestOf(id)
    const task = await handed({ dueOn: '2026-12-10' })
    await act(task, { act: 'say', text: '見積の上限は30万円', inside: true })
    const { tasks } = await guest.ask(routes.sheetToAnswer, { params: atSheet })
    expect(tasks?.find((line) => line.task === task)).toMatchObject({
      title: words.title,
      relation: 'link',
      dueOn: '2026-12-10',
      state: 'open',
    })
    await guest.ask(routes.saveSheetDraft, { params: atSheet, body: { version: 0, answeredBy: { name: '仮里 良子' } } })
    await guest.ask(routes.sayOnTask, { params: atLink(task), body: { kind: 'comment', text: '承知しました' } })
    const proof = await guest.upload(routes.addVendorTaskProof, { params: atLink(task) }, { name: '作業報告書.pdf', bytes: '%PDF-1.7\n' })
    expect(proof.kind).toBe('ok')
    await guest.ask(routes.sayOnTask, { params: atLink(task), body: { kind: 'done' } })
    const view = await guest.ask(routes.vendorTask, { params: atLink(task) })
    expect(view).toMatchObject({ line: { toConfirm: true }, says: words.says })
    expect(JSON.stringify(view)).not.toContain('30万円')
    const { notes } = await owner.ask(routes.task, { params: { facility, task } })
    expect(notes.filter(({ side }) => side === 'vendor')).toMatchObject([
      { kind: 'comment', by: '仮里 良子', text: '承知しました' },
      { kind: 'proof', by: '仮里 良子', evidence: { name: '作業報告書.pdf' } },
      { kind: 'done', by: '仮里 良子' },
    ])
    expect((await owner.ask(routes.tasks, { params, query: {} })).tasks.find((line) => line.task === task)?.toConfirm).toBe(true)
    expect((await seen(task)).line.toConfirm).toBe(true)
  })

  test('sees no task of another vendor, none by the way of an account, and nothing once the link has ended', async () => {
    const { guest, end } = await guestOf('v:rei-system')
    const task = await handed()
    expect((await guest.ask(routes.sheetToAnswer, { params: atSheet })).tasks).toEqual([])
    expect(await guest.status(routes.vendorTask, { params: atLink(task) })).toBe(404)
    expect(await guest.status(routes.sayOnTask, { params: atLink(task), body: { kind: 'done' } })).toBe(404)
    expect(await guest.status(routes.vendorTask, { params: at(task) })).toBe(401)
    expect(await guest.status(routes.vendorTasks)).toBe(401)
    expect(await vendor.status(routes.vendorTask, { params: atLink(task) })).toBe(401)
    await end()
    expect(await guest.status(routes.vendorTask, { params: atLink(task) })).toBe(401)
  })
})

describe('a vendor to whom a task was handed', () => {
  test('sees its words, its day and what is not for the house alone, and writes below it', async () => {
    const task = await handed({ dueOn: '2026-12-10' })
    await act(task, { act: 'say', text: '見積の上限は30万円', inside: true })
    await act(task, { act: 'say', text: '15時以降にお越しください', inside: false })
    await vendor.ask(routes.sayOnTask, { params: at(task), body: { kind: 'comment', text: '承知しました' } })
    const view = await seen(task)
    expect(view).toMatchObject({ line: { title: words.title, dueOn: '2026-12-10', state: 'open', toConfirm: false }, says: words.says })
    expect(view.notes.map((note) => note.text)).toEqual([expect.any(String), '15時以降にお越しください', '承知しました'])
    expect(JSON.stringify(view)).not.toContain('30万円')
    expect((await listed()).map((line) => line.task)).toContain(task)
    expect(await listed(other.acting)).toEqual([])
    expect(await other.acting.status(routes.vendorTask, { params: { place: other.relation, task } })).toBe(404)
  })

  test('adds proof and says that it is done; the facility confirms or sends it back', async () => {
    const task = await handed()
    const proof = await vendor.upload(routes.addVendorTaskProof, { params: at(task) }, { name: '作業報告書.pdf', bytes: '%PDF-1.7\n' })
    expect(proof.kind).toBe('ok')
    await vendor.ask(routes.sayOnTask, { params: at(task), body: { kind: 'done', text: '更新しました' } })
    expect((await seen(task)).notes.find((note) => note.kind === 'proof')?.evidence).toMatchObject({ name: '作業報告書.pdf' })
    const home = async () => (await owner.ask(routes.home, { params })).tasks.find((one) => one.target.id === task)
    expect(await home()).toBeDefined()
    expect((await seen(task)).line).toMatchObject({ state: 'open', toConfirm: true })
    await act(task, { act: 'reopen', text: '版数をお知らせください' })
    expect((await seen(task)).line.toConfirm).toBe(false)
    expect((await seen(task)).notes.at(-1)).toMatchObject({ kind: 'reopened', text: '版数をお知らせください' })
    await vendor.ask(routes.sayOnTask, { params: at(task), body: { kind: 'done', text: '3.2です' } })
    await act(task, { act: 'finish' })
    expect((await seen(task)).line.state).toBe('done')
    const late = await vendor.call(routes.sayOnTask, { params: at(task), body: { kind: 'comment', text: 'もう一言' } })
    expect(late).toMatchObject({ kind: 'error', error: { code: 'task/not-now' } })
  })

  test('is told nothing of what was written before, nor when it was taken back', async () => {
    const { task } = await owner.ask(routes.makeTask, { params, body: words })
    await act(task, { act: 'say', text: '院内の事情', inside: false })
    await act(task, { act: 'hand', vendor: id as never }) // a vendor that is there
    expect((await seen(task)).notes.map((note) => note.kind)).toEqual(['owner'])
    expect(JSON.stringify(await seen(task))).not.toContain('院内の事情')
    await act(task, { act: 'hand', vendor: null })
    expect(await vendor.status(routes.vendorTask, { params: at(task) })).toBe(404)
    expect((await listed()).map((line) => line.task)).not.toContain(task)
    expect(await vendor.status(routes.sayOnTask, { params: at(task), body: { kind: 'comment', text: 'まだ見えますか' } })).toBe(404)
  })
})

test('the findings behind a task change no byte of what the vendor receives', async () => {
  const { findings } = await owner.ask(routes.findings, { params, query: { state: 'open' } })
  const own = findings.find((one) => one.rule === 'checklists/unanswered')
  const plain = await handed()
  const backed = await handed({ findings: [own?.id ?? ''] })
  const strip = async (task: string) =>
    JSON.stringify(await seen(task))
      .replaceAll(task, 'task')
      .replace(/"(number|id)":"[^"]+"/g, '')
  const before = await strip(backed)
  expect(before).toBe(await strip(plain))
  expect(JSON.stringify([await seen(backed), await listed()])).not.toContain('unanswered')
  const list = await owner.ask(routes.checklist, { params })
  const held = list.items.find((one) => one.item === own?.item)?.answers[0]
  const change = { kind: 'set' as const, slice: 'answers' as const, id: held?.record.id ?? '', fields: { note: '別の事情' } }
  await owner.ask(routes.change, { params, body: { changes: [{ change, expected: held?.version ?? 0 }] } })
  await owner.ask(routes.acceptFinding, { params, body: { id: own?.id ?? '', until: '2026-12-20', why: '院内の事情', seen: null } })
  expect(await strip(backed)).toBe(before)
})

test('what a vendor writes stands in the trail of the facility under the name of its person', async () => {
  const task = await handed()
  await vendor.ask(routes.sayOnTask, { params: at(task), body: { kind: 'comment', text: '承知しました' } })
  const { rows } = await server.database.admin.query(
    `select subject, detail from audit where action = 'task/worked-on' order by seq desc limit 1`,
  )
  expect(rows).toMatchObject([{ subject: task, detail: { by: 'vendor', kind: 'comment' } }])
  expect(JSON.stringify(rows)).not.toContain('承知')
})

test('a relation that has ended leads to no task', async () => {
  const task = await handed()
  await owner.ask(routes.withdrawRelation, { params: { facility, relation } })
  expect(await vendor.status(routes.vendorTask, { params: at(task) })).toBe(404)
  expect(await listed()).toEqual([])
})
