import { groupedYen as grouped, type Lang } from '@mimamori/domain'
import { allHeads, type LossHead } from '@mimamori/money'
import type { BudgetNormAnswer, LossAnswer, PlanFileAnswer, QuotesAnswer, SupportAnswer } from './answers.ts'

/** `1234567` as `1,234,567円`. */
export function yenInWords(yen: number, lang: Lang): string {
  return lang === 'ja' ? `${grouped(yen)}円` : `${grouped(yen)} yen`
}

function percentInWords(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)}%`
}

/** Thousand yen with a sign, as the paper's tables print them. */
function column(thousandYen: number | null, width = 10): string {
  return (thousandYen === null ? '-' : grouped(thousandYen)).padStart(width)
}

export function normInWords(answer: BudgetNormAnswer, lang: Lang): string {
  const ja = lang === 'ja'
  const heads = ja
    ? '病床  15%の必要額 30%の必要額 推計平均 15%との差 30%との差 15%の公助 30%の公助 15%に届かない'
    : 'beds  need 15 %, need 30 %, estimated mean, gap 15 %, gap 30 %, aid 15 %, aid 30 %, below 15 %'
  return [
    ja
      ? `提言1の予算の目安(${answer.profile === 'final' ? '最終報告' : '中間報告'}、千円)`
      : `Budget norm (${answer.profile} report, thousand yen)`,
    heads,
    ...answer.rows.map((row) =>
      [
        row.beds.padEnd(9),
        ...[row.need15, row.need30, row.estimatedMean, row.gap15, row.gap30, row.aid15, row.aid30].map((each) => column(each)),
        row.shareBelowNeed15 === null ? '-' : percentInWords(row.shareBelowNeed15),
      ].join(' '),
    ),
    ja ? '差のマイナスは不足です。' : 'A gap below 0 is a shortage.',
    ...facilityInWords(answer.facility, lang),
    '',
    ja ? `論文の表記で気をつけるところ(${answer.slips.length}件)` : `Where the paper slips (${answer.slips.length})`,
    ...answer.slips.map(({ page, where, printed, recomputed }) => `  p.${page} ${where}: ${printed} → ${recomputed}`),
  ].join('\n')
}

function facilityInWords(facility: BudgetNormAnswer['facility'], lang: Lang): readonly string[] {
  if (!facility) return []
  const ja = lang === 'ja'
  if (!facility.minimum || !facility.sufficient) {
    return [
      ja
        ? `${facility.beds ?? 0}床は、論文の区分より小さい規模です。--revenue で収益から計算できます。`
        : `${facility.beds ?? 0} beds are below the paper's classes; --revenue reckons from revenue.`,
    ]
  }
  const short = ({ needYen, shortfallYen }: NonNullable<typeof facility.minimum>) => {
    const need = yenInWords(needYen, lang)
    if (shortfallYen === null) return need
    return ja ? `${need}(不足 ${yenInWords(shortfallYen, lang)})` : `${need} (short by ${yenInWords(shortfallYen, lang)})`
  }
  return ja
    ? ['', `この施設の1年の目安:必要最低水準 ${short(facility.minimum)}、十分水準 ${short(facility.sufficient)}`]
    : ['', `This facility in a year: minimum ${short(facility.minimum)}, sufficient ${short(facility.sufficient)}`]
}

type Price = QuotesAnswer['sources'][number]['perYear']

function priceInWords({ min, max, openUpper }: Price, lang: Lang): string {
  const range = min === max ? grouped(min) : `${grouped(min)}${lang === 'ja' ? '〜' : ' to '}${grouped(max)}`
  if (lang === 'ja') return `${range}円${openUpper ? '(上限は決まっていません)' : ''}`
  return `${range} yen${openUpper ? ' (no upper end)' : ''}`
}

/** What is paid for each visit counts once a year. */
function isVisit({ unit }: QuotesAnswer['sources'][number]['lines'][number]): boolean {
  return unit === 'visit'
}

