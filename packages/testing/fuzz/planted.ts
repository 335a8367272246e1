import { routes } from '@mimamori/contract'
import { type AnswerId, type Change, type SliceName, textLimits } from '@mimamori/domain'
import type { Acting } from '../server/index.ts'
import { ownerOf, type Tenant, type World } from './world.ts'

const day = '2026-11-19'
/** Texts that a person may not write by a change: they come with an act of their own. */
const notByChange = new Set(['mediaType', 'typedBy', 'approvalBoxes.by', 'approvals.toName', 'approvals.toAddress', 'approvals.toMail'])

/** Every text field of a slice with a canary of its own. */
function texts(word: () => string, slice: keyof typeof textLimits): Record<string, string> {
  const fields = Object.keys(textLimits[slice]).filter((field) => !notByChange.has(field) && !notByChange.has(`${slice}.${field}`))
  return Object.fromEntries(fields.map((field) => [field, field === 'mail' ? `${word()}@vendor.example` : word()]))
}

function add(slice: SliceName, record: object): { change: Change } {
  return { change: { kind: 'add', slice, record } as Change } // a record without its branded ids, which the route checks
}

/** Records of every slice; the second vendor has the same id at every facility. */
function firstRecords(word: () => string) {
  const own = word()
  const vendors = [`v:${own}`, 'v:everywhere', `v:last.${own}`]
  const others = vendors.map((vendor, at) => ({ vendor, system: at === 1 ? 's:everywhere' : `s:${at}.${own}` }))
  const made = [
    add('people', { id: `p:${own}`, ...texts(word, 'people') }),
    add('services', { id: `sv:${own}`, kind: 'outpatient', ...texts(word, 'services') }),
    add('contacts', { id: `c:${own}`, kind: 'police', ...texts(word, 'contacts') }),
    ...others.flatMap(({ vendor, system }, at) => [
      add('vendors', { id: vendor, ...texts(word, 'vendors'), extra: { [word()]: word() } }),
      add('contracts', { id: `k:${at}.${own}`, vendor, ...texts(word, 'contracts') }),
      add('systems', { id: system, vendor, contract: `k:${at}.${own}`, services: [`sv:${own}`], ...texts(word, 'systems') }),
      add('backups', { id: `b:${at}.${own}`, system, way: 'cloud' }),
      add('disclosures', { id: `mds:${at}.${own}`, vendor, system, kind: 'mds', receivedOn: day, ...texts(word, 'disclosures') }),
    ]),
  ]
  return { own, vendors, changes: made }
}

/** What hangs on the sheets: asking, talking, answers. */
function sheetRecords(word: () => string, own: string, sheets: readonly { sheet: string; items: readonly string[] }[]) {
  const approval = `ok:${own}`
  return [
    add('approvals', {
      ...{ id: approval, about: 'other', sheets: sheets.map(({ sheet }) => sheet), draftedOn: day, state: 'waiting' },
      ...texts(word, 'approvals'),
    }),
    add('approvalBoxes', { id: `box:${own}`, approval, place: 1, label: word() }),
    ...sheets.flatMap(({ sheet, items }, at) => [
      add('requests', { id: `rq:${at}.${own}`, sheet, kind: 'request', way: 'post', on: day, ...texts(word, 'requests') }),
      add('discussions', { id: `dis:${at}.${own}`, sheet, item: items[0], openedOn: day }),
      add('messages', {
        id: `dis:${at}.${own}.0001`,
        discussion: `dis:${at}.${own}`,
        side: 'facility',
        on: day,
        ...texts(word, 'messages'),
      }),
    ]),
  ]
}

interface Answers {
  readonly sheet: string
  readonly items: readonly string[]
  readonly rows: readonly { readonly id: AnswerId; readonly version: number }[]
}

async function answersOf(acting: Acting, facility: string, sheet?: string): Promise<Answers> {
  const query = sheet === undefined ? {} : { sheet }
  const view = await acting.ask(routes.checklist, { params: { facility }, query })
  const rows = view.items.flatMap((item) => item.answers.map(({ record, version }) => ({ id: record.id, version })))
  return { sheet: view.sheet.record.id, items: view.items.map(({ item }) => item), rows }
}

