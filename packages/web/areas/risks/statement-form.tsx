import type { ControlView } from '@mimamori/contract'
import {
  type CalendarDate,
  type ControlStatement,
  type ControlStatementId,
  date,
  type EvidenceId,
  entityId,
  type VendorId,
} from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId } from '../../data/changes.ts'
import { useSession, useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { announce } from '../../ui/say.tsx'
import { EvidenceField } from './evidence-field.tsx'
import { Select } from './select.tsx'
import { partyNamer, statedWords } from './words.ts'

type State = ControlStatement['state']

const states = Object.keys(statedWords) as State[] // the keys of the table

/** How a control stands, by the word of somebody who has looked; taken back in one press. */
export function StatementForm({ view }: { view: ControlView }) {
  const { t, say } = useWords()
  const undoable = useUndoable()
  const session = useSession()
  const today = date(useToday())
  const parties = [...view.owners, ...(view.owners.includes('vendor') ? view.vendors.map(({ id }) => `vendor:${id}`) : [])]
  const [party, setParty] = useState<string>(parties[0] ?? 'facility')
  const [state, setState] = useState<State>('in-place')
  const [until, setUntil] = useState<CalendarDate>()
  const [statedBy, setStatedBy] = useState(session?.person?.name ?? '')
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState<EvidenceId>()
  const [isMissing, setIsMissing] = useState(false)
  const nameOf = partyNamer(view.vendors, t)

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setIsMissing(statedBy.trim() === '')
    if (statedBy.trim() === '') return
    const vendor = party.startsWith('vendor:') ? { vendor: entityId<VendorId>(party.slice('vendor:'.length)) } : {}
    const record: ControlStatement = {
      id: entityId<ControlStatementId>(newId('stated')),
      control: view.id,
      party: party === 'facility' ? 'facility' : 'vendor',
      ...vendor,
      state,
      statedOn: today,
      statedBy: statedBy.trim(),
      ...(until !== undefined && state !== 'no' && { until }),
      ...(note.trim() !== '' && { note: note.trim() }),
      ...(evidence !== undefined && { evidence }),
    }
    const kept = t('control.state.kept', { control: say(view.name) })
    undoable([addRecord('controls', record)], kept)
    announce(kept)
    setNote('')
    setUntil(undefined)
    setEvidence(undefined)
  }

  return (
    <form className="card stack no-print" noValidate onSubmit={submit} aria-label={t('control.state')}>
      <h2>{t('control.state')}</h2>
      <p className="small second">{t('control.state.says')}</p>
      <Select
        label={t('control.state.who')}
        choices={parties.map((value) => ({ value, name: nameOf(value) }))}
        value={party}
        choose={setParty}
      />
      <Select
        label={t('control.state.label')}
        choices={states.map((value) => ({ value, name: t(statedWords[value]) }))}
        value={state}
        choose={setState}
      />
      {state !== 'no' && (
        <DateField
          label={t('control.state.until')}
          help={t('control.state.until.help')}
          value={until}
          today={today}
          withToday={false}
          save={setUntil}
        />
      )}
      <Field label={t('control.state.by')} wrong={isMissing ? t('control.state.missing') : undefined}>
        {(props) => (
          <input {...props} maxLength={200} autoComplete="off" value={statedBy} onChange={({ target }) => setStatedBy(target.value)} />
        )}
      </Field>
      <Field label={t('control.state.note')} help={t('field.noPatients')}>
        {(props) => <textarea {...props} rows={2} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />}
      </Field>
      <EvidenceField kept={evidence !== undefined} keep={setEvidence} />
      <p>
        <button type="submit" className="button filled">
          {t('control.state.keep')}
        </button>
      </p>
    </form>
  )
}
