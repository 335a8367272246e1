import { type FactsView, routes } from '@mimamori/contract'
import { date, entityId, type Person, type PersonId, type PersonRole } from '@mimamori/domain'
import { addRecord, newId, setFields, type Versioned } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecords, useSaver } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay, useToday } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { NotYetConfirmed, StillRight } from '../../frame/still-right.tsx'
import { useUndoable } from '../../frame/undo.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { SavedLine } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { MailTogether } from '../../ui/mail-together.tsx'
import { NameWithReading } from '../../ui/ruby.tsx'
import { type LineOf, SavedLines } from '../../ui/saved-lines.tsx'
import { ContactCard, NewContact } from './contact-cards.tsx'
import { ManagerFields } from './manager-fields.tsx'
import { CallOrder, NewLine } from './new-line.tsx'
import { Policies } from './policies.tsx'
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
      <Policies facts={facts} />
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

const personLines: readonly LineOf<'kana' | 'post' | 'department' | 'extension' | 'phone' | 'mail'>[] = [
  { name: 'kana', word: 'q10.kana', maxLength: 200 },
  { name: 'post', word: 'q10.post', maxLength: 200 },
  { name: 'department', word: 'person.department', maxLength: 200 },
  { name: 'extension', word: 'q10.extension', maxLength: 20 },
  { name: 'phone', word: 'q6.phone', maxLength: 40 },
  { name: 'mail', word: 'vendor.mail', maxLength: 200 },
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
        <strong>
          <NameWithReading name={record.name} kana={record.kana} />
        </strong>{' '}
        <span className="second">{[record.post, ...words].filter((each) => each !== undefined).join(t('list.dot'))}</span>{' '}
        <NotYetConfirmed of={record} />
      </summary>
      <fieldset className="stack" disabled={!mayWrite}>
        <legend className="hidden-words">{record.name}</legend>
        <StillRight slice="people" of={person} />
        <div className="system-card">
          <div className="pair">
            <SavedLines
              nameLabel={t('q10.name')}
              lines={personLines}
              record={record}
              save={(values) => void saver.save([setFields('people', person, values)])}
            />
            <SavedLine
              label={t('person.private')}
              help={t('person.private.help')}
              maxLength={40}
              value={record.privatePhone}
              save={(privatePhone) => void saver.save([setFields('people', person, { privatePhone })])}
            />
            <MailTogether
              value={record.mailTogether}
              save={(mailTogether) => void saver.save([setFields('people', person, { mailTogether })])}
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
        {has('safety-manager') && <ManagerFields person={person} mayWrite={mayWrite} />}
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
