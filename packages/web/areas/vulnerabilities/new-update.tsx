import { entityId, type PlannedUpdate, type PlannedUpdateId } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { addRecord, newId } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { announce } from '../../ui/say.tsx'
import { StepChoice, wordChoices } from './step-choice.tsx'
import { kindWords } from './update-words.ts'

/** What a planned update cannot be without; the rest is filled in afterwards. */
export function NewUpdate() {
  const { t } = useWords()
  const saver = useSaver()
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<PlannedUpdate['kind']>('fee-revision')
  const [isMissing, setIsMissing] = useState(false)
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setIsMissing(title.trim() === '')
    if (title.trim() === '') return
    void saver.save([addRecord('plannedUpdates', { id: entityId<PlannedUpdateId>(newId('upd')), title: title.trim(), kind })])
    announce(t('updates.added'))
    setTitle('')
  }
  return (
    <form className="card stack no-print" noValidate onSubmit={submit} aria-label={t('updates.add')}>
      <h2>{t('updates.add')}</h2>
      <Field label={t('updates.name')} wrong={isMissing ? t('updates.missing') : undefined}>
        {(props) => (
          <input {...props} maxLength={200} autoComplete="off" value={title} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <StepChoice label={t('updates.kind')} choices={wordChoices(t, kindWords)} value={kind} choose={setKind} />
      <p>
        <button type="submit" className="button">
          {t('updates.keep')}
        </button>
      </p>
    </form>
  )
}
