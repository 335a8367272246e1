import { loadCatalogue } from '@mimamori/catalog'
import { type Change, type EvidenceId, entityId, type Picture } from '@mimamori/domain'
import { afterAll, expect, test } from 'vitest'
import { packZip } from '../archive/pack-zip.ts'
import { readZip } from '../archive/zip-read.ts'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { readPdf } from '../fixture/read-pdf.ts'
import { sha256 } from '../paper/check-number.ts'
import { closeCompiler, renderExcel, renderHtml, renderPdf } from '../render/index.ts'
import { packPaper } from './model.ts'

afterAll(closeCompiler)

const catalogue = loadCatalogue()

/** What must not leave the house, each in a form that would be found again. */
const secrets = {
  address: '192.168.77.31',
  hardware: '00:1a:2b:3c:4d:5e',
  host: 'chart77.secret.local',
  serial: 'FGT60FTK20077777',
  version: '7.0.77',
  weakness: 'CVE-2077-27997',
  note: '自由記述のひみつ',
  privatePhone: '090-7777-1234',
  nightPhone: '080-7777-5678',
  person: '見本 花子',
  mail: 'soumu77@hospital.example',
  place: 'ひみつの金庫',
  request: '内緒の伝言',
  account: '口座ひみつ',
} as const

const telling = `${secrets.address} ${secrets.hardware} ${secrets.host} ${secrets.serial} Ver${secrets.version} ${secrets.weakness} ${secrets.privatePhone}`
const evidenceBytes = Buffer.from(`evidence with ${secrets.note}`)

/** The hospital with every secret in every field that a person types into, and in one that no list names. */
function planted(): Picture {
  const picture = hospital(catalogue.reference.items)
  const extra = { extra: { 備考: `${secrets.note} ${secrets.address}` } }
  const changes: readonly Change[] = [
    ...picture.slices.answers.map(
      (answer): Change => ({
        kind: 'set',
        slice: 'answers',
        id: answer.id,
        fields: {
          note: `${secrets.note} ${telling}`,
          ...(answer.answer === 'not-applicable' && { reason: `使っていません ${telling}` }),
          ...extra,
        },
      }),
    ),
    ...picture.slices.people.map(
      (person): Change => ({
        kind: 'set',
        slice: 'people',
        id: person.id,
        fields: { privatePhone: secrets.privatePhone, mail: secrets.mail, phone: secrets.nightPhone, extension: '7777', ...extra },
      }),
    ),
    ...picture.slices.vendors.map(
      (vendor): Change => ({
        kind: 'set',
        slice: 'vendors',
        id: vendor.id,
        fields: {
          nightPhone: secrets.nightPhone,
          secondContactName: secrets.person,
          secondContactPhone: secrets.privatePhone,
          mail: secrets.mail,
          address: secrets.account,
          ...extra,
        },
      }),
    ),
    ...picture.slices.systems.map(
      (system): Change => ({ kind: 'set', slice: 'systems', id: system.id, fields: { name: `${system.name} ${telling}`, ...extra } }),
    ),
    ...picture.slices.requests.map(
      (request): Change => ({
        kind: 'set',
        slice: 'requests',
        id: request.id,
        fields: { note: secrets.request, person: secrets.person, ...extra },
      }),
    ),
    ...picture.slices.contacts.map(
      (contact): Change => ({ kind: 'set', slice: 'contacts', id: contact.id, fields: { nightPhone: secrets.nightPhone, ...extra } }),
    ),
    ...picture.slices.evidence.map(
      (evidence): Change => ({
        kind: 'set',
        slice: 'evidence',
        id: evidence.id,
        fields: { name: `構成図 ${telling}`, place: secrets.place, ...extra },
      }),
    ),
    ...picture.slices.sheets.map(
      (sheet): Change => ({
        kind: 'set',
        slice: 'sheets',
        id: sheet.id,
        fields: { ...(sheet.typedBy !== undefined && { typedBy: secrets.account }), ...extra },
      }),
    ),
    { kind: 'set', slice: 'facility', id: picture.facility, fields: { address: secrets.account, ...extra } },
    {
      kind: 'add',
      slice: 'contracts',
      record: { id: entityId('c:1'), vendor: entityId('v:1'), title: secrets.note, updateClause: telling },
    },
    { kind: 'set', slice: 'systems', id: 's:1', fields: { contract: entityId('c:1') } },
    {
      kind: 'add',
      slice: 'evidence',
      record: {
        id: entityId<EvidenceId>('e:9'),
        name: `台帳 ${secrets.serial}`,
        sha256: sha256(evidenceBytes),
        bytes: evidenceBytes.length,
        place: secrets.place,
      },
    },
  ]
  return applied(picture, changes)
}

