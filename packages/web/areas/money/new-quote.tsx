import type { DamageView } from '@mimamori/contract'
import { type CalendarDate, date, entityId, type FacilityQuote, type QuoteId } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { unitWords } from './quote-cell.tsx'
import { readCount, readYen } from './read-yen.ts'

type Lines = 'from' | 'min' | 'max' | 'count'
const empty: Readonly<Record<Lines, string>> = { from: '', min: '', max: '', count: '' }
const units = Object.keys(unitWords) as readonly FacilityQuote['unit'][] // the keys of the table

/** A price that somebody offered: one amount, or both ends, or a least one without an upper end. */
export function NewQuote({ view }: { view: DamageView }) {
  const { t, say } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const [measure, setMeasure] = useState(view.world.planMeasures[0]?.id ?? '')
  const [lines, setLines] = useState(empty)
  const [unit, setUnit] = useState<FacilityQuote['unit']>('once')
  const [tax, setTax] = useState<'yes' | 'no' | ''>('')
  const [isOpen, setIsOpen] = useState(false)
  const [quotedOn, setQuotedOn] = useState<CalendarDate | undefined>(today)
  const [validUntil, setValidUntil] = useState<CalendarDate>()
  const [isWrong, setIsWrong] = useState(false)
  const isCounted = unit === 'visit' || unit === 'terminalMonth'
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const price = priceOf(lines, { isOpen, isCounted })
    setIsWrong(price === undefined)
    if (!price) return
    const vendor = [...Object.entries(view.names)].find(([id, name]) => id.startsWith('v:') && say(name) === lines.from.trim())
    void saver.save([
      addRecord('quotes', {
        id: entityId<QuoteId>(newId('q')),
        measure,
        unit,
        ...price,
        ...(vendor ? { vendor: entityId(vendor[0]) } : lines.from.trim() !== '' && { from: lines.from.trim() }),
        ...(isOpen && { openUpper: 'yes' as const }),
        ...(tax !== '' && { taxIncluded: tax }),
        ...(quotedOn !== undefined && { quotedOn }),
        ...(validUntil !== undefined && { validUntil }),
      }),
    ])
    announce(t('money.quotes.added'))
    setLines(empty)
    setValidUntil(undefined)
  }
  const line = (name: Lines, label: string, help?: string) => (
    <Field label={label} {...(help !== undefined && { help })}>
      {(props) => (
        <input
          {...props}
          autoComplete="off"
          maxLength={name === 'from' ? 100 : 30}
          {...(name === 'from' && { list: 'money-vendors' })}
          value={lines[name]}
          onChange={(event) => setLines({ ...lines, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <form className="card stack no-print" noValidate onSubmit={submit} aria-label={t('money.quotes.add')}>
      <h2>{t('money.quotes.add')}</h2>
      <Field label={t('money.quotes.measure')}>
        {(props) => (
          <select {...props} value={measure} onChange={(event) => setMeasure(event.target.value)}>
            {view.world.planMeasures.map((one) => (
              <option key={one.id} value={one.id}>
                {say(one.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {line('from', t('money.quotes.from'))}
      <datalist id="money-vendors">
        {Object.entries(view.names).flatMap(([id, name]) => (id.startsWith('v:') ? [<option key={id} value={say(name)} />] : []))}
      </datalist>
      {line('min', t('money.quotes.min'), t('money.quotes.min.help'))}
      {line('max', t('money.quotes.max'))}
      <label className="tick">
        <input type="checkbox" checked={isOpen} onChange={(event) => setIsOpen(event.target.checked)} />
        <span>{t('money.quotes.isOpen')}</span>
      </label>
      <Field label={t('money.quotes.unit')}>
        {(props) => (
          <select {...props} value={unit} onChange={(event) => setUnit(units.find((one) => one === event.target.value) ?? 'once')}>
            {units.map((one) => (
              <option key={one} value={one}>
                {t(unitWords[one])}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isCounted && line('count', t('money.quotes.count'))}
      <Field label={t('money.quotes.tax')}>
        {(props) => (
          <select
            {...props}
            value={tax}
            onChange={(event) => setTax(event.target.value === 'yes' ? 'yes' : event.target.value === 'no' ? 'no' : '')}
          >
            <option value="">{t('money.tax.untold')}</option>
            <option value="yes">{t('money.tax.in')}</option>
            <option value="no">{t('money.tax.out')}</option>
          </select>
        )}
      </Field>
      <DateField label={t('money.quotes.quotedOn')} value={quotedOn} today={today} save={setQuotedOn} />
      <DateField label={t('money.quotes.validUntil')} value={validUntil} today={today} withToday={false} save={setValidUntil} />
      {isWrong && (
        <div className="field" role="alert">
          <FieldProblem id="quote-wrong">{t('money.quotes.wrong')}</FieldProblem>
        </div>
      )}
      <p>
        <button type="submit" className="button">
          {t('money.quotes.keep')}
        </button>
      </p>
    </form>
  )
}

interface Asked {
  readonly isOpen: boolean
  readonly isCounted: boolean
}

/** Undefined where an amount cannot be read, the ends are out of order, or what is counted is not told. */
function priceOf(
  lines: Readonly<Record<Lines, string>>,
  { isOpen, isCounted }: Asked,
): Pick<FacilityQuote, 'minYen' | 'maxYen' | 'count'> | undefined {
  const minYen = readYen(lines.min)
  const maxYen = lines.max.trim() === '' || isOpen ? undefined : readYen(lines.max)
  const count = isCounted ? readCount(lines.count) : undefined
  if (minYen === undefined || (lines.max.trim() !== '' && !isOpen && maxYen === undefined)) return undefined
  if ((maxYen !== undefined && maxYen < minYen) || (isCounted && count === undefined)) return undefined
  return { minYen, ...(maxYen !== undefined && { maxYen }), ...(count !== undefined && { count }) }
}
