import type { SliceName } from '@mimamori/domain'
import { entryFields, extraPrefix, listColumns } from './draft.ts'
import { type AnyField, isRequired } from './field.ts'
import { folderFormat, listFiles, sectionNames, yamlFiles } from './tables.ts'

const example = `my-clinic/
  facility.yaml             the facility, its people, services, systems, vendors, contracts, contacts, backups
  sources.yaml              where facts come from
  history.yaml              merged and retired records
  checklist/facility.csv    the facility's own sheet (.csv or .xlsx)
  checklist/vendor-….csv    one sheet per vendor and system
  checklist/2025/…          sheets of closed years
  assets.csv                devices, cloud services and media (機器台帳)
  software.csv              programs on them
  claims.csv                what each scan and list said of them
  lines.csv, vpns.csv       lines and VPNs
  remote-paths.csv, remote-log.csv   ways in for maintenance, and when they were switched on and off
  fax-flows.csv             regular FAX
  accounts.csv              counts and ids of accounts
  scans/                    raw files of scanners and network devices, read by mimamori inventory (docs/scans.md)
  requests.csv              requests to vendors and their replies (依頼と返事の経過)
  evidence.csv, evidence/   evidence, its files named by their SHA-256
  ticks.csv                 steps of work cards that are done
  register.csv              the life of findings: written by the product, not edited by hand`

const smallest = `facility:
  name: みまもり診療所
  kind: 診療所
  beds: 該当なし
  fiscalYear: 令和8年度
vendors:
  - name: 例システム株式会社
    phone: 00-0000-0011
systems:
  - name: 電子カルテ
    kind: 電子カルテ
    vendor: 例システム株式会社
    contract: なし`

/** docs/folder.md, from the same tables that read and write the folder. */
export function folderDoc(): string {
  return `${[
    '# The facility folder',
    '',
    '<!-- Written by "npm run generate" from the tables of packages/formats/folder: do not edit. -->',
    '',
    'A facility as plain files that open in any editor and in Excel. `mimamori assess FOLDER` reads it with no server; `mimamori import` and `mimamori export` bring it in and out of one, and what comes out reads back as the same.',
    '',
    '```',
    example,
    '```',
    '',
    ...rulesOfReading(),
    '',
    'The smallest useful `facility.yaml`:',
    '',
    '```yaml',
    smallest,
    '```',
    '',
    ...yamlFiles.flatMap(({ file, slices }) => [
      `## ${file}`,
      '',
      ...slices.flatMap((slice) => section(slice, `\`${slice}:\` (${sectionNames[slice] ?? slice})`)),
    ]),
    '## checklist/',
    '',
    "Above the table stand the facts of the sheet, one line each: name, value. A sheet that the product wrote begins with 「見守り 確認用シート」; an office's own table needs only its headings, in any row, and a title such as 「令和7年度版 医療機関確認用」. The official form filled in by hand is read too.",
    '',
    ...section('sheets', 'Facts of the sheet'),
    ...section('answers', 'Columns of the table'),
    ...listFiles.flatMap(({ name, slice }) => [`## ${name}.csv`, '', ...section(slice, `Columns of ${name}.csv`)]),
    '## Columns that every record may have',
    '',
    ...rows(Object.entries(entryFields).map(([key, field]) => ({ key, field }))),
  ].join('\n')}\n`
}

function rulesOfReading(): readonly string[] {
  return [
    `- Layout number ${folderFormat} (\`format:\` in each YAML file). A folder of a newer layout is refused by name and left as it is. \`revision:\` is that of the server it was exported from.`,
    '- CSV in UTF-8, Shift_JIS (CP932, with 髙 﨑 ① ㈱) or UTF-16; lists may be `.xlsx` with titles and merged cells above the headings. YAML keys and section names may be Japanese or English.',
    '- Days as 令和8年11月20日, R8.11.20, R8/11/20, 2026/11/20, 2026-11-20, 20261120 or an Excel date. A two-digit year alone is asked about, never guessed.',
    '- Answers as ○ 〇 レ ✓ 済 有 はい, × 未 無 いいえ, 対象外; - and / are empty.',
    '- An empty cell is *unknown*. Where the table says so, 「なし」 is *none* and 「該当なし」 *not applicable*: these are three different things.',
    '- A record without an id gets one made from a hash of what names it; `mimamori import --write-ids` writes it into the file, and from then on its name may change.',
    '- References are ids or, where just one record has it, a name; (株), ㈱ and 株式会社 are the same.',
    `- Columns that are not in these tables are kept with their records and written back; one whose name would be taken for a known column is written \`${extraPrefix}…\`.`,
    '- A cell of a CSV that begins with = + - @ is written with an apostrophe before it, so that Excel does not run it; the apostrophe is taken away when it is read.',
    '- Never write names, numbers or illnesses of patients.',
  ]
}

function section(slice: SliceName, title: string): readonly string[] {
  const entryKeys = new Set(Object.keys(entryFields))
  return [
    `### ${title}`,
    '',
    ...rows(listColumns(slice).filter(({ key }) => !entryKeys.has(key) && !(slice === 'answers' && key === 'sheet'))),
    '',
  ]
}

function rows(columns: readonly { readonly key: string; readonly field: AnyField }[]): readonly string[] {
  const lines = columns.map(({ key, field }) => {
    const also = field.also.length === 0 ? '' : ` (${field.also.join('、')})`
    return `| \`${key}\`${isRequired(field) ? ' *' : ''} | ${field.ja}${also} | ${holds(field)} | ${field.about.ja}。 ${field.about.en} |`
  })
  return ['| key (* needed) | heading (also) | holds | meaning |', '|---|---|---|---|', ...lines.map((line) => line.replace(/。 /, '<br>'))]
}

function holds(field: AnyField): string {
  const plain = shapeInWords(field)
  return field.isFact ? `${plain}, none (なし), not-applicable (該当なし)` : plain
}

function shapeInWords({ shape }: AnyField): string {
  switch (shape.kind) {
    case 'whole':
      return shape.max < 100_000_000 ? `number ${shape.min}–${shape.max}` : 'number'
    case 'decimal':
      return `number ${shape.min}–${shape.max}, with a point`
    case 'date':
      return 'day'
    case 'year':
      return 'fiscal year'
    case 'word':
    case 'words':
      return `${shape.kind === 'words' ? 'one or more of ' : ''}${Object.entries(shape.words)
        .map(([code, [name]]) => (code === name ? `\`${code}\`` : `${name} \`${code}\``))
        .join(', ')}`
    case 'mark':
      return 'はい `yes`, いいえ `no`, 対象外 `not-applicable`, 施設側の担当 `other-party`'
    case 'item':
      return 'number of the form'
    case 'edition':
      return 'edition (`r7`, 令和7年度版)'
    case 'ref':
      return `one of ${shape.to}`
    case 'refs':
      return `several of ${shape.to}, with 、 between`
    case 'names':
      return 'several, with , between'
    case 'json':
      return 'JSON'
    default:
      return 'text'
  }
}
