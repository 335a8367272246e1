import { type ContactId, entityId, type OutsideContact } from '@mimamori/domain'
import { useState } from 'react'
import { addRecord, newId, removeRecord, setFields, type Versioned } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { NotYetConfirmed, StillRight } from '../../frame/still-right.tsx'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { type LineOf, SavedLines } from '../../ui/saved-lines.tsx'
import { contactLabels, valuesOf } from './enumerations.ts'
import { CallOrder, NewLine } from './new-line.tsx'

const contactLines: readonly LineOf<'office' | 'phone' | 'nightPhone' | 'hours'>[] = [
  { name: 'office', word: 'contact.office', maxLength: 200 },
  { name: 'phone', word: 'q6.phone', maxLength: 40 },
  { name: 'nightPhone', word: 'vendor.nightPhone', maxLength: 40 },
  { name: 'hours', word: 'contact.hours', maxLength: 60 },
]

/** One line of the contact chart outside the house. */
export function ContactCard({ contact, mayWrite }: { contact: Versioned<OutsideContact>; mayWrite: boolean }) {
  const { t } = useWords()
  const saver = useSaver()
  const takeOff = useUndoable()
  const { record } = contact
  const kind = t(contactLabels[record.kind])
  return (
    <details className="card person">
      <summary>
        <strong>{record.name}</strong> {kind !== record.name && <span className="second">{kind}</span>} <NotYetConfirmed of={record} />
      </summary>
      <fieldset className="stack" disabled={!mayWrite}>
        <legend className="hidden-words">{record.name}</legend>
        <StillRight slice="contacts" of={contact} />
        <div className="system-card">
          <div className="pair">
            <SavedLines
              nameLabel={t('contact.name')}
              lines={contactLines}
              record={record}
              save={(values) => void saver.save([setFields('contacts', contact, values)])}
            />
            <CallOrder value={record.callOrder} save={(order) => void saver.save([setFields('contacts', contact, { callOrder: order })])} />
          </div>
        </div>
        <p>
          <button
            type="button"
            className="button low"
            onClick={() => takeOff([removeRecord('contacts', contact)], t('contact.removed', { name: record.name }))}
          >
            {t('contact.remove')}
          </button>
        </p>
      </fieldset>
    </details>
  )
}

export function NewContact() {
  const { t } = useWords()
  const saver = useSaver()
  const [kind, setKind] = useState<OutsideContact['kind']>('other')
  const kinds = valuesOf(contactLabels)
  return (
    <div className="stack">
      <Field label={t('contact.kind')}>
        {(props) => (
          <select {...props} value={kind} onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? 'other')}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(contactLabels[each])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <NewLine
        label={t('contact.add')}
        add={(name) => void saver.save([addRecord('contacts', { id: entityId<ContactId>(newId('contact')), kind, name })])}
      />
    </div>
  )
}