/** Fills a facility with records of every slice, evidence, mail, drafts, papers: every text of it is a canary. */
export async function plantFacility(world: World, tenant: Tenant): Promise<void> {
  const acting = ownerOf(tenant)
  const word = () => world.canaries.of(tenant.number)
  const called = word()
  const { facility } = await acting.ask(routes.createFacility, { body: { name: called } })
  // The organisation of a facility carries the name of its first one.
  tenant.names.add(called)
  const params = { facility }
  const change = (changes: readonly { change: Change; expected?: number }[]) =>
    acting.ask(routes.change, { params, body: { changes: [...changes] } })
  const { facility: record } = await acting.ask(routes.facts, { params })
  const { name: _, ...fields } = texts(word, 'facility')
  await change([
    {
      change: { kind: 'set', slice: 'facility', id: record.record.id, fields: { ...fields, beds: 100, kind: 'hospital' } },
      expected: record.version,
    },
  ])
  const { own, vendors, changes } = firstRecords(word)
  await change(changes)
  await acting.ask(routes.makeVendorSheets, { params, body: {} })
  const lines = (await acting.ask(routes.vendors, { params })).sheets.map(({ sheet }) => sheet)
  const forms = await Promise.all([answersOf(acting, facility), ...lines.map((sheet) => answersOf(acting, facility, sheet))])
  await change(sheetRecords(word, own, forms.slice(1)))
  const rows = forms.flatMap((form) => form.rows)
  await change(
    rows.map(({ id, version }) => ({
      change: { kind: 'set', slice: 'answers', id, fields: texts(word, 'answers') },
      expected: version,
    })),
  )
  const { ids } = tenant
  ids.facility.push(facility)
  ids.vendor.push(...vendors)
  ids.sheet.push(...forms.map(({ sheet }) => sheet))
  ids.answer.push(...rows.map(({ id }) => id))
  ids.record.push(...changes.map(({ change: made }) => `${made.slice} ${'record' in made ? made.record.id : ''}`))
  ids.approval.push(`ok:${own}`)
  ids.box.push(`box:${own}`)
  ids.discussion.push(...lines.map((__, at) => `dis:${at}.${own}`))
  ids.task.push(...(await plantTasks(acting, { facility, vendors, word })))
  const { findings } = await acting.ask(routes.findings, { params, query: {} })
  ids.finding.push(...findings.map(({ id }) => id))
  await plantFiles(world, tenant, { facility, answers: forms.map((form) => form.rows[0]?.id ?? ''), sheet: lines[0] ?? '' })
}

/** A task with each vendor, with a word that the vendor reads and one that stays inside. */
async function plantTasks(
  acting: Acting,
  { facility, vendors, word }: { facility: string; vendors: readonly string[]; word: () => string },
): Promise<readonly string[]> {
  const made: string[] = []
  for (const vendor of vendors) {
    const { task } = await acting.ask(routes.makeTask, {
      params: { facility },
      body: { title: word(), says: word(), vendor },
    })
    for (const inside of [false, true]) {
      const { version } = (await acting.ask(routes.task, { params: { facility, task } })).task
      await acting.ask(routes.actOnTask, { params: { facility, task }, body: { version, what: { act: 'say', text: word(), inside } } })
    }
    made.push(task)
  }
  return made
}

async function plantFiles(
  world: World,
  tenant: Tenant,
  at: { facility: string; answers: readonly string[]; sheet: string },
): Promise<void> {
  const acting = ownerOf(tenant)
  const word = () => world.canaries.of(tenant.number)
  const params = { facility: at.facility }
  const { ids } = tenant
  for (const answers of at.answers) {
    const file = { name: `${word()}.txt`, bytes: `証跡 ${word()}\n` }
    const kept = await acting.upload(routes.addEvidence, { params, query: { answers } }, file)
    if (kept.kind === 'error') throw new Error(kept.error.code)
    ids.evidence.push(kept.value.evidence)
    ids.sha256.push(kept.value.sha256)
  }
  const list = { name: `${word()}.csv`, bytes: `会社名,電話\n${word()},${word()}\n` }
  const draft = await acting.upload(routes.preview, { params, query: { as: 'vendor-list' } }, list)
  if (draft.kind === 'ok') ids.draft.push(draft.value.id)
  ids.message.push((await acting.ask(routes.sendTestMail, { params, body: { to: `${word()}@hospital.example` } })).message)
  await acting.download(routes.makePaper, { params: { ...params, kind: 'checklist' }, query: { format: 'html' } })
}
