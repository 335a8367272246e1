import { entityId, type Person, type PersonId, type PersonRole } from '@mimamori/domain'
import { addRecord, newId, removeRecord, setFields, type Versioned } from '../../../data/changes.ts'
import { useSaver } from '../../../data/saving.tsx'
import { useUndoable } from '../../../frame/undo.tsx'
import { type PlainKey, useWords } from '../../../text/words.tsx'
import { DraftInput, Field, OneOf, SavedLine, ShortChoice, useDraft } from '../../../ui/field.tsx'
import type { QuestionProps } from './question-props.ts'

const waysToReach = ['own-mail', 'shared-mail', 'fax', 'phone', 'paper'] as const
const reachWords: Readonly<Record<(typeof waysToReach)[number], PlainKey>> = {
  'own-mail': 'q10.ownMail',
  'shared-mail': 'q10.sharedMail',
  fax: 'q10.fax',
  phone: 'q10.phone',
  paper: 'q10.paper',
}

/** The safety manager, the others who use the screens, and how the facility is reached. */
export function AboutPeople({ facts }: QuestionProps) {
  const { t } = useWords()
  const saver = useSaver()
  const takeOff = useUndoable()
  const manager = facts.people.find(({ record }) => record.roles?.includes('safety-manager') === true)
  const others = facts.people.filter((person) => person !== manager && person.record.until === undefined)
  return (
    <div className="stack loose">
      <section className="card system-card">
        <h2>{t('q10.manager')}</h2>
        {manager ? <ManagerFields person={manager} /> : <NewPerson label={t('q10.name')} roles={['safety-manager']} />}
      </section>
      <section className="card system-card">
        <h2>{t('q10.users')}</h2>
        <ul>
          {others.map((person) => (
            <li className="row" key={person.record.id}>
              <span>
                {person.record.post === undefined
                  ? person.record.name
                  : t('q10.nameAndPost', { name: person.record.name, post: person.record.post })}
              </span>
              <button
                type="button"
                className="text-button"
                aria-label={t('q10.takeOffWhom', { name: person.record.name })}
                onClick={() => takeOff([removeRecord('people', person)], t('q10.takenOff', { name: person.record.name }))}
              >
                {t('q10.takeOff')}
              </button>
            </li>
          ))}
        </ul>
        {others.length < 5 && <NewPerson key={others.length} label={t('q10.userName')} roles={['clerk']} />}
      </section>
      <OneOf
        legend={t('q10.reach')}
        choices={waysToReach.map((value) => ({ value, label: t(reachWords[value]) }))}
        value={facts.facility.record.reachedBy}
        choose={(value) => {
          const reachedBy = waysToReach.find((each) => each === value)
          if (reachedBy) void saver.save([setFields('facility', facts.facility, { reachedBy })])
        }}
      />
    </div>
  )
}

function ManagerFields({ person }: { person: Versioned<Person> }) {
  const { t } = useWords()
  const saver = useSaver()
  const { record } = person
  const isHead = record.roles?.includes('head') === true
  const line = (name: 'kana' | 'post' | 'extension') => (value: string | undefined) =>
    void saver.save([setFields('people', person, { [name]: value })])
  function beHead(value: string): void {
    const without = (record.roles ?? []).filter((role) => role !== 'head')
    void saver.save([setFields('people', person, { roles: value === 'yes' ? [...without, 'head'] : without })])
  }
  return (
    <>
      <div className="pair">
        <SavedLine
          label={t('q10.name')}
          value={record.name}
          save={(name) => name !== undefined && void saver.save([setFields('people', person, { name })])}
        />
        <SavedLine label={t('q10.kana')} value={record.kana} save={line('kana')} />
        <SavedLine label={t('q10.post')} value={record.post} save={line('post')} />
        <SavedLine label={t('q10.extension')} maxLength={20} value={record.extension} save={line('extension')} />
      </div>
      <ShortChoice
        legend={t('q10.alsoHead')}
        choices={[
          { value: 'yes', label: t('state.yes') },
          { value: 'no', label: t('state.no') },
        ]}
        value={isHead ? 'yes' : 'no'}
        choose={beHead}
      />
    </>
  )
}

function NewPerson({ label, roles }: { label: string; roles: readonly PersonRole[] }) {
  const saver = useSaver()
  const draft = useDraft(
    undefined,
    (name) => {
      if (name !== undefined) void saver.save([addRecord('people', { id: entityId<PersonId>(newId('person')), name, roles })])
    },
    { pause: false },
  )
  return <Field label={label}>{(field) => <DraftInput field={field} draft={draft} />}</Field>
}
