import { entityId, type Trust, type Zone, type ZoneId } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { addRecord, type NewValues, newId, removeRecord, setFields, type Versioned } from '../../data/changes.ts'
import { useRecord, useSaver } from '../../data/saving.tsx'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { closedWords } from '../../ui/control-words.ts'
import { Field, SavedLine, SavedText } from '../../ui/field.tsx'
import { wordsIn } from '../assets/index.ts'
import { useTrustName } from './network-table.tsx'
import { useSeen } from './use-seen.ts'
import { trustOrder } from './words.ts'

/** What is known of a zone; each field saves itself. */
export function ZoneForm({ of: stored, close }: { of: Versioned<Zone>; close: () => void }) {
  const { t } = useWords()
  const saver = useSaver()
  const act = useUndoable()
  const of = useRecord('zones', stored)
  const { record } = of
  const save = (values: NewValues<'zones'>) => void saver.save([setFields('zones', of, values)])
  return (
    <section className="card stack" aria-label={record.name}>
      <h2>{t('network.editZone.of', { name: record.name })}</h2>
      <SavedLine label={t('register.name')} value={record.name} save={(name) => name !== undefined && save({ name })} />
      <TrustField value={record.trust} choose={(trust) => save({ trust })} />
      <SavedLine
        label={t('network.prefixes')}
        help={t('network.prefixes.help')}
        value={(record.prefixes ?? []).join(t('list.comma'))}
        save={(typed) => save({ prefixes: typed === undefined ? undefined : wordsIn(typed) })}
      />
      <SavedLine
        label={t('network.vlans')}
        help={t('network.vlans.help')}
        value={(record.vlans ?? []).join(t('list.comma'))}
        save={(typed) => save({ vlans: typed === undefined ? undefined : wordsIn(typed) })}
      />
      <ClosedField record={record} save={save} />
      <label className="tick">
        <input
          type="checkbox"
          checked={record.privateUse === 'yes'}
          onChange={() => save({ privateUse: record.privateUse === 'yes' ? undefined : 'yes' })}
        />
        {t('network.privateUse')}
      </label>
      <SavedText label={t('field.note')} value={record.note} save={(note) => save({ note })} />
      <p className="row">
        <button type="button" className="button" onClick={close}>
          {t('close')}
        </button>
        <button
          type="button"
          className="button low"
          onClick={() => {
            act([removeRecord('zones', of)], t('register.removed', { name: record.name }))
            close()
          }}
        >
          {t('register.remove')}
        </button>
      </p>
    </section>
  )
}

/** Who holds that nothing outside can be reached from the zone. */
function ClosedField({ record, save }: { record: Zone; save: (values: Pick<NewValues<'zones'>, 'closed' | 'closedBy'>) => void }) {
  const { t } = useWords()
  function choose(by: string): void {
    if (by === '') save({ closed: undefined, closedBy: undefined })
    else save({ closed: 'yes', closedBy: by === 'facility' || by === 'vendor' ? by : undefined })
  }
  return (
    <Field label={t('network.closed')} help={t('network.closed.help')}>
      {(props) => (
        <select
          {...props}
          value={record.closed === 'yes' ? (record.closedBy ?? 'yes') : ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('network.closed.nobody')}</option>
          {Object.entries(closedWords).map(([by, word]) => (
            <option key={by} value={by}>
              {t(word)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function TrustField({ value, choose }: { value: Trust | ''; choose: (trust: Trust) => void }) {
  const { t } = useWords()
  const trustName = useTrustName()
  return (
    <Field label={t('network.trust')}>
      {(props) => (
        <select
          {...props}
          value={value}
          onChange={(event) => {
            const trust = trustOrder.find((one) => one === event.target.value)
            if (trust) choose(trust)
          }}
        >
          {value === '' && <option value="">{t('questions.choose')}</option>}
          {trustOrder.map((trust) => (
            <option key={trust} value={trust}>
              {trustName(trust)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A new zone: its name and what it is for; the rest is filled in afterwards. */
export function NewZone({
  trust: first = '',
  prefixes,
  made,
}: {
  trust?: Trust | ''
  /** Addresses that it has from the start. */
  prefixes?: readonly string[]
  made: (id: string) => void
}) {
  const { t } = useWords()
  const act = useUndoable()
  const trustName = useTrustName()
  const { view } = useSeen()
  const [name, setName] = useState('')
  const [trust, setTrust] = useState<Trust | ''>(first)
  const [isAsked, setIsAsked] = useState(false)
  const called = name.trim() === '' && trust !== '' ? trustName(trust) : name.trim()
  const isTaken = view.zones.some(({ record }) => record.name === called)
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setIsAsked(trust === '' || isTaken)
    if (trust === '' || isTaken) return
    const id = entityId<ZoneId>(newId('zone'))
    act([addRecord('zones', { id, name: called, trust, ...(prefixes && { prefixes }) })], t('network.zoneMade', { name: called }))
    setName('')
    made(id)
  }
  return (
    <form className="stack" noValidate onSubmit={submit} aria-label={t('network.newZone')}>
      <TrustField value={trust} choose={setTrust} />
      <Field
        label={t('register.name')}
        help={t('network.newZone.name')}
        {...(isAsked && { wrong: isTaken ? t('network.nameTaken', { name: called }) : t('network.newZone.trust') })}
      >
        {(props) => <input {...props} maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <p>
        <button type="submit" className="button">
          {t('network.newZone')}
        </button>
      </p>
    </form>
  )
}
