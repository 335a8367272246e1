import type { Lang, Text } from '@mimamori/domain'
import type { RiskAnswer } from './answer.ts'
import { controlWords } from './why.ts'

type Row = RiskAnswer['risks'][number]
type Cell = Row['facility'][number]

const stateWords: Readonly<Record<Row['state'], Text>> = {
  open: { ja: '開いている', en: 'open' },
  unknown: { ja: '分からない', en: 'unknown' },
  'stand-in': { ja: '代わりの対策で保っている', en: 'held by a stand-in' },
  covered: { ja: '対策がある', en: 'covered' },
  'not-applicable': { ja: '対象外', en: 'not applicable' },
}
const order = ['open', 'stand-in', 'unknown', 'covered', 'not-applicable'] as const
const marks: Readonly<Record<Cell['state'], string>> = { 'in-place': '○', partly: '△', no: '×', 'not-applicable': '－', unknown: '?' }
const narrowest = 44

interface Look {
  readonly lang: Lang
  /** Width of the left column. */
  readonly wide: number
}

/** The answer of `risk` for a person: what is open or held, in two columns; what is not known, by category. */
export function riskInWords(answer: RiskAnswer, lang: Lang): string {
  const ja = lang === 'ja'
  const { facility, asOf, summary, risks, categories } = answer
  const counts = order.map((state) => `${stateWords[state][lang]} ${summary[state]}`)
  const marked = Object.entries(marks).map(([state, mark]) => `${mark} ${controlWords[state as Cell['state']][lang]}`) // keys of our own constant
  const shown = risks.filter(({ state }) => state === 'open' || state === 'stand-in')
  const left = ja ? '施設が行う' : 'Facility does'
  const right = ja ? '事業者が行い、施設が指示する' : 'Vendor does, on instruction'
  const cells = shown.flatMap((row) => row.facility.map(cellInWords))
  const wide = Math.max(narrowest, ...cells.map((cell) => widthOf(cell) + 2))
  return [
    `${facility.name}(${asOf})`,
    (ja ? 'リスク:' : 'Risks: ') + counts.join(ja ? '、' : ', '),
    ...(shown.length > 0 ? ['', `    ${twoColumns(left, right, wide)}`, `    ${marked.join('  ')}`] : []),
    ...categories.flatMap((category) => inCategory(category, shown, answer, { lang, wide })),
    ...unknownInWords(answer, lang),
  ].join('\n')
}

function inCategory(
  { id, name }: RiskAnswer['categories'][number],
  shown: readonly Row[],
  answer: RiskAnswer,
  look: Look,
): readonly string[] {
  const rows = shown.filter(({ category }) => category === id)
  return rows.length === 0 ? [] : ['', `■ ${name}`, ...rows.flatMap((row) => rowInWords(row, answer, look))]
}

function rowInWords(row: Row, answer: RiskAnswer, { lang, wide }: Look): readonly string[] {
  const ja = lang === 'ja'
  const lines = Math.max(row.facility.length, row.vendor.length)
  const nameOf = (id: string) => answer.controls.find((one) => one.id === id)?.name ?? id
  const sets = row.wouldClose.map((set) => set.map(nameOf).join(' + '))
  return [
    ja ? `  ${row.name}(${stateWords[row.state].ja})` : `  ${row.name} (${stateWords[row.state].en})`,
    ...Array.from({ length: lines }, (_, at) =>
      `    ${twoColumns(cellInWords(row.facility[at]), cellInWords(row.vendor[at]), wide)}`.trimEnd(),
    ),
    ...(row.standIns ?? []).map(({ by, condition, limit }) =>
      ja ? `    代わり:「${nameOf(by)}」 ${condition}${limit}` : `    Stand-in: "${nameOf(by)}". ${condition} ${limit}`,
    ),
    ...(row.borne
      ? [ja ? `    取り決めにより ${row.borne.until ?? ''} まで残します。` : `    Borne by agreement until ${row.borne.until ?? ''}.`]
      : []),
    ...(sets.length > 0 ? [`    ${ja ? '閉じるには:' : 'Would close it: '}${sets.join(ja ? '、または ' : ', or ')}`] : []),
  ]
}

function unknownInWords({ risks, questions, summary }: RiskAnswer, lang: Lang): readonly string[] {
  if (summary.unknown === 0) return []
  const ja = lang === 'ja'
  const most = 15
  const asked = questions
    .map(({ id, text }) => ({ text, count: risks.filter(({ deciding = [] }) => deciding.includes(id)).length }))
    .sort((a, b) => b.count - a.count)
  return [
    '',
    ja ? 'これが分かれば決まります(多く決まるものから)' : 'What would decide the unknown ones, those that decide most first',
    ...asked.slice(0, most).map(({ text, count }) => (ja ? `  ${text}(${count}件)` : `  ${text} (${count})`)),
    ...(asked.length > most ? [ja ? `  ほか${asked.length - most}項目` : `  and ${asked.length - most} more`] : []),
  ]
}

function cellInWords(cell: Cell | undefined): string {
  return cell ? `${marks[cell.state]} ${cell.name}${cell.needed ? ' *' : ''}` : ''
}

/** The left column is as wide as its widest cell. */
function twoColumns(left: string, right: string, wide: number): string {
  return `${left}${' '.repeat(Math.max(0, wide - widthOf(left)))}${right}`
}

/** Letters of Japanese take two places on a terminal. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(letter) ? 2 : 1),
    0,
  )
}
