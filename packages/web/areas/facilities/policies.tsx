import type { FactsView } from '@mimamori/contract'
import {
  date,
  entityId,
  fiscalYearName,
  fiscalYearOf,
  type Person,
  type PersonId,
  type SecurityPolicy,
  type SecurityPolicyId,
} from '@mimamori/domain'
import { addRecord, newId, removeRecord, setFields, type Versioned } from '../../data/changes.ts'
import { useRecord, useRecords, useSaver } from '../../data/saving.tsx'
import { useMay, useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { loadSentences, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, SavedLine, SavedText } from '../../ui/field.tsx'

/** The policy on security, year by year, and who has signed it. */
export function Policies({ facts }: { facts: FactsView }) {
  const { t, lang } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  const today = date(useToday())
  const { record: own } = useRecord('facility', facts.facility)
  const people = useRecords('people', facts.people)
  const policies = useRecords('securityPolicies', facts.securityPolicies).toSorted((a, b) => b.record.fiscalYear - a.record.fiscalYear)
  const year = own.fiscalYear ?? fiscalYearOf(today)
  async function add(): Promise<void> {
    // NOTE: the title goes on a paper, so it is Japanese whatever the language of the screen.
    const inJapanese = await loadSentences('ja')
    const record = { id: entityId<SecurityPolicyId>(newId('policy')), title: inJapanese('policy.usual'), fiscalYear: year }
    void saver.save([addRecord('securityPolicies', record)])
  }
  return (
    <section className="stack" aria-labelledby="policies">
      <h2 id="policies">{t('policy.title')}</h2>
      <p className="small second">{t('policy.says')}</p>
      {policies.map((policy) => (
        <PolicyCard key={policy.record.id} policy={policy} people={people} mayWrite={mayWrite} />
      ))}
      {mayWrite && policies.every(({ record }) => record.fiscalYear !== year) && (
        <p>
          <button type="button" className="button" onClick={() => void add()}>
            {t('policy.add', { year: fiscalYearName(year, lang) })}
          </button>
        </p>
      )}
    </section>
  )
}

interface PolicyParts {
  readonly policy: Versioned<SecurityPolicy>
  readonly people: readonly Versioned<Person>[]
  readonly mayWrite: boolean
}

function PolicyCard({ policy, people, mayWrite }: PolicyParts) {
  const { t, lang } = useWords()
  const saver = useSaver()
  const takeOff = useUndoable()
  const today = date(useToday())
  const { record } = policy
  const set = (values: Parameters<typeof setFields<'securityPolicies'>>[2]) =>
    void saver.save([setFields('securityPolicies', policy, values)])
  return (
    <details className="card policy">
      <summary>
        <strong>{record.title}</strong> <span className="second">{fiscalYearName(record.fiscalYear, lang)}</span>{' '}
        {record.signedOn === undefined && <span className="second">{t('policy.unsigned')}</span>}
      </summary>
      <fieldset className="stack" disabled={!mayWrite}>
        <legend className="hidden-words">{record.title}</legend>
        <SavedLine label={t('policy.name')} maxLength={200} value={record.title} save={(title) => title !== undefined && set({ title })} />
        <Signer people={people} value={record.signedBy} choose={(signedBy) => set({ signedBy })} />
        <DateField
          label={t('policy.signedOn')}
          readOnly={!mayWrite}
          value={record.signedOn}
          today={today}
          save={(signedOn) => set({ signedOn })}
        />
        <DateField
          label={t('policy.until')}
          readOnly={!mayWrite}
          withToday={false}
          value={record.until}
          today={today}
          save={(until) => set({ until })}
        />
        <SavedText label={t('policy.note')} value={record.note} save={(note) => set({ note })} />
        <p>
          <button
            type="button"
            className="button low"
            onClick={() => takeOff([removeRecord('securityPolicies', policy)], t('policy.removed', { name: record.title }))}
          >
            {t('policy.remove')}
          </button>
        </p>
      </fieldset>
    </details>
  )
}

interface SignerParts {
  readonly people: readonly Versioned<Person>[]
  readonly value: PersonId | undefined
  readonly choose: (value: PersonId | undefined) => void
}

/** Heads first; whoever else signed can be named too, and the product then says that it was not the head. */
function Signer({ people, value, choose }: SignerParts) {
  const { t } = useWords()
  const isHead = ({ record }: Versioned<Person>) => (record.roles?.includes('head') ? 0 : 1)
  return (
    <Field label={t('policy.signedBy')}>
      {(props) => (
        <select
          {...props}
          value={value ?? ''}
          onChange={({ target }) => choose(target.value === '' ? undefined : entityId<PersonId>(target.value))}
        >
          <option value="">{t('policy.signedBy.none')}</option>
          {people
            .toSorted((a, b) => isHead(a) - isHead(b))
            .map(({ record }) => (
              <option key={record.id} value={record.id}>
                {record.post === undefined ? record.name : t('policy.person', { name: record.name, post: record.post })}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
}