export function quotesInWords({ sources, protections, support = [] }: QuotesAnswer, lang: Lang): string {
  const ja = lang === 'ja'
  const names = new Map(protections.map(({ id, name }) => [id, name]))
  const lines = sources.flatMap(({ name, lines: items, perYear, recurring, threeYears, printed, holes, unpriced, note }) => [
    name,
    ja
      ? `  初年 ${priceInWords(perYear, lang)}、うち毎年 ${priceInWords(recurring, lang)}`
      : `  first year ${priceInWords(perYear, lang)}, of it each year ${priceInWords(recurring, lang)}`,
    ja
      ? `  3年で ${priceInWords(threeYears, lang)}${items.some(isVisit) ? '(訪問は毎年1回として)' : ''}、論文の表記は ${printed.text}`
      : `  three years ${priceInWords(threeYears, lang)}${items.some(isVisit) ? ' (one visit in each year)' : ''}; printed ${printed.text}`,
    ja
      ? `  8つの対策のうち、ないもの:${holes.map((id) => names.get(id) ?? id).join('、') || 'なし'}`
      : `  of the eight protections it lacks: ${holes.map((id) => names.get(id) ?? id).join(', ') || 'none'}`,
    ...(unpriced.length > 0
      ? [ja ? `  この台数では値段の分からない行:${unpriced.length}` : `  lines without a price for so many terminals: ${unpriced.length}`]
      : []),
    `  ${note}`,
  ])
  return [...lines, ...supportInWords(support, lang)].join('\n')
}

const fitWords = {
  yes: { ja: '当てはまる', en: 'fits' },
  no: { ja: '当てはまらない', en: 'does not fit' },
  unknown: { ja: '要確認', en: 'to be found out' },
}
const windowWords = {
  open: { ja: '期間中', en: 'open' },
  'not-yet': { ja: '開始前', en: 'not begun' },
  ended: { ja: '終了', en: 'ended' },
  unknown: { ja: '期間は未確認', en: 'days not known' },
}

function supportInWords(support: SupportAnswer, lang: Lang): readonly string[] {
  if (support.length === 0) return []
  const heading = lang === 'ja' ? '費用の支援' : 'Support of costs'
  return [
    '',
    heading,
    ...support.map(({ name, fits, window, dated }) => `  ${name}: ${fitWords[fits][lang]}, ${windowWords[window][lang]} (${dated})`),
  ]
}

export function lossInWords({ annual, oneIn, scenarios, heads, years, seed }: LossAnswer, names: readonly LossHead[], lang: Lang): string {
  const ja = lang === 'ja'
  const say = (yen: number) => yenInWords(yen, lang)
  return [
    ja
      ? `${grouped(years)}年分の試算(乱数の種 ${seed})。保険などを引く前の額です。`
      : `${grouped(years)} simulated years (seed ${seed}), before any policy.`,
    ja
      ? `1年の平均 ${say(annual.mean)}(正確な平均 ${say(annual.exactMean)})`
      : `mean of a year ${say(annual.mean)} (exactly ${say(annual.exactMean)})`,
    ...(annual.isMeanOff
      ? [
          ja
            ? '試算の平均が正確な平均から離れています。年数を増やすか、範囲を見直してください。'
            : 'The simulated mean is far off the exact one: take more years, or look at the ranges again.',
        ]
      : []),
    ja
      ? `軽い年(P10) ${say(annual.p10)}、まん中の年(P50) ${say(annual.p50)}、重い年(P90) ${say(annual.p90)}`
      : `light year (P10) ${say(annual.p10)}, middle (P50) ${say(annual.p50)}, heavy (P90) ${say(annual.p90)}`,
    ja ? `損害のある年の割合 ${percentInWords(annual.probabilityAny)}` : `years with any loss ${percentInWords(annual.probabilityAny)}`,
    ...oneIn
      .filter((one) => one.lossYen > 0)
      .map((one) =>
        ja ? `  ${one.years}年に1度は ${say(one.lossYen)} を超えます` : `  one year in ${one.years} costs more than ${say(one.lossYen)}`,
      ),
    ja ? 'シナリオごとの1年の平均' : 'mean of a year by scenario',
    ...scenarios
      .toSorted((a, b) => b.annual.exactMean - a.annual.exactMean)
      .slice(0, 15)
      .map((one) => `  ${one.name ?? one.id}: ${say(one.annual.exactMean)}`),
    ...headsInWords(heads, names, lang),
  ].join('\n')
}

/** Only where a scenario tells its heads apart; names of the model's own are printed as they are. */
function headsInWords(heads: LossAnswer['heads'], names: readonly LossHead[], lang: Lang): readonly string[] {
  if (Object.keys(heads).every((head) => head === allHeads)) return []
  const nameOf = (head: string) => names.find(({ id }) => id === head)?.name[lang] ?? head
  const rest = lang === 'ja' ? '費目の区別なし' : 'heads not told apart'
  return [
    lang === 'ja' ? '費目ごとの1年の平均' : 'mean of a year by head of loss',
    ...Object.entries(heads).map(([head, yen]) => `  ${head === allHeads ? rest : nameOf(head)}: ${yenInWords(yen, lang)}`),
  ]
}

