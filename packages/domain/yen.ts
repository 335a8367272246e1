import type { Lang } from './record.ts'

const man = 10_000
const oku = 100_000_000

interface Ends {
  readonly low: number
  readonly high: number
}

/**
 * An amount as it is said and not as it is booked: 9,800円, 146万円, 3.6億円; ¥9,800, ¥1.46M, ¥3.42B. Three figures or so count; the exact
 * amount is for tables.
 */
export function yenInWords(yen: number, lang: Lang): string {
  const sign = yen < 0 ? '−' : ''
  const amount = Math.abs(yen)
  return sign + (lang === 'ja' ? inJapanese(amount) : inEnglish(amount))
}

/** Both ends of a range: 130万円〜1,350万円. */
export function yenRangeInWords({ low, high }: Ends, lang: Lang): string {
  return between([yenInWords(low, lang), yenInWords(high, lang)], lang)
}

/** The same with all figures: 304,000円〜380,000円. */
export function wholeYenRange({ low, high }: Ends, lang: Lang): string {
  return between([wholeYen(low, lang), wholeYen(high, lang)], lang)
}

function between([from, to]: readonly [string, string], lang: Lang): string {
  if (from === to) return to
  return lang === 'ja' ? `${from}〜${to}` : `${from} to ${to}`
}

/** `1234567` as `1,234,567`, in both languages. */
export function groupedYen(yen: number): string {
  return grouped(Math.round(yen))
}

/** All figures of an amount: 1,463,000円; ¥1,463,000. */
export function wholeYen(yen: number, lang: Lang): string {
  const figures = grouped(Math.round(Math.abs(yen)))
  const sign = Math.round(yen) < 0 ? '−' : ''
  return lang === 'ja' ? `${sign}${figures}円` : `${sign}¥${figures}`
}

/** 3.6億円 and 3億円; from 100億円 on without a part. */
function inJapanese(yen: number): string {
  if (Math.round(yen) < man) return `${grouped(Math.round(yen))}円`
  if (yen < 10 * man) return `${grouped(decimal(yen / man))}万円`
  if (Math.round(yen / man) < oku / man) return `${grouped(shortened(yen / man))}万円`
  return `${grouped(decimal(yen / oku))}億円`
}

function inEnglish(yen: number): string {
  if (yen >= 999_500_000) return `¥${grouped(decimal(yen / 1_000_000_000, 2))}B`
  if (yen >= 999_500) return `¥${grouped(decimal(yen / 1_000_000, yen < 10_000_000 ? 2 : yen < 100_000_000 ? 1 : 0))}M`
  return `¥${grouped(shortened(yen))}`
}

/** Three figures of a whole number count. */
function shortened(value: number): number {
  const digits = Math.floor(Math.log10(Math.max(1, value))) + 1
  const step = 10 ** Math.max(0, digits - 3)
  return Math.round(value / step) * step
}

function decimal(value: number, places = 1): number {
  const step = 10 ** (value >= 100 ? 0 : places)
  return Math.round(value * step) / step
}

/** 1,463 and 3.42: commas in the whole part. */
function grouped(value: number): string {
  const [whole = '', part] = String(value).split('.')
  const figures = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? figures : `${figures}.${part}`
}
