import { loadCatalogue } from '@mimamori/catalog'
import { type AssetId, byId, date, type Edition, emptySlices, entityId, type FacilityId, pictureOf, type SheetId } from '@mimamori/domain'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readAssetList } from './asset-list/read.ts'
import { readEditionWorkbook } from './checklist-file/edition.ts'
import { readChecklistFile } from './checklist-file/read.ts'
import { readCsvTable } from './csv.ts'
import { writeCsv } from './csv-write.ts'
import { type ErrorCode, errorCodes } from './error-texts.ts'
import { type Problem, problemOfError, UserError } from './errors.ts'
import { feedErrorCases } from './fixtures/feed-errors.ts'
import { type Files, withFolder } from './fixtures/folder.ts'
import { officialForm, r7Facility } from './fixtures/official-form.ts'
import { scanErrorCases } from './fixtures/scan-errors.ts'
import { oleFile, rawWorkbook, workbookOf } from './fixtures/workbooks.ts'
import { readFolder } from './folder/read.ts'
import { writeFolder } from './folder/write.ts'
import { readTables } from './read-tables.ts'
import { readScan } from './scans/open.ts'
import { proposeList } from './vendor-list/propose.ts'
import { readWorkbookTables } from './xlsx/tables.ts'

const { items, editions } = loadCatalogue().reference
const r8 = byId(editions, 'r8') as Edition // the catalogue has it, without items

/** What reading a file told, thrown or returned. */
async function told(read: () => Promise<{ readonly problems: readonly Problem[] }>): Promise<readonly Problem[]> {
  try {
    return (await read()).problems
  } catch (error) {
    if (error instanceof UserError) return [problemOfError(error)]
    throw error
  }
}

function text(content: string, name = '回答.csv') {
  return { name, bytes: Buffer.from(content) }
}

function table(content: string | Uint8Array) {
  return () => readTables(typeof content === 'string' ? text(content) : { name: '台帳.xlsx', bytes: content })
}

function workbook(make: () => Promise<Uint8Array> | Uint8Array, limits: Parameters<typeof readWorkbookTables>[1] = {}) {
  return async () => readWorkbookTables({ name: '台帳.xlsx', bytes: await make() }, limits)
}

function checklist(content: string) {
  return () => readChecklistFile(text(content), { items })
}

async function nothingTold<T>(of: Promise<T>): Promise<{ problems: readonly Problem[] }> {
  await of
  return { problems: [] }
}

const zonesCsv = { 'zones.csv': '区画名,区分\n病棟,診療\n' }
const facility = 'facility:\n  name: みまもり診療所\n'

function folder(files: Files) {
  return () => withFolder({ 'facility.yaml': facility, ...files }, (path) => readFolder(path))
}

function yaml(content: string) {
  return folder({ 'facility.yaml': content })
}

const r7 = '令和7年度版 医療機関確認用\n'
const listHead = '会社名,種類,方法,日付\n'
const sheet = (no: number) => `見守り 確認用シート,${no}\n版,r7\n様式,医療機関確認用\n年度,2026\n\n番号,回答\n1-①,○\n`
const expected = {
  sheet: { id: entityId<SheetId>('sh:1'), edition: 'r6' as Edition['id'], audience: 'facility' as const, fiscalYear: 2026 },
}
const hash = 'a'.repeat(64)

/** A list of devices that was written from here, with a cell of its one row changed. */
async function assetList(changed: { owner?: string; id?: string }): Promise<{ readonly problems: readonly Problem[] }> {
  const asset = { id: entityId<AssetId>('ast:1'), name: '受付PC' }
  const picture = pictureOf({ facility: 'fac:x' as FacilityId, revision: 1, slices: { ...emptySlices(), assets: [asset] } }) // an id of a facility
  const rows = ['管理者,機器名,記録番号(変えないでください)', `${changed.owner ?? ''},受付PC,${changed.id ?? asset.id}`]
  const read = await readAssetList(text(rows.join('\n'), '機器.csv'), {
    picture,
    today: date('2026-11-20'),
    newId: () => entityId<AssetId>('ast:2'),
  })
  return { problems: read?.problems ?? [] }
}

