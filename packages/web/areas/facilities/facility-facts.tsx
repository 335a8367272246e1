import { type FactsView, routes } from '@mimamori/contract'
import { date, isKnown } from '@mimamori/domain'
import { setFields } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecord, useSaver } from '../../data/saving.tsx'
import { useMay, useToday } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SavedLine } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'

/** Name, numbers and the day of the inspection. */
export function FacilityFacts({ facility }: { facility: string }) {
  const facts = useView(routes.facts, facility)
  return <Loaded query={facts}>{(view) => <Fields facts={view} />}</Loaded>
}

function Fields({ facts }: { facts: FactsView }) {
  const { t } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  const today = date(useToday())
  const own = useRecord('facility', facts.facility)
  const { record } = own
  const line = (name: 'kana' | 'phone' | 'fax' | 'address' | 'institutionCode') => (value: string | undefined) =>
    void saver.save([setFields('facility', own, { [name]: value })])
  const readOnly = !mayWrite
  return (
    <section className="card stack">
      <h2>
        {t('settings.facility')} <SavedNote />
      </h2>
      <SavedLine
        label={t('settings.name')}
        readOnly={readOnly}
        value={record.name}
        save={(name) => name !== undefined && void saver.save([setFields('facility', own, { name })])}
      />
      <SavedLine label={t('q6.kana')} readOnly={readOnly} value={record.kana} save={line('kana')} />
      <SavedLine
        label={t('settings.code')}
        help={t('settings.code.help')}
        readOnly={readOnly}
        inputMode="numeric"
        maxLength={10}
        value={record.institutionCode}
        save={line('institutionCode')}
      />
      <SavedLine label={t('vendor.address')} readOnly={readOnly} value={record.address} save={line('address')} />
      <SavedLine label={t('q6.phone')} readOnly={readOnly} maxLength={40} value={record.phone} save={line('phone')} />
      <SavedLine label={t('q6.fax')} readOnly={readOnly} maxLength={40} value={record.fax} save={line('fax')} />
      <DateField
        label={t('settings.inspection')}
        help={t('settings.inspection.help')}
        readOnly={readOnly}
        withToday={false}
        value={isKnown(record.inspectionOn) ? record.inspectionOn : undefined}
        today={today}
        save={(inspectionOn) => void saver.save([setFields('facility', own, { inspectionOn })])}
      />
    </section>
  )
}
