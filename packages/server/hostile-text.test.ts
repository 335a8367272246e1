import { type RouteId, type Routes, routes } from '@mimamori/contract'
import { type Change, type SliceName, type TextLimit, textLimits } from '@mimamori/domain'
import { givenServer } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer({ mail: { url: 'smtp://127.0.0.1:1', from: 'soumu@hospital.example' } })
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }

/** As long as the field lets it be: in the shortest field the shortest of them. */
function hostile({ most }: TextLimit): string {
  const texts = ['<img src=x onerror="hurt=1">\'"{{7*7}}&lt;b&gt;', '<img src=x onerror="hurt=1">', '<svg onload=hurt=1>']
  return texts.find((text) => text.length <= most) ?? '<b>'
}

type Stored = { readonly version: number; readonly record: { readonly id: string } }

/** Every text field of these records, where a person may change it. */
function spoil(slice: keyof typeof textLimits, list: readonly Stored[], without: readonly string[] = []) {
  const limits = Object.entries<TextLimit>(textLimits[slice]).filter(([field]) => !without.includes(field))
  const fields = Object.fromEntries(limits.map(([field, limit]) => [field, hostile(limit)]))
  return list.map(({ record, version }) => ({ change: { kind: 'set', slice, id: record.id, fields } as Change, expected: version })) // fields of that slice
}

function add(slice: SliceName, record: object) {
  return { change: { kind: 'add', slice, record } as unknown as Change } // a record without its branded ids
}

function added(slice: keyof typeof textLimits, record: object) {
  const fields = Object.entries<TextLimit>(textLimits[slice]).map(([field, limit]) => [field, hostile(limit)] as const)
  return add(slice, { ...Object.fromEntries(fields), ...record })
}

const facts = await owner.ask(routes.facts, { params })
const asked = await owner.ask(routes.vendors, { params })
const form = await owner.ask(routes.checklist, { params })
const [line] = asked.sheets
const day = '2026-11-20'
await owner.ask(routes.change, {
  params,
  body: {
    changes: [
      ...spoil('facility', [facts.facility]),
      ...spoil('people', facts.people),
      ...spoil('services', facts.services),
      ...spoil('contacts', facts.contacts),
      ...spoil('vendors', facts.vendors),
      ...spoil('systems', facts.systems),
      ...spoil('contracts', facts.contracts),
      ...spoil(
        'answers',
        form.items.flatMap((item) => item.answers),
      ),
      added('requests', { id: 'rq:hostile', sheet: line?.sheet, kind: 'promise', way: 'phone', on: day }),
      added('responses', { id: 'resp:hostile', assets: ['d:gate-reading'], vendor: asked.vendors[0]?.record.id, openedOn: day }),
      added('responseSteps', {
        id: 'resp:hostile.0001',
        response: 'resp:hostile',
        side: 'facility',
        kind: 'said',
        on: day,
        signedBy: undefined,
      }),
      added('responses', { id: 'resp:signed', assets: ['d:gate-reading'], vendor: 'none', openedOn: day }),
      added('responseSteps', { id: 'resp:signed.0001', response: 'resp:signed', side: 'facility', kind: 'done', on: day }),
      add('discussions', { id: 'dis:hostile', sheet: line?.sheet, item: 'r7:2-02', openedOn: day }),
      added('messages', { id: 'dis:hostile.0001', discussion: 'dis:hostile', side: 'facility', on: day }),
    ],
  },
})

const { title, says } = { title: hostile(textLimits.tasks.title), says: hostile(textLimits.tasks.says) }
const { task } = await owner.ask(routes.makeTask, { params, body: { title, says, vendor: line?.vendor } })
await owner.ask(routes.actOnTask, {
  params: { facility, task },
  body: {
    version: (await owner.ask(routes.task, { params: { facility, task } })).task.version,
    what: { act: 'say', text: hostile(textLimits.taskNotes.text), inside: false },
  },
})

const pages = [
  'home',
  'dayEnd',
  'facts',
  'checklist',
  'joined',
  'findings',
  'vendors',
  'openQuestions',
  'papers',
  'discussions',
  'mail',
  'relations',
  'tasks',
  'acceptances',
  'lastChanges',
  'inspection',
] as const satisfies readonly RouteId[]