/** For every code a file that triggers it. The type asks for all of them; a test runs them. */
const errorCases: Readonly<Record<ErrorCode, () => Promise<{ readonly problems: readonly Problem[] }>>> = {
  ...scanErrorCases,
  ...feedErrorCases,
  'file/not-found': () => readTables('/nowhere/台帳.xlsx'),
  'file/too-large': () => readTables(text('番号,回答\n1-①,○\n'), { limits: { maxFileBytes: 10 } }),
  'file/empty': () => readTables({ name: '空.csv', bytes: new Uint8Array() }),
  'file/not-a-table': table('<html><table><tr><td>1</td></tr></table></html>'),
  'pdf/no-text': table('%PDF-1.4\n1 0 obj<</Type/XObject/Subtype/Image>>endobj\n%%EOF'),
  'pdf/not-read': table('%PDF-1.4\n1 0 obj<</Type/Font/BaseFont/X>>endobj\n%%EOF'),
  'text/garbled': table(iconv.decode(iconv.encode('番号,設問,回答\n1-①,安全管理責任者を決めている,はい\n', 'utf-8'), 'cp932')),
  'text/old-code': table(Buffer.from('\u001b$B2q<RL>\u001b(B,\u001b$BEEOC\u001b(B\n', 'latin1')),
  'text/damaged': table('番号,設問\n1-①,安全管理\ufffd\ufffd者\n'),
  'text/outside-cp932': () => {
    const written = writeCsv([['番号', '〜']], { encoding: 'cp932', file: '回答.csv' })
    return Promise.resolve({ problems: written.kind === 'outside' ? written.problems : [] })
  },
  'csv/open-quote': () => nothingTold(readCsvTable(text('番号,回答\n1-①,"はい\n'))),
  'csv/long-row': () => nothingTold(readCsvTable(text(`番号,回答\n"${'あ'.repeat(3000)}`), { limits: { maxRowCharacters: 1000 } })),
  'csv/too-many-rows': () => nothingTold(readCsvTable(text('1\n2\n3\n'), { limits: { maxRows: 2 } })),
  'csv/too-many-cells': () => nothingTold(readCsvTable(text('1,2\n3,4\n'), { limits: { maxCells: 3 } })),
  'table/no-header': folder({ 'requests.csv': 'これは表ではない\n1,2\n' }),
  'table/missing-column': folder({ 'requests.csv': '会社名,種類,方法\n例画像株式会社,依頼,郵送\n' }),
  'table/similar-column': checklist(`${r7}番号,回答,確認した日(1回目)\n1-①,○,R8.9.1\n`),
  'table/double-column': checklist(`${r7}番号,回答,確認結果\n1-①,○,×\n`),
  'value/not-a-date': checklist(`${r7}番号,回答,確認日\n1-①,○,R8.13.1\n`),
  'value/ambiguous-date': checklist(`${r7}番号,回答,確認日\n1-①,○,8/11/20\n`),
  'value/date-ahead': () => readChecklistFile(text(`${r7}番号,回答,確認日\n1-①,○,2027-01-01\n`), { items, today: date('2026-11-20') }),
  'value/year-from-form': checklist(`${r7}年度,2026\n番号,回答,確認日\n1-①,○,5/1\n`),
  'value/not-a-number': yaml(`${facility}  beds: 約180\n`),
  'value/not-a-figure': folder({ 'finances.csv': '年度,限界利益率\n令和7年度,約半分\n' }),
  'value/not-a-word': yaml(`${facility}  kind: 病棟\n`),
  'value/unread-mark': checklist(`${r7}番号,回答\n1-①,△\n`),
  'value/broken-json': yaml(`${facility}  fields:\n    beds:\n      row: 三\n`),
  'value/too-long': yaml(`${facility}vendors:\n  - name: ${'例'.repeat(201)}\n`),
  'value/forbidden-letters': checklist(`${r7}番号,回答,備考\n1-①,○,見本\u202eexe\n`),
  'value/incomplete': folder({
    'register.csv':
      'ID,規則,対象,受け持ち,急ぎ度,初めて見た日,最後に見た日,もとの事実,再び見えた回数,見送りの期限\nx|f,x,f,facility,高,R8.9.1,R8.9.1,[],0,R9.3.31\n',
  }),
  'value/missing': yaml(`${facility}vendors:\n  - kana: れい\n`),
  'value/not-an-id': yaml(`${facility}vendors:\n  - id: 例システム\n    name: 例システム株式会社\n`),
  'value/unknown-reference': yaml(`${facility}systems:\n  - name: 電子カルテ\n    vendor: 例システム株式会社\n`),
  'value/not-a-block': folder({ 'zones.csv': '区画名,区分,アドレス\n病棟,診療,"10.18.20.0/24,3階"\n' }),
  'value/not-a-vlan': folder({ 'zones.csv': '区画名,区分,VLAN\n病棟,診療,5000\n' }),
  'value/link-ends': folder({ ...zonesCsv, 'links.csv': '一方の区画,つながり方,通信の制限\n病棟,中継,なし\n' }),
  'value/link-to-itself': folder({ ...zonesCsv, 'links.csv': '一方の区画,他方の区画,つながり方,通信の制限\n病棟,病棟,中継,なし\n' }),
  'value/place-ends': folder({ 'map-places.csv': 'ID,横,縦\nmp:1,1,2\n' }),
  'excel/password': workbook(() => oleFile('EncryptionInfo', 'EncryptedPackage')),
  'excel/old-format': workbook(() => oleFile('Workbook')),
  'excel/binary-format': workbook(() => rawWorkbook({ main: 'xl/workbook.bin' })),
  'excel/macros': workbook(() => rawWorkbook({ parts: { 'xl/vbaProject.bin': 'x' } })),
  'excel/not-excel': workbook(() => rawWorkbook({ main: 'word/document.xml' })),
  'excel/truncated': workbook(async () => (await rawWorkbook({})).subarray(0, 900)),
  'excel/damaged': workbook(() => rawWorkbook({ rows: '<row><c><v>1</c></row>' })),
  'excel/forbidden-xml': workbook(() =>
    rawWorkbook({ before: '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]>', rows: '<row><c t="str"><v>&a;</v></c></row>' }),
  ),
  'excel/too-large-inside': workbook(() => rawWorkbook({ parts: { 'xl/extra.xml': 'あ'.repeat(100_000) } }), {
    limits: { maxUnpackedBytes: 100_000 },
  }),
  'excel/too-compressed': workbook(() => rawWorkbook({ rows: ' '.repeat(2_000_000) }), { limits: { ratioFromBytes: 100_000 } }),
  'excel/too-many-sheets': workbook(() => workbookOf([[1]], (_, book) => void book.addWorksheet('2階')), { limits: { maxSheets: 1 } }),
  'excel/too-many-rows': workbook(() => workbookOf([[1], [2], [3]]), { limits: { maxRows: 2 } }),
  'excel/too-many-cells': workbook(
    () =>
      workbookOf([
        [1, 2],
        [3, 4],
      ]),
    { limits: { maxCells: 3 } },
  ),
  'excel/too-slow': workbook(() => workbookOf([[1]]), { limits: { maxSeconds: 0 } }),
  'excel/no-cached-value': workbook(() => rawWorkbook({ rows: '<row><c r="A1"><f>B1+1</f></c></row>' })),
  'excel/error-value': workbook(() => rawWorkbook({ rows: '<row><c r="A1" t="e"><v>#REF!</v></c></row>' })),
  'excel/hidden-sheet': workbook(() => workbookOf([[1]], (_, book) => void Object.assign(book.addWorksheet('控え'), { state: 'hidden' }))),
  'folder/not-a-folder': () => readFolder(import.meta.filename),
  'folder/not-found': () => readFolder('/nowhere/施設'),
  'folder/no-facility-file': () => withFolder({ 'requests.csv': listHead }, (path) => readFolder(path)),
  'folder/newer-version': yaml(`format: 99\n${facility}`),
  'folder/broken-yaml': yaml('facility:\n  name: [みまもり\n'),
  'folder/yaml-link': yaml('facility: &x\n  name: みまもり\nvendors: *x\n'),
  'folder/not-a-list': yaml(`${facility}vendors: 例システム株式会社\n`),
  'folder/unknown-section': yaml(`${facility}vendor:\n  - name: 例システム株式会社\n`),
  'folder/no-name': yaml('facility:\n  kind: 診療所\n'),
  'folder/same-id': yaml(`${facility}vendors:\n  - {id: v:1, name: 例システム}\n  - {id: v:1, name: 例画像}\n`),
  'folder/same-record': yaml(`${facility}vendors:\n  - name: 例システム\n  - name: 例ｼｽﾃﾑ\n`),
  'folder/merged-id': folder({
    'facility.yaml': `${facility}vendors:\n  - {id: v:1, name: 例システム}\n  - {id: v:2, name: 例画像}\n`,
    'history.yaml': "aliases:\n  - {id: v:2, to: v:1, slice: vendors, was: '{}'}\n",
  }),
  'folder/maybe-same-vendor': yaml(`${facility}vendors:\n  - name: ㈱例システム\n  - name: 例システム株式会社\n`),
  'folder/two-files': folder({ 'checklist/facility.csv': sheet(1), 'checklist/facility.xlsx': 'x' }),
  'folder/not-empty': () =>
    withFolder({ 'facility.yaml': facility }, (path) =>
      writeFolder(pictureOf({ facility: entityId<FacilityId>('f:1'), revision: 0, slices: emptySlices() }), path),
    ),
  'evidence/missing': folder({ 'evidence.csv': `根拠資料,SHA-256\n台帳,${hash}\n` }),
  'evidence/changed': folder({ 'evidence.csv': `根拠資料,SHA-256\n台帳,${hash}\n`, [`evidence/${hash}`]: 'x' }),
  'checklist/two-answers': checklist(`${r7}番号,回答\n1-①,○\n1-①,×\n`),
  'checklist/second-answer': folder({ 'checklist/facility.csv': `${r7}番号,回答,確認日\n1-①,○,2026/5/1\n1-①,○,2026/6/1\n` }),
  'checklist/both-marked': checklist(`${r7}番号,回答\n1-①,○はい・○いいえ\n`),
  'checklist/drawn-mark': async () => readChecklistFile({ name: '様式.xlsx', bytes: await drawnForm() }, { items }),
  'checklist/unknown-edition': checklist('令和8年度版 医療機関・薬局確認用\n番号,回答\n1-①,○\n'),
  'checklist/no-edition': checklist('番号,回答\n1-①,○\n'),
  'checklist/other-edition': () => readChecklistFile(text(`${r7}番号,回答\n1-①,○\n`), { items, expect: expected }),
  'checklist/other-sheet': () =>
    readChecklistFile(text(sheet(1).replace('\n\n', '\nID,sh:2\n\n')), {
      items,
      expect: { sheet: { ...expected.sheet, edition: 'r7' as Edition['id'] } },
    }), // an id of an edition
  'checklist/newer-form': checklist(sheet(9)),
  'checklist/unknown-item': checklist(`${r7}番号,回答\n9-①,○\n`),
  'checklist/not-on-form': checklist('令和7年度版 事業者確認用\n番号,回答\n3-①,○\n'),
  'checklist/missing-items': checklist(`${r7}番号,回答\n1-①,○\n`),
  'checklist/html-kept': checklist(`${r7}番号,回答,備考\n1-①,○,<script>alert(1)</script>\n`),
  'checklist/nothing-found': checklist('日付,天気\n11/20,晴れ\n'),
  'edition/unknown-layout': async () =>
    readEditionWorkbook(
      { name: '様式.xlsx', bytes: await workbookOf([['令和8年度版'], ['確認すること', '結果']]) },
      { edition: r8, previous: items },
    ),
  'edition/no-year': async () =>
    readEditionWorkbook({ name: '様式.xlsx', bytes: await officialForm({ year: '最新' }) }, { edition: r8, previous: items }),
  'edition/other-year': async () =>
    readEditionWorkbook({ name: '様式.xlsx', bytes: await officialForm() }, { edition: r8, previous: items }),
  'edition/same-number': async () =>
    readEditionWorkbook({ name: '様式.xlsx', bytes: await editionWith('②', '①') }, { edition: r8, previous: items }),
  'edition/gap': async () =>
    readEditionWorkbook({ name: '様式.xlsx', bytes: await editionWith('②', '⑭') }, { edition: r8, previous: items }),
  'file/blank': () => readScan(text(' \n\n')),
  'list/no-name-column': () => proposeList(text('日付,天気\n11/20,晴れ\n')),
  'list/unknown-name': () => assetList({ owner: 'だれか' }),
  'list/unknown-row': () => assetList({ id: 'ast:none' }),
  'list/asset-register': () => proposeList(text('管理番号,機器名,設置場所,IPアドレス\n1,端末1,受付,192.0.2.1\n')),
  'list/unsure-column': () => proposeList(text('会社名,連絡用電話\n例画像株式会社,00-0000-0021\n')),
}

