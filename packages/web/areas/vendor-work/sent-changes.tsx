import type { VendorWorkView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { StateChip, type StateName } from '../../ui/state-chip.tsx'

type State = VendorWorkView['contactChanges'][number]['change']['state']

const stateNames: Readonly<Record<State, StateName>> = {
  waiting: 'contact-waiting',
  accepted: 'contact-accepted',
  declined: 'contact-declined',
}

/** What was sent, and what each facility did with it. */
export function SentChanges({ view }: { view: VendorWorkView }) {
  const { t, lang } = useWords()
  if (view.contactChanges.length === 0) return null
  return (
    <section className="stack no-print">
      <h2>{t('newContact.past', { count: view.contactChanges.length })}</h2>
      <div className="table-frame">
        <table className="table as-cards">
          <caption className="hidden-words">{t('newContact.past.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('visits.client')}</th>
              <th scope="col">{t('newContact.new')}</th>
              <th scope="col">{t('newContact.from')}</th>
              <th scope="col">{t('newContact.registered')}</th>
            </tr>
          </thead>
          <tbody>
            {view.contactChanges.map(({ facility, relation, change }) => (
              <tr key={`${relation} ${change.id}`}>
                <th scope="row">{facility}</th>
                <td data-name={t('newContact.new')}>{change.newName}</td>
                <td data-name={t('newContact.from')} className="number">
                  {plainDate(change.from, lang)}
                </td>
                <td data-name={t('newContact.registered')}>
                  <StateChip state={stateNames[change.state]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
