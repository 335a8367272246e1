import { dateInWords, wholeYen, wholeYenRange, yenInWords } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { sayPlain } from '../paper/index.ts'
import type { PlannedMeasure, QuoteFacts } from './facts.ts'

/** So many quotes stand side by side, as offices ask for them. */
export const quoteColumns = 3

/** 300,000円〜460,000円(税込み), and what of it is paid once and what each year where it is both. */
export function priceInWords({ t, lang }: Context, { price, onceYen, perYearYen }: PlannedMeasure): string {
  const words = t.plan
  const range = sayPlain(words.priceRange, { range: wholeYenRange(price, lang) })
  if (onceYen === 0 || perYearYen === 0) return range
  return `${range}\n${sayPlain(words.priceParts, { once: wholeYen(onceYen, lang), yearly: wholeYen(perYearYen, lang) })}`
}

/** Exactly as many cells as columns; without any quote the first says that the price is the usual one. */
export function quoteCells(at: Context, { quotes }: PlannedMeasure): readonly string[] {
  const words = at.t.plan
  return Array.from({ length: quoteColumns }, (_, n) => {
    const quote = quotes[n]
    if (quote) return quoteInWords(at, quote)
    return n === 0 ? words.usual : words.noQuote
  })
}

function quoteInWords({ t, lang }: Context, quote: QuoteFacts): string {
  const words = t.plan
  const { from, price, isOpenUpper, isTaxUntold, isExpired, validUntil } = quote
  const lines = [
    from,
    isOpenUpper ? sayPlain(words.openUpper, { from: wholeYen(price.low, lang) }) : wholeYenRange(price, lang),
    ...(isTaxUntold ? [words.noTax] : []),
    ...(isExpired ? [words.expired] : validUntil === undefined ? [] : [sayPlain(words.until, { on: dateInWords(validUntil, lang) })]),
  ]
  return lines.join('\n')
}

/** Why it is asked for: what it puts in place and what that takes away of the expected damage. */
export function needInWords({ t, lang }: Context, { controls, takesYen, isMandatory }: PlannedMeasure): string {
  const words = t.plan
  const said = sayPlain(words.needControls, { controls: controls.join(t.comma), yen: yenInWords(takesYen, lang) })
  return isMandatory ? `${words.needMandatory}${lang === 'ja' ? '' : ' '}${said}` : said
}