/** Of a facility: what is left of the price as own money, and the schemes that are to be asked about. */
function ownInWords({ support, chosen }: PlanFileAnswer, lang: Lang): readonly string[] {
  if (!support) return []
  const ja = lang === 'ja'
  const say = (yen: number) => yenInWords(yen, lang)
  const { oneOff, perYear } = support
  const may = new Set(
    chosen.flatMap((one) => (one.support?.schemes ?? []).flatMap(({ name, verdict }) => (verdict === 'may' ? [name] : []))),
  )
  return [
    ja
      ? `支援が出る額 最初に${say(oneOff.borneYen)}、毎年${say(perYear.borneYen)}。自己資金 最初に${say(oneOff.ownYen)}、毎年${say(perYear.ownYen)}`
      : `support ${say(oneOff.borneYen)} once, ${say(perYear.borneYen)} a year; own money ${say(oneOff.ownYen)} once, ${say(perYear.ownYen)} a year`,
    ...(may.size === 0
      ? []
      : [ja ? `  確かめると使えるかもしれません:${[...may].join('、')}` : `  may help once asked about: ${[...may].join(', ')}`]),
  ]
}

export function planInWords(answer: PlanFileAnswer, lang: Lang): string {
  const ja = lang === 'ja'
  const say = (yen: number) => yenInWords(yen, lang)
  const { proof, next100k, stability, stabilityDraws, names = {} } = answer
  const named = (ids: readonly string[]) => ids.map((id) => names[id] ?? id).join(ja ? '、' : ', ')
  const mark = ({ mandatory, approved }: PlanFileAnswer['chosen'][number]) => {
    const marks = [...(mandatory ? [ja ? '必須' : 'mandatory'] : []), ...(approved ? [ja ? '承認済み' : 'approved'] : [])]
    return marks.length === 0 ? '' : ja ? `(${marks.join('・')})` : ` (${marks.join(', ')})`
  }
  const stable = (measure: string) =>
    stabilityDraws > 1 ? `, ${ja ? '選ばれる割合 ' : 'chosen in '}${percentInWords(stability[measure] ?? 0, 0)}` : ''
  return [
    ja
      ? `予算 ${say(answer.budgetYen)}(${answer.years}年分)で ${answer.chosen.length}件、最大 ${say(answer.costYen)}`
      : `Budget ${say(answer.budgetYen)} (years: ${answer.years}). Measures chosen: ${answer.chosen.length}, at most ${say(answer.costYen)}`,
    ...answer.chosen.map(
      (one) =>
        `  ${named([one.measure])}${mark(one)}: ${say(one.maxYen)}, ${ja ? '減る損害 ' : 'takes away '}${say(one.reducesYen)}${stable(one.measure)}`,
    ),
    ...ownInWords(answer, lang),
    ja
      ? `1年の損害の見込み ${say(answer.lossYen)} → ${say(answer.remainingLossYen)}`
      : `expected loss of a year ${say(answer.lossYen)} → ${say(answer.remainingLossYen)}`,
    'optimal' in proof
      ? ja
        ? 'これより損害が少ない組み合わせは、この予算ではありません(証明済み)。'
        : 'No other choice under this budget leaves less (proven).'
      : ja
        ? `どの組み合わせでも、損害は ${say(proof.bound)} より少なくなりません(差は最大${percentInWords(proof.gap, 2)})。`
        : `No choice leaves less than ${say(proof.bound)} (the gap is at most ${percentInWords(proof.gap, 2)}).`,
    next100k.reducesYen > 0
      ? ja
        ? `あと10万円あれば、${named(next100k.adds) || '同じ対策'}で損害が ${say(next100k.reducesYen)} 減ります。`
        : `Another 100,000 yen takes away ${say(next100k.reducesYen)} more: ${named(next100k.adds) || 'the same measures'}${next100k.drops.length > 0 ? ` in place of ${named(next100k.drops)}` : ''}.`
      : ja
        ? 'あと10万円あっても、損害は変わりません。'
        : 'Another 100,000 yen changes nothing.',
  ].join('\n')
}
