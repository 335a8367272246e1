import { loadCatalogue } from '@mimamori/catalog'
import { byId, dateInWords, type Inventory, type Lang, type PrintedDrifts, readDate, type Text } from '@mimamori/domain'
import { placeInWords } from '@mimamori/formats'

export interface InventoryAnswer extends Inventory {
  readonly asOf: string
  readonly facility: { readonly id: string; readonly name: string }
  readonly drift?: PrintedDrifts
  readonly skipped: readonly { readonly file: string; readonly row?: number; readonly why: string; readonly text?: string }[]
  readonly files: readonly {
    readonly file: string
    readonly format: string
    readonly devices: number
    readonly accounts: number
    readonly skipped: number
  }[]
}

type Asset = InventoryAnswer['assets'][number]

/** Lines of one list that a person still reads on a terminal; the rest is counted. */
const mostLines = 30

/** The answer of `inventory` for a person. */
export function inventoryInWords(answer: InventoryAnswer, lang: Lang): string {
  const { assets, conflicts, drift, files } = answer
  const unlisted = assets.filter((asset) => !asset.listed)
  const ja = lang === 'ja'
  const listed = assets.length - unlisted.length
  const records = files.reduce((sum, file) => sum + file.devices, 0)
  return [
    `${answer.facility.name}(${answer.asOf})`,
    ja
      ? `機器${assets.length}台。台帳にあるもの${listed}台、台帳にないもの${unlisted.length}台。読んだファイル${files.length}個、記録${records}件。`
      : `${assets.length} devices: ${listed} in the register, ${unlisted.length} not. ${files.length} files read, ${records} records.`,
    ...list(
      ja ? '台帳にない機器' : 'Not in the register',
      unlisted.map((asset) => lineOfAsset(asset, lang)),
      lang,
    ),
    ...list(
      ja ? 'どの機器か決められない記録(確かめてください)' : 'Records that could be of several devices (please decide)',
      conflicts.map((conflict) => lineOfConflict(conflict, answer, lang)),
      lang,
    ),
    ...(drift ? driftInWords(drift, lang) : []),
    ...skippedInWords(answer, lang),
  ].join('\n')
}

function list(title: string, lines: readonly string[], lang: Lang): readonly string[] {
  if (lines.length === 0) return []
  const rest = lines.length - mostLines
  const more = lang === 'ja' ? `  このほか${rest}件(--json で全部出ます)` : `  ${rest} more (all of them with --json)`
  return [
    '',
    lang === 'ja' ? `${title}:${lines.length}` : `${title}: ${lines.length}`,
    ...lines.slice(0, mostLines).map((line) => `  ${line}`),
    ...(rest > 0 ? [more] : []),
  ]
}

function lineOfAsset({ name, addresses, claims, lastSeenOn }: Asset, lang: Lang): string {
  const where = addresses.flatMap(({ ip, mac }) => [ip, mac].filter((part) => part !== null && part !== name)).slice(0, 4)
  const file = claims.at(-1)?.file
  const day = lastSeenOn === null ? undefined : readDate(lastSeenOn)
  const on = day && dateInWords(day, lang)
  const seen = on && (lang === 'ja' ? `${on}に確認` : `seen ${on}`)
  return [name, ...where, seen, file].filter((part) => part !== undefined).join('  ')
}

function lineOfConflict({ assets, why, claims }: InventoryAnswer['conflicts'][number], answer: InventoryAnswer, lang: Lang): string {
  const names = assets.map((id) => answer.assets.find((asset) => asset.id === id)?.name ?? id)
  const places = claims.slice(0, 3).map((claim) => placeInWords(claim, lang))
  const between = names.length === 0 ? '' : lang === 'ja' ? `候補:${names.join('、')}。` : `Candidates: ${names.join(', ')}. `
  return `${places.join(lang === 'ja' ? '・' : '; ')}  ${between}${why}`
}

const headings: readonly (readonly [keyof PrintedDrifts, Text])[] = [
  ['added', { ja: '新しく見えたもの', en: 'New' }],
  ['gone', { ja: '見えなくなったもの', en: 'Gone' }],
  ['moved', { ja: '移ったもの', en: 'Moved' }],
  ['changed', { ja: '変わったもの', en: 'Changed' }],
]

function driftInWords(drift: PrintedDrifts, lang: Lang): readonly string[] {
  const gap = lang === 'ja' ? '' : ' '
  const lines = headings.flatMap(([part, heading]) =>
    list(
      heading[lang],
      drift[part].map(({ name, text }) => `${name}:${gap}${text}`),
      lang,
    ),
  )
  if (lines.length > 0) return lines
  return ['', lang === 'ja' ? '前回との違いはありません。' : 'Nothing is otherwise than before.']
}

/** How many lines were passed over, by reason; none is left out silently. */
function skippedInWords({ skipped, files }: InventoryAnswer, lang: Lang): readonly string[] {
  const lines = files.reduce((sum, file) => sum + file.skipped, 0)
  const unread = skipped.filter(({ row }) => row === undefined)
  const reasons = Map.groupBy(
    skipped.filter(({ row }) => row !== undefined),
    ({ why }) => why,
  )
  const ja = lang === 'ja'
  return [
    ...list(
      ja ? '読まなかったファイル' : 'Files that were not read',
      unread.map(({ file, why }) => `${file}  ${why}`),
      lang,
    ),
    ...(lines === 0 ? [] : ['', ja ? `読まなかった行:${lines}` : `Lines passed over: ${lines}`]),
    ...[...reasons].map(([why, places]) => `  ${why}${ja ? '' : ' '}${placesInWords(places, lang)}`),
  ]
}

function placesInWords([first, ...others]: InventoryAnswer['skipped'], lang: Lang): string {
  const place = placeInWords({ file: first?.file ?? '', ...(first?.row !== undefined && { row: first.row }) }, lang)
  if (others.length === 0) return place
  return lang === 'ja' ? `${place}など、${others.length + 1}か所` : `${place} and ${others.length} more places`
}

/** Which files are read, and how well each format is known: for the help of the command. */
export function formatsInWords(): Text {
  const { scanFormats, scanBases } = loadCatalogue()
  const lines = (lang: Lang) =>
    scanFormats.map(({ id, name, basis, seen }) => `  ${id}: ${name[lang]} - ${byId(scanBases, basis)?.name[lang]} - ${seen[lang]}`)
  return {
    ja: ['読める形式(ファイルの中身で見分けます):', ...lines('ja')].join('\n'),
    en: ['Formats that are read, told apart by what is in the file:', ...lines('en')].join('\n'),
  }
}
