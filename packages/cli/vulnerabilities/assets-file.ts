import { loadCatalogue } from '@mimamori/catalog'
import { type AssetId, type Exposure, type InstalledProduct, lineOfProduct, type Text, type TrustClass } from '@mimamori/domain'
import { foldText, problemInWords, readTables, type Table, type TableRow } from '@mimamori/formats'
import { productBook, readCpe, textOf } from '@mimamori/matching'
import type { Call } from '../command.ts'
import { InputError } from '../errors.ts'
import { printProblems } from '../open-folder.ts'
import type { Assets } from './assets-read.ts'
import { roleOf } from './roles.ts'

const columns = ['id', 'name', 'vendor', 'product', 'version', 'cpe', 'zone'] as const
type Column = (typeof columns)[number]
type Row = Readonly<Partial<Record<Column, string>>> & { readonly row: number }
type Printed = Assets['problems'][number]

/** Classes of trust from which, or on which, a device can be come at; in every other class from inside alone. */
const exposureOfClass: Readonly<Partial<Record<TrustClass['id'], Exposure>>> = {
  internet: 'internet',
  dmz: 'internet',
  carrier: 'remote-path',
  partner: 'remote-path',
  maintenance: 'remote-path',
}

/** A list of devices: `id,name,vendor,product,version,cpe,zone`. Several rows of one id are the products of one device. */
export async function readAssetsFile(path: string, call: Call): Promise<Assets> {
  const { reference } = loadCatalogue()
  const { tables, problems: damage } = await readTables(path)
  const [table] = tables
  const { rows, problems } = rowsOf(table, path)
  const book = productBook(reference.knownProducts)
  const installed = rows.map((row, at) => installedOf(row, at, (product) => roleOf(product, book)))
  const zones = new Map<string, Zone>()
  for (const { id = '', zone, row } of rows) {
    const found = zoneOf(zone, reference.trustClasses)
    if (!found) problems.push(badZone({ file: path, row }, zone ?? ''))
    zones.set(id, worseOf(zones.get(id), found ?? nowhere))
  }
  const printed = [...printProblems(damage, call.lang), ...problems.map((one) => one[call.lang])]
  for (const one of damage) call.note({ ja: problemInWords(one, 'ja'), en: problemInWords(one, 'en') })
  for (const { ja, en } of problems) call.note({ ja: told(ja), en: told(en) })
  return {
    installed,
    names: new Map(rows.map(({ id = '', name, product }) => [id, name ?? product ?? id])),
    exposureOf: (asset) => zones.get(asset) ?? nowhere,
    partyOf: () => 'facility',
    foundOn: () => undefined,
    problems: printed,
    isDamaged: false,
  }
}

function told({ file, row, message, action }: Printed): string {
  return `${[file, row].filter((part) => part !== undefined).join(':')}\n${message}\n${action}`
}

function rowsOf(
  table: Table | undefined,
  file: string,
): { readonly rows: readonly Row[]; readonly problems: Record<Call['lang'], Printed>[] } {
  const [heading, ...rest] = table?.rows ?? []
  const at = new Map(
    (heading?.cells ?? []).flatMap((cell, column) => {
      const key = columns.find((one) => one === foldText(cell?.text ?? ''))
      return key ? [[key, column] as const] : []
    }),
  )
  if (!at.has('id') || !(at.has('product') || at.has('cpe'))) throw noColumns(file)
  const read = rest.map((row) => rowOf(row, at)).filter(({ row: _, ...cells }) => Object.keys(cells).length > 0)
  const isWhole = ({ id, product, cpe }: Row) => id !== undefined && (product !== undefined || cpe !== undefined)
  return { rows: read.filter(isWhole), problems: read.filter((row) => !isWhole(row)).map(({ row }) => lacking({ file, row })) }
}

function rowOf({ row, cells }: TableRow, at: ReadonlyMap<Column, number>): Row {
  const filled = [...at].flatMap(([key, column]) => {
    const text = cells[column]?.text.trim() ?? ''
    return text === '' ? [] : [[key, text] as const]
  })
  return { ...Object.fromEntries(filled), row }
}

