import type { DamageView } from '@mimamori/contract'
import { type FacilityQuote, wholeYen, wholeYenRange } from '@mimamori/domain'
import { removeRecord } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { type PlainKey, useWords, type Words } from '../../text/words.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { choiceOf, choosing, isSettled } from './choosing.ts'

export const unitWords: Readonly<Record<FacilityQuote['unit'], PlainKey>> = {
  once: 'money.unit.once',
  year: 'money.unit.year',
  month: 'money.unit.month',
  visit: 'money.unit.visit',
  terminalMonth: 'money.unit.terminalMonth',
}

interface CellParts {
  readonly quote: DamageView['quotes'][number]
  readonly view: DamageView
  /** The plan reckons with this one. */
  readonly counts: boolean
}

/** One offer: who, how much, in what unit, tax, until when; and the one that counts. */
export function QuoteCell({ quote, view, counts }: CellParts) {
  const words = useWords()
  const { t } = words
  const mayWrite = useMay('facility:write')
  const saver = useSaver()
  const undoable = useUndoable()
  const { record } = quote
  const from = offeredBy(words, view, record)
  const isTicked = isSettled(view, record.measure)
  return (
    <div className={counts ? 'money-quote counts' : 'money-quote'}>
      <p>
        <strong>{from}</strong>
        {counts && <span className="chip told">{t('money.quotes.counts')}</span>}
      </p>
      <p>{priceWords(words, record)}</p>
      {quoteNotes(words, view, record).map((note) => (
        <p key={note} className="source">
          {note}
        </p>
      ))}
      {mayWrite && (
        <p className="row no-print">
          {!counts && (
            <button
              type="button"
              className="text-button"
              onClick={() => void saver.save([choosing(view, record.measure, { ...choiceOf(view, record.measure), quote: record.id })])}
            >
              {t(isTicked ? 'money.quotes.choose' : 'money.quotes.chooseAndTick')}
            </button>
          )}
          <button
            type="button"
            className="text-button"
            onClick={() => undoable([removeRecord('quotes', quote)], t('money.quotes.gone', { from }))}
          >
            {t('money.quotes.remove')}
          </button>
        </p>
      )}
    </div>
  )
}

/** The vendor of the register, else the name that was written down. */
export function offeredBy({ t, lang }: Words, { names }: DamageView, { vendor, from }: FacilityQuote): string {
  return (vendor === undefined ? undefined : names[vendor]?.[lang]) ?? from ?? t('money.quotes.unnamed')
}

function priceWords({ t, lang }: Words, { minYen, maxYen, openUpper, unit, count }: FacilityQuote): string {
  const amount =
    openUpper === 'yes'
      ? t('money.quotes.openUpper', { yen: wholeYen(minYen, lang) })
      : wholeYenRange({ low: minYen, high: maxYen ?? minYen }, lang)
  const priced = t('money.quotes.price', { amount, unit: t(unitWords[unit]) })
  return count === undefined ? priced : t('money.quotes.counted', { priced, count })
}

const taxWords = { yes: 'money.tax.in', no: 'money.tax.out' } as const

function quoteNotes({ t, lang }: Words, { world }: DamageView, { taxIncluded, validUntil, note }: FacilityQuote): readonly string[] {
  const valid =
    validUntil === undefined
      ? []
      : [t(validUntil < world.asOf ? 'money.quotes.expired' : 'money.quotes.until', { date: plainDate(validUntil, lang) })]
  return [t(taxIncluded === undefined ? 'money.tax.untold' : taxWords[taxIncluded]), ...valid, ...(note === undefined ? [] : [note])]
}