/** 令和8年度 with one number of section 2 changed. */
function editionWith(from: string, to: string): Promise<Uint8Array> {
  const rows = r7Facility.map((row, at) => (row.kind === 'item' && row.number === from && at < 10 ? { ...row, number: to } : row))
  return officialForm({ year: '令和8年度', rows })
}

/** The official form with a circle drawn over an answer, as Excel stores one. */
async function drawnForm(): Promise<Uint8Array> {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing'
  const cells = (row: number, ...texts: readonly string[]) =>
    `<row r="${row}">${texts.map((one, at) => (one === '' ? '' : `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${one}</t></is></c>`)).join('')}</row>`
  return rawWorkbook({
    rows: [
      cells(1, '令和7年度版 医療機関確認用'),
      cells(2, 'チェック項目', '', '1回目', '目標日', '2回目'),
      cells(3, '1 体制構築'),
      cells(4, '①', '安全管理責任者を設置している。', 'はい・いいえ', '(  /  )', 'はい・いいえ'),
    ].join(''),
    after: '<drawing r:id="rId1"/>',
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="${relation}" Target="../drawings/drawing1.xml"/></Relationships>`,
      'xl/drawings/drawing1.xml':
        '<?xml version="1.0"?><xdr:wsDr xmlns:xdr="x"><xdr:twoCellAnchor><xdr:sp/></xdr:twoCellAnchor></xdr:wsDr>',
    },
  })
}

describe('every error', () => {
  test.each(errorCodes)('%s is told of a file that has it', async (code) => {
    const found = (await told(errorCases[code])).filter((one) => one.code === code)
    expect(found.length).toBeGreaterThan(0)
    const sentences = found.flatMap(({ message, action }) => [message.ja, message.en, action.ja, action.en])
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|\[object/)
  })
})
