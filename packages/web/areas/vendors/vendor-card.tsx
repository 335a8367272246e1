import type { Vendor } from '@mimamori/domain'
import { setFields, type Versioned } from '../../data/changes.ts'
import { useRecord, useSaver } from '../../data/saving.tsx'
import { useMay } from '../../frame/rights.ts'
import { StillRight } from '../../frame/still-right.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { SavedLine } from '../../ui/field.tsx'

const lines: readonly {
  name:
    | 'kana'
    | 'phone'
    | 'nightPhone'
    | 'fax'
    | 'mail'
    | 'address'
    | 'contactName'
    | 'contactDepartment'
    | 'secondContactName'
    | 'secondContactPhone'
  word: PlainKey
}[] = [
  { name: 'kana', word: 'q6.kana' },
  { name: 'contactName', word: 'q6.contact' },
  { name: 'contactDepartment', word: 'vendor.department' },
  { name: 'phone', word: 'q6.phone' },
  { name: 'nightPhone', word: 'vendor.nightPhone' },
  { name: 'fax', word: 'q6.fax' },
  { name: 'mail', word: 'vendor.mail' },
  { name: 'address', word: 'vendor.address' },
  { name: 'secondContactName', word: 'vendor.second' },
  { name: 'secondContactPhone', word: 'vendor.secondPhone' },
]

/** Whom to reach at the vendor; every line can be corrected here. */
export function VendorCard({ vendor: stored }: { vendor: Versioned<Vendor> }) {
  const { t } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  const vendor = useRecord('vendors', stored)
  const { record } = vendor
  return (
    <section className="card stack">
      <h2>{t('vendor.contact')}</h2>
      <dl className="facts">
        {lines
          .filter(({ name }) => record[name] !== undefined)
          .map(({ name, word }) => (
            <div className="fact" key={name}>
              <dt>{t(word)}</dt>
              <dd>{record[name]}</dd>
            </div>
          ))}
      </dl>
      <StillRight slice="vendors" of={vendor} />
      {mayWrite && (
        <details className="small">
          <summary>{t('vendor.edit')}</summary>
          <div className="stack">
            <SavedLine
              label={t('q6.company')}
              value={record.name}
              save={(name) => name !== undefined && void saver.save([setFields('vendors', vendor, { name })])}
            />
            {lines.map(({ name, word }) => (
              <SavedLine
                key={name}
                label={t(word)}
                maxLength={name.endsWith('hone') || name === 'fax' ? 40 : 200}
                value={record[name]}
                save={(value) => void saver.save([setFields('vendors', vendor, { [name]: value })])}
              />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}
