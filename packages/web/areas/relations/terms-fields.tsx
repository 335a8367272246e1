import type { RelationKind, RelationTerms } from '@mimamori/contract'
import { type CalendarDate, consentAreas, date, seenAndNot } from '@mimamori/domain'
import { useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SeenLists } from '../../ui/seen-lists.tsx'
import { areaWords, needsLastDay } from './words.ts'

export interface Terms {
  readonly terms: RelationTerms
  readonly until: CalendarDate | undefined
}

/** 件数だけ: what is ticked before anybody has chosen. */
export const countsOnly: RelationTerms = { areas: [], counts: true, named: false }

interface TermsParts {
  readonly kind: RelationKind
  readonly value: Terms
  readonly change: (value: Terms) => void
}

/** The switches, and at once both lists of what follows from them. A vendor's view follows from what it is. */
export function TermsFields({ kind, value, change }: TermsParts) {
  const { t } = useWords()
  const today = date(useToday())
  const { terms, until } = value
  const set = (part: Partial<RelationTerms>) => change({ ...value, terms: { ...terms, ...part } })
  const toggle = (area: (typeof consentAreas)[number]) =>
    set({ areas: terms.areas.includes(area) ? terms.areas.filter((one) => one !== area) : [...terms.areas, area] })
  return (
    <>
      {kind !== 'vendor' && (
        <fieldset className="stack">
          <legend className="field-name">{t('relations.what')}</legend>
          <label className="tick">
            <input type="checkbox" checked={terms.counts} onChange={() => set({ counts: !terms.counts })} />
            {t('relations.counts')}
          </label>
          {consentAreas.map((area) => (
            <label className="tick" key={area}>
              <input type="checkbox" checked={terms.areas.includes(area)} onChange={() => toggle(area)} />
              {t(areaWords[area])}
            </label>
          ))}
          <label className="tick">
            <input type="checkbox" checked={terms.named} onChange={() => set({ named: !terms.named })} />
            {t('relations.named')}
          </label>
        </fieldset>
      )}
      <DateField
        label={t('relations.lastDay')}
        help={t(needsLastDay(kind) ? 'relations.lastDay.needed' : 'relations.lastDay.free')}
        value={until}
        today={today}
        withToday={false}
        save={(day) => change({ ...value, until: day })}
      />
      <SeenLists {...seenAndNot(kind, terms)} />
      <p className="small second">{t('relations.before')}</p>
    </>
  )
}
