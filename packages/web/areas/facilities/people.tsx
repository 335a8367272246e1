import { type FactsView, routes } from '@mimamori/contract'
import { type ContactId, date, entityId, type OutsideContact, type Person, type PersonId, type PersonRole } from '@mimamori/domain'
import { useState } from 'react'
import { addRecord, newId, removeRecord, setFields, type Versioned } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecords, useSaver } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay, useToday } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useUndoable } from '../../frame/undo.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DraftInput, Field, SavedLine, useDraft } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { contactLabels, valuesOf } from './enumerations.ts'
import './ten-questions.css'

/** People of the facility and the lines of the contact chart. */
export function People() {
  const { t } = useWords()
  const facility = useFacilityId()
  const facts = useView(routes.facts, facility)
  return (
    <Page className="column" title={t('people.title')} tools={<SavedNote />}>
      <Loaded query={facts}>{(view) => <Lists facts={view} />}</Loaded>
    </Page>
  )
}

const callOrder = (a: { record: { callOrder?: number } }, b: { record: { callOrder?: number } }) =>
  (a.record.callOrder ?? 99) - (b.record.callOrder ?? 99)

function Lists({ facts }: { facts: FactsView }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  const people = useRecords('people', facts.people).toSorted(callOrder)
  const contacts = useRecords('contacts', facts.contacts).toSorted(callOrder)
  const here = people.filter(({ record }) => record.until === undefined)
  return (
    <div className="stack loose">
      <p>{t('people.says')}</p>
      <section className="stack">
        <h2>{t('people.inside')}</h2>
        {here.map((person) => (
          <PersonCard key={person.record.id} person={person} mayWrite={mayWrite} />
        ))}
        {mayWrite && <NewPerson key={`person ${here.length}`} />}
      </section>
      <section className="stack">
        <h2>{t('people.outside')}</h2>
        {contacts.map((contact) => (
          <ContactCard key={contact.record.id} contact={contact} mayWrite={mayWrite} />
        ))}
        {mayWrite && <NewContact key={`contact ${contacts.length}`} />}
      </section>
    </div>
  )
}

const roles: readonly { role: PersonRole; word: PlainKey }[] = [
  { role: 'head', word: 'person.head' },
  { role: 'safety-manager', word: 'person.manager' },
  { role: 'deputy', word: 'person.deputy' },
  { role: 'system', word: 'person.system' },
  { role: 'clerk', word: 'person.clerk' },
  { role: 'contact', word: 'person.contact' },
]

const personLines: readonly { name: 'kana' | 'post' | 'department' | 'extension' | 'phone' | 'mail'; word: PlainKey }[] = [
  { name: 'kana', word: 'q10.kana' },
  { name: 'post', word: 'q10.post' },
  { name: 'department', word: 'person.department' },
  { name: 'extension', word: 'q10.extension' },
  { name: 'phone', word: 'q6.phone' },
  { name: 'mail', word: 'vendor.mail' },
]

