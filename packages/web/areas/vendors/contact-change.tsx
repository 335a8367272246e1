import type { ContactChange, Vendor } from '@mimamori/domain'
import { date } from '@mimamori/domain'
import { setFields, type Versioned } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useMay, useSession, useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate, plainDate } from '../../ui/show-date.ts'

type Field = 'contactName' | 'contactDepartment' | 'phone'

/** Which field of the vendor each part of the change is proposed for. */
function proposed(change: ContactChange): readonly (readonly [Field, PlainKey, string])[] {
  const parts: readonly (readonly [Field, PlainKey, string | undefined])[] = [
    ['contactName', 'fromVendors.contact', change.newName],
    ['contactDepartment', 'vendor.department', change.department],
    ['phone', 'q6.phone', change.phone],
  ]
  return parts.flatMap(([field, word, value]) => (value === undefined ? [] : [[field, word, value] as const]))
}

/** Both values side by side; the facility takes the new ones over or leaves its own. */
export function ContactChangeCard({ change, vendor }: { change: Versioned<ContactChange>; vendor: Versioned<Vendor> | undefined }) {
  const { t, lang } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const mayWrite = useMay('facility:write')
  const settledBy = useSession()?.person?.name
  const { record } = change
  if (!vendor) return null
  const settled = { settledOn: today, ...(settledBy !== undefined && { settledBy }) }
  function take(of: Versioned<Vendor>): void {
    const fields = Object.fromEntries(proposed(record).map(([field, , value]) => [field, value]))
    void saver.save([setFields('vendors', of, fields), setFields('contactChanges', change, { state: 'accepted', ...settled })])
    announce(t('fromVendors.taken', { vendor: of.record.name }))
  }
  function leave(): void {
    void saver.save([setFields('contactChanges', change, { state: 'declined', ...settled })])
    announce(t('fromVendors.left'))
  }
  const days = { date: longDate(record.sentOn, lang), from: longDate(record.from, lang) }
  return (
    <article className="card stack" id={record.id}>
      <h3>{t('fromVendors.change', { vendor: vendor.record.name })}</h3>
      <p>{record.sentBy === undefined ? t('fromVendors.came', days) : t('fromVendors.cameBy', { ...days, name: record.sentBy })}</p>
      {record.oldName !== undefined && <p className="small">{t('fromVendors.before', { name: record.oldName })}</p>}
      <BothValues change={record} vendor={vendor.record} />
      {mayWrite && (
        <>
          <p className="small second">{t('fromVendors.check')}</p>
          <p className="row">
            <button type="button" className="button filled" onClick={() => take(vendor)}>
              {t('fromVendors.take')}
            </button>
            <button type="button" className="button" onClick={leave}>
              {t('fromVendors.leave')}
            </button>
          </p>
        </>
      )}
    </article>
  )
}

function BothValues({ change, vendor }: { change: ContactChange; vendor: Vendor }) {
  const { t } = useWords()
  return (
    <div className="table-frame">
      <table className="table as-cards">
        <caption className="hidden-words">{t('fromVendors.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fromVendors.field')}</th>
            <th scope="col">{t('fromVendors.now')}</th>
            <th scope="col">{t('fromVendors.sent')}</th>
          </tr>
        </thead>
        <tbody>
          {proposed(change).map(([field, word, value]) => (
            <tr key={field}>
              <th scope="row">{t(word)}</th>
              <td data-name={t('fromVendors.now')}>{vendor[field] ?? '―'}</td>
              <td data-name={t('fromVendors.sent')}>
                <strong>{value}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A change that was settled, in one line. */
export function PastChange({ change, name }: { change: ContactChange; name: string }) {
  const { t, lang } = useWords()
  const on = { date: plainDate(change.settledOn ?? change.sentOn, lang) }
  return (
    <p className="small">
      {t('fromVendors.change', { vendor: name })} {change.newName}{' '}
      <span className="second">{t(change.state === 'accepted' ? 'fromVendors.was.accepted' : 'fromVendors.was.declined', on)}</span>
    </p>
  )
}