describe('what looks like a page in every text field', () => {
  test.each(pages)('leaves %s as text to be read as data, and as nothing else', async (id) => {
    const response = await owner.raw(routes[id] satisfies Routes[RouteId], { params })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is told back to the letter', async () => {
    const { facility: kept } = await owner.ask(routes.facts, { params })
    expect(kept.record.name).toBe('<img src=x onerror="hurt=1">\'"{{7*7}}&lt;b&gt;')
  })

  test.each([
    'pack',
    'checklist',
    'inspection',
    'contact-chart',
    'board',
    'vendor-request',
    'update-request',
    'monthly-report',
    'asking-lists',
    'open-questions',
    'handover',
  ])('makes no element of the paper %s', async (kind) => {
    const paper = await owner.download(routes.makePaper, { params: { ...params, kind }, query: { format: 'html' } })
    expect(paper.status).toBe(200)
    const page = paper.bytes.toString()
    expect(page).toContain('hurt=1')
    // NOTE: a picture that we have drawn lies in the page as data and runs nothing.
    expect(page.replaceAll(/<img class="drawing" alt="[^"<>]*" src="data:image\/svg\+xml;base64,[\w+/=]*">/g, '')).not.toMatch(
      /<img|<svg onload|<script/i,
    )
    expect(paper.name).toMatch(/^[\w.-]+\.html$/)
  })
})

describe('a line break', () => {
  const broken = ['証跡\r\nSet-Cookie: mimamori=planted\r\n.pdf', 'a"; filename=b.html\r\n\r\n<script>.pdf']

  test.each(broken)('in the name of a file makes no header of the download (%j)', async (name) => {
    const kept = await owner.upload(routes.addEvidence, { params, query: {} }, { name, bytes: `%PDF-1.7\n%${name.length}\n` })
    if (kept.kind === 'error') throw new Error(kept.error.code)
    const response = await owner.raw(routes.evidenceFile, { params: { ...params, sha256: kept.value.sha256 } })
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w%.!~'()*-]+$/)
  })

  test.each(['a@b.example\r\nBcc: all@c.example', 'a@b.example, c@d.example', '<a@b.example>', 'a@b.example\u0000'])(
    'or a second address in an address makes no mail (%j)',
    async (to) => {
      const refused = await owner.call(routes.sendTestMail, { params, body: { to } })
      expect(refused).toMatchObject({ kind: 'error', status: 400 })
    },
  )

  test('in a name that a letter carries is refused where it is typed', async () => {
    const [vendor] = (await owner.ask(routes.vendors, { params })).vendors
    const fields = { name: '例\r\nBcc: all@c.example' }
    const change = { kind: 'set', slice: 'vendors', id: vendor?.record.id, fields } as never // without branded ids
    expect(await owner.status(routes.change, { params, body: { changes: [{ change, expected: vendor?.version }] } })).toBe(400)
  })
})

test('two vendors of one name keep their own sheets: an answer goes to the one whose number it carries', async () => {
  const { facility: clinic } = await owner.ask(routes.createFacility, { body: { name: '見本第二病院' } })
  const at = { facility: clinic }
  const twins = ['v:one', 'v:two'].flatMap((id, n) => [
    add('vendors', { id, name: '例システム株式会社', phone: `00-1111-000${n}` }),
    add('systems', { id: `s:${n}`, name: `システム${n}`, vendor: id }),
  ])
  await owner.ask(routes.change, { params: at, body: { changes: twins } })
  await owner.ask(routes.makeVendorSheets, { params: at, body: {} })
  const [one, two] = (await owner.ask(routes.vendors, { params: at })).sheets
  expect([one?.vendorName, two?.vendorName]).toEqual(['例システム株式会社', '例システム株式会社'])
  const reply = `見守り 確認用シート,1\r\nID,${two?.sheet}\r\n版,r7\r\n様式,事業者確認用\r\n年度,2026\r\n事業者,例システム株式会社\r\n\r\n番号,回答\r\n2-①,○\r\n`
  const seen = await owner.upload(routes.preview, { params: at, query: { as: 'auto' } }, { name: '回答.csv', bytes: reply })
  if (seen.kind === 'error') throw new Error(seen.error.code)
  await owner.ask(routes.applyImport, { params: { ...at, draft: seen.value.id }, body: {} })
  const after = (await owner.ask(routes.vendors, { params: at })).sheets
  const stateOf = (sheet: string | undefined) => after.find((line) => line.sheet === sheet)?.state
  expect([stateOf(one?.sheet), stateOf(two?.sheet)]).toEqual([one?.state, 'partial'])
})
