import type { DamageView } from '@mimamori/contract'
import { entityId, type FinancesId, fiscalYearName, wholeYen } from '@mimamori/domain'
import { useState } from 'react'
import { addRecord, newId, setFields } from '../../data/changes.ts'
import { useRecords, useSaver } from '../../data/saving.tsx'
import { useMay } from '../../frame/rights.ts'
import { type PlainKey, useWords, type Words } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { AmountField } from './amount-field.tsx'
import { typedOfUnit } from './assumption-words.ts'
import { readCount, readShare, readSignedYen, readYen } from './read-yen.ts'

type Figure = 'revenueYen' | 'operatingProfitYen' | 'marginShare' | 'reserveYen' | 'itYen' | 'securityYen' | 'patientRecords' | 'staff'

interface FigureShape {
  readonly word: PlainKey
  readonly help?: PlainKey
  readonly show: (value: number, lang: Words['lang']) => string
  readonly read: (text: string) => number | undefined
}

const count = (value: number) => value.toLocaleString('en-US')
const share = (value: number) => typedOfUnit(value, 'share')

const figures: Readonly<Record<Figure, FigureShape>> = {
  revenueYen: { word: 'money.finances.revenue', help: 'money.finances.revenue.help', show: wholeYen, read: readYen },
  operatingProfitYen: { word: 'money.finances.profit', show: wholeYen, read: readSignedYen },
  marginShare: { word: 'money.finances.margin', help: 'money.finances.margin.help', show: share, read: readShare },
  reserveYen: { word: 'money.finances.reserve', help: 'money.finances.reserve.help', show: wholeYen, read: readYen },
  itYen: { word: 'money.finances.it', show: wholeYen, read: readYen },
  securityYen: { word: 'money.finances.security', show: wholeYen, read: readYen },
  patientRecords: { word: 'money.finances.records', help: 'money.finances.records.help', show: count, read: readCount },
  staff: { word: 'money.finances.staff', show: count, read: readCount },
}
const names = Object.keys(figures) as readonly Figure[] // the keys of the table

/** The accounts of one year; each figure saves itself, and the first one begins the year. */
export function FinancesCard({ view }: { view: DamageView }) {
  const { t, lang } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  const finances = useRecords('finances', view.finances)
  const [year, setYear] = useState(Math.max(view.fiscalYear - 1, ...view.finances.map(({ record }) => record.fiscalYear)))
  const there = finances.find(({ record }) => record.fiscalYear === year)
  const years = [
    ...new Set([view.fiscalYear, view.fiscalYear - 1, view.fiscalYear - 2, ...finances.map(({ record }) => record.fiscalYear)]),
  ]
  function save(name: Figure, value: number | undefined): void {
    if (there) void saver.save([setFields('finances', there, { [name]: value })])
    else if (value !== undefined)
      void saver.save([addRecord('finances', { id: entityId<FinancesId>(newId('fin')), fiscalYear: year, [name]: value })])
  }
  return (
    <section className="card stack" aria-label={t('money.finances.title')}>
      <h2>{t('money.finances.title')}</h2>
      <Field label={t('money.finances.year')}>
        {(props) => (
          <select {...props} value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {years
              .toSorted((a, b) => b - a)
              .map((one) => (
                <option key={one} value={one}>
                  {fiscalYearName(one, lang)}
                </option>
              ))}
          </select>
        )}
      </Field>
      {mayWrite ? (
        names.map((name) => {
          const { word, help, show, read } = figures[name]
          return (
            <AmountField
              key={`${year}.${name}`}
              label={t(word)}
              {...(help && { help: t(help) })}
              value={there?.record[name]}
              show={(value) => show(value, lang)}
              read={read}
              save={(value) => save(name, value)}
            />
          )
        })
      ) : (
        <dl className="facts">
          {names.map((name) => {
            const value = there?.record[name]
            return (
              <div className="fact" key={name}>
                <dt>{t(figures[name].word)}</dt>
                <dd>{value === undefined ? t('money.unknown') : figures[name].show(value, lang)}</dd>
              </div>
            )
          })}
        </dl>
      )}
    </section>
  )
}
