import type { Vendor } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import { setFields, type Versioned } from '../../data/changes.ts'
import { useRecord, useSaver } from '../../data/saving.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { StillRight } from '../../frame/still-right.tsx'
import { useWords } from '../../text/words.tsx'
import { MailTogether } from '../../ui/mail-together.tsx'
import { type LineOf, SavedLines } from '../../ui/saved-lines.tsx'

type Line =
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

const lines: readonly LineOf<Line>[] = [
  { name: 'kana', word: 'q6.kana', maxLength: 200 },
  { name: 'contactName', word: 'q6.contact', maxLength: 200 },
  { name: 'contactDepartment', word: 'vendor.department', maxLength: 200 },
  { name: 'phone', word: 'q6.phone', maxLength: 40 },
  { name: 'nightPhone', word: 'vendor.nightPhone', maxLength: 40 },
  { name: 'fax', word: 'q6.fax', maxLength: 40 },
  { name: 'mail', word: 'vendor.mail', maxLength: 200 },
  { name: 'address', word: 'vendor.address', maxLength: 200 },
  { name: 'secondContactName', word: 'vendor.second', maxLength: 200 },
  { name: 'secondContactPhone', word: 'vendor.secondPhone', maxLength: 40 },
]

/** Whom to reach at the vendor; every line can be corrected here. */
export function VendorCard({ vendor: stored }: { vendor: Versioned<Vendor> }) {
  const { t } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  const mayOffer = useMay('relation:write')
  const facility = useFacilityId()
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
      {mayOffer && (
        <p className="small">
          <Link to="/f/$facility/relations" params={{ facility }} search={{ vendor: record.id }}>
            {t('vendor.offerScreen')}
          </Link>
        </p>
      )}
      {mayWrite && (
        <details className="small">
          <summary>{t('vendor.edit')}</summary>
          <div className="stack">
            <SavedLines
              nameLabel={t('q6.company')}
              lines={lines}
              record={record}
              save={(values) => void saver.save([setFields('vendors', vendor, values)])}
            />
            <MailTogether
              value={record.mailTogether}
              save={(mailTogether) => void saver.save([setFields('vendors', vendor, { mailTogether })])}
            />
          </div>
        </details>
      )}
    </section>
  )
}