function input(copy: 'on-site' | 'hand-over') {
  return inputOf(catalogue, planted(), { copy, madeBy: '総務課' })
}

/** Open findings in the words that the full copy uses. */
const findingWords = ['保守契約を確かめましょう']

function leaks(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  return [...Object.values(secrets), ...findingWords].filter((secret) => plain.includes(secret.normalize('NFKC').replace(/\s+/g, '')))
}

/** Every byte as text, in the encodings that a PDF or a workbook may hide it in. */
function asText(bytes: Uint8Array): string {
  const decode = (encoding: string, from: number) => new TextDecoder(encoding).decode(bytes.subarray(from))
  return [decode('utf-8', 0), ...[0, 1].flatMap((from) => [decode('utf-16le', from), decode('utf-16be', from)])].join('\n')
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const read = await readPdf(bytes)
  return [read.title, ...read.pages.map((page) => page.text), asText(bytes)].join('\n')
}

test('nothing that was planted is in the model, the HTML or the workbook of a hand-over copy', async () => {
  const paper = packPaper(input('hand-over'))
  expect(leaks(JSON.stringify(paper))).toEqual([])
  expect(leaks(renderHtml(paper))).toEqual([])
  const parts = await readZip(await renderExcel(paper))
  expect(parts.files.length).toBeGreaterThan(5)
  expect(parts.files.flatMap((file) => leaks(asText(file.bytes)))).toEqual([])
})

test('nothing that was planted is in the text or the bytes of the PDF of a hand-over copy', async () => {
  const pdf = await renderPdf(packPaper(input('hand-over')))
  if (pdf.kind !== 'made') throw new Error(pdf.message)
  expect(leaks(await textOfPdf(pdf.bytes))).toEqual([])
})

test('nothing that was planted is in any file of the ZIP of a hand-over copy, and no evidence', async () => {
  const zip = await packZip(input('hand-over'), { evidence: new Map([[sha256(evidenceBytes), evidenceBytes]]) })
  const { files } = await readZip(zip.bytes)
  expect(files.map((file) => file.path).filter((path) => path.startsWith('evidence/'))).toEqual([])
  const found = await Promise.all(files.map(async (file) => [file.path, leaks((await textsOf(file)).join('\n'))] as const))
  expect(found.filter(([, leaked]) => leaked.length > 0)).toEqual([])
})

async function textsOf(file: { readonly path: string; readonly bytes: Uint8Array }): Promise<readonly string[]> {
  if (file.path.endsWith('.pdf')) return [await textOfPdf(file.bytes)]
  if (!file.path.endsWith('.xlsx')) return [asText(file.bytes)]
  return (await readZip(file.bytes)).files.map((part) => asText(part.bytes))
}

test('the search finds what it looks for: the full copy has the notes, the numbers and the findings', async () => {
  const pdf = await renderPdf(packPaper(input('on-site')))
  if (pdf.kind !== 'made') throw new Error(pdf.message)
  expect(leaks(await textOfPdf(pdf.bytes))).toEqual(
    expect.arrayContaining([
      secrets.note,
      secrets.privatePhone,
      secrets.nightPhone,
      secrets.place,
      secrets.request,
      secrets.serial,
      secrets.address,
    ]),
  )
  expect(leaks(JSON.stringify(packPaper(input('on-site'))))).toContain(findingWords[0])
})

test('what is hidden changes nothing of what is handed over, but the marks that everything was frozen by', () => {
  const without = (copy: Picture) => {
    const { frozen: _, ...paper } = packPaper(
      inputOf(catalogue, copy, { copy: 'hand-over', madeBy: '総務課', auditHead: undefined as never }),
    )
    return JSON.stringify(paper).replace(/[0-9a-f]{8}( [0-9a-f]{8}){7}/g, '')
  }
  const before = planted()
  const after = applied(before, [
    ...before.slices.answers.map((answer): Change => ({ kind: 'set', slice: 'answers', id: answer.id, fields: { note: 'ほかのメモ' } })),
    ...before.slices.people.map(
      (person): Change => ({ kind: 'set', slice: 'people', id: person.id, fields: { privatePhone: '090-0000-0000' } }),
    ),
  ])
  expect(without(after)).toBe(without(before))
})