function PersonCard({ person, mayWrite }: { person: Versioned<Person>; mayWrite: boolean }) {
  const { t } = useWords()
  const saver = useSaver()
  const takeOff = useUndoable()
  const today = date(useToday())
  const { record } = person
  const has = (role: PersonRole) => record.roles?.includes(role) === true
  const toggle = (role: PersonRole) =>
    void saver.save([
      setFields('people', person, {
        roles: has(role) ? (record.roles ?? []).filter((each) => each !== role) : [...(record.roles ?? []), role],
      }),
    ])
  const words = roles.filter(({ role }) => has(role)).map(({ word }) => t(word))
  return (
    <details className="card person">
      <summary>
        <strong>{record.name}</strong>{' '}
        <span className="second">{[record.post, ...words].filter((each) => each !== undefined).join(t('list.dot'))}</span>
      </summary>
      <fieldset className="stack" disabled={!mayWrite}>
        <legend className="hidden-words">{record.name}</legend>
        <div className="system-card">
          <div className="pair">
            <SavedLine
              label={t('q10.name')}
              value={record.name}
              save={(name) => name !== undefined && void saver.save([setFields('people', person, { name })])}
            />
            {personLines.map(({ name, word }) => (
              <SavedLine
                key={name}
                label={t(word)}
                maxLength={name === 'extension' ? 20 : name === 'phone' ? 40 : 200}
                value={record[name]}
                save={(value) => void saver.save([setFields('people', person, { [name]: value })])}
              />
            ))}
            <SavedLine
              label={t('person.private')}
              help={t('person.private.help')}
              maxLength={40}
              value={record.privatePhone}
              save={(privatePhone) => void saver.save([setFields('people', person, { privatePhone })])}
            />
            <CallOrder value={record.callOrder} save={(callOrder) => void saver.save([setFields('people', person, { callOrder })])} />
          </div>
        </div>
        <div>
          <p className="field-name">{t('person.roles')}</p>
          {roles.map(({ role, word }) => (
            <label className="tick" key={role}>
              <input type="checkbox" checked={has(role)} onChange={() => toggle(role)} />
              {t(word)}
            </label>
          ))}
        </div>
        <p className="row">
          <button
            type="button"
            className="button low"
            onClick={() => takeOff([setFields('people', person, { until: today })], t('person.hasLeft', { name: record.name }))}
          >
            {t('person.left')}
          </button>
        </p>
      </fieldset>
    </details>
  )
}

/** Place in the contact chart, 1 first. */
function CallOrder({ value, save }: { value: number | undefined; save: (value: number | undefined) => void }) {
  const { t } = useWords()
  function keep(text: string | undefined): void {
    const number = Number((text ?? '').normalize('NFKC'))
    if (text === undefined) save(undefined)
    else if (Number.isInteger(number) && number >= 1 && number <= 99) save(number)
  }
  return (
    <SavedLine
      label={t('person.callOrder')}
      help={t('person.callOrder.help')}
      inputMode="numeric"
      maxLength={2}
      value={value === undefined ? undefined : String(value)}
      save={keep}
    />
  )
}

function NewPerson() {
  const { t } = useWords()
  const saver = useSaver()
  return (
    <NewLine
      label={t('people.add')}
      add={(name) => void saver.save([addRecord('people', { id: entityId<PersonId>(newId('person')), name })])}
    />
  )
}

function NewLine({ label, add }: { label: string; add: (name: string) => void }) {
  const { t } = useWords()
  const draft = useDraft(undefined, (name) => name !== undefined && add(name), { pause: false })
  return (
    <Field label={label}>
      {(field) => (
        <span className="with-button">
          <DraftInput field={field} draft={draft} />
          <button type="button" className="button" onClick={draft.store}>
            {t('people.put')}
          </button>
        </span>
      )}
    </Field>
  )
}

const contactLines: readonly { name: 'office' | 'phone' | 'nightPhone' | 'hours'; word: PlainKey }[] = [
  { name: 'office', word: 'contact.office' },
  { name: 'phone', word: 'q6.phone' },
  { name: 'nightPhone', word: 'vendor.nightPhone' },
  { name: 'hours', word: 'contact.hours' },
]

function ContactCard({ contact, mayWrite }: { contact: Versioned<OutsideContact>; mayWrite: boolean }) {
  const { t } = useWords()
  const saver = useSaver()
  const takeOff = useUndoable()
  const { record } = contact
  return (
    <details className="card person">
      <summary>
        <strong>{record.name}</strong> <span className="second">{t(contactLabels[record.kind])}</span>
      </summary>
      <fieldset className="stack" disabled={!mayWrite}>
        <legend className="hidden-words">{record.name}</legend>
        <div className="system-card">
          <div className="pair">
            <SavedLine
              label={t('contact.name')}
              value={record.name}
              save={(name) => name !== undefined && void saver.save([setFields('contacts', contact, { name })])}
            />
            {contactLines.map(({ name, word }) => (
              <SavedLine
                key={name}
                label={t(word)}
                maxLength={name === 'hours' ? 60 : name === 'office' ? 200 : 40}
                value={record[name]}
                save={(value) => void saver.save([setFields('contacts', contact, { [name]: value })])}
              />
            ))}
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

function NewContact() {
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