function installedOf(
  { id = '', vendor, product, version, cpe, row }: Row,
  at: number,
  role: (product: Pick<InstalledProduct, 'name' | 'vendor' | 'version' | 'cpe'>) => InstalledProduct['role'],
): InstalledProduct {
  const said = {
    name: product ?? productIn(cpe),
    ...(vendor !== undefined && { vendor }),
    ...(version !== undefined && { version }),
    ...(cpe !== undefined && { cpe }),
  }
  const own = { role: role(said), ...said }
  const asset = id as AssetId // ids of the caller's own list may have any letters
  return {
    id: `${id}|${at}`,
    asset,
    line: lineOfProduct(own),
    ...own,
    knownBy: 'hand',
    facts: [{ slice: 'assets', id, field: String(row) }],
  }
}

function productIn(cpe = ''): string {
  const read = readCpe(cpe)
  return (read.kind === 'name' ? textOf(read.name.product)?.replaceAll('_', ' ') : undefined) ?? cpe
}

interface Zone {
  readonly exposure: Exposure
  readonly says: Text
}

const nowhere: Zone = {
  exposure: 'unknown',
  says: { ja: '区画が書かれていないので、外から届くものとして扱います。', en: 'No zone is named, so it counts as reachable from outside.' },
}
const unplugged: Zone = {
  exposure: 'none',
  says: { ja: 'どこからも届かないと書かれています。', en: 'The list says that nothing can reach it.' },
}
const order: readonly Exposure[] = ['internet', 'remote-path', 'unknown', 'internal', 'none']

function worseOf(a: Zone | undefined, b: Zone): Zone {
  return a && order.indexOf(a.exposure) <= order.indexOf(b.exposure) ? a : b
}

/** A class of trust by its id or by its name in one of the languages. */
function zoneOf(text: string | undefined, classes: readonly TrustClass[]): Zone | undefined {
  if (text === undefined) return nowhere
  const plain = foldText(text)
  if (plain === 'none' || plain === foldText('なし')) return unplugged
  const found = classes.find(({ id, name }) => [id, name.ja, name.en].some((word) => foldText(word) === plain))
  if (!found) return undefined
  const exposure = exposureOfClass[found.id] ?? 'internal'
  const { ja, en } = found.name
  if (exposure === 'internal')
    return { exposure, says: { ja: `「${ja}」にあり、中からだけ届きます。`, en: `It stands in "${en}" and is reached from inside alone.` } }
  return { exposure, says: { ja: `「${ja}」にあるので、外から届きます。`, en: `It stands in "${en}", so it can be reached from outside.` } }
}

interface Place {
  readonly file: string
  readonly row: number
}

function lacking(place: Place): Record<Call['lang'], Printed> {
  const code = 'assets-file/lacking-row'
  return {
    ja: {
      ...{ code, ...place },
      message: 'id と、product か cpe のどちらかがない行です。',
      action: '書き足してください。この行は照合していません。',
    },
    en: {
      ...{ code, ...place },
      message: 'The row lacks its id, or both product and cpe.',
      action: 'Fill them in. This row was not matched.',
    },
  }
}

function badZone(place: Place, zone: string): Record<Call['lang'], Printed> {
  const code = 'assets-file/unknown-zone'
  return {
    ja: {
      ...{ code, ...place },
      message: `区画「${zone}」は読めません。`,
      action: '信頼の区分(internet、dmz、server など)か none を書いてください。それまでは、外から届くものとして扱います。',
    },
    en: {
      ...{ code, ...place },
      message: `The zone "${zone}" is not known.`,
      action: 'Write a class of trust (internet, dmz, server and so on) or none. Until then it counts as reachable from outside.',
    },
  }
}

function noColumns(file: string): InputError {
  return new InputError({
    code: 'assets-file/no-columns',
    message: {
      ja: '1行目に、id と、product か cpe の見出しがありません。',
      en: 'The first row has no heading id, or neither product nor cpe.',
    },
    action: { ja: `1行目に ${columns.join(',')} と書いてください。`, en: `Write ${columns.join(',')} in the first row.` },
    file,
    row: 1,
  })
}
