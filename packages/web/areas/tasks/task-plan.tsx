import type { TaskView } from '@mimamori/contract'
import { date, entityId, type PersonId, type VendorId } from '@mimamori/domain'
import { useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { TextField, WhoField } from './choices.tsx'
import { useTaskAct } from './use-task.ts'

/** Who does it, by when, and in which words; each is recorded as it is chosen. */
export function TaskPlan({ view }: { view: TaskView }) {
  const { t } = useWords()
  const act = useTaskAct(view)
  const { state, owner = '', vendor = '', dueOn } = view.line
  if (state === 'done' || state === 'given-up') return null
  return (
    <section className="card stack no-print">
      <WhoField
        label={t('task.owner')}
        none={t('tasks.nobody')}
        choices={view.people}
        value={owner}
        choose={(id) => act.mutate({ act: 'give', owner: id === '' ? null : entityId<PersonId>(id) })}
      />
      <DateField
        label={t('task.due')}
        value={dueOn === undefined ? undefined : date(dueOn)}
        today={date(view.today)}
        withToday={false}
        save={(day) => act.mutate({ act: 'due', dueOn: day ?? null })}
      />
      <WhoField
        label={t('task.handTo')}
        help={t('task.handTo.says')}
        none={t('newTask.vendor.none')}
        choices={view.vendors}
        value={vendor}
        choose={(id) => act.mutate({ act: 'hand', vendor: id === '' ? null : entityId<VendorId>(id) })}
      />
      <TaskWords key={view.task.version} view={view} keep={(title, says) => act.mutate({ act: 'word', title, says })} />
      {act.data === true && <p className="box-note">{t('task.conflict')}</p>}
      {act.isError && <Problem error={act.error} />}
    </section>
  )
}

function TaskWords({ view, keep }: { view: TaskView; keep: (title: string, says: string | null) => void }) {
  const { t } = useWords()
  const [title, setTitle] = useState(view.line.title)
  const [says, setSays] = useState(view.task.record.says ?? '')
  return (
    <details>
      <summary>{t('task.words')}</summary>
      <div className="stack">
        <Field label={t('newTask.what')} wrong={title.trim() === '' ? t('newTask.missing') : undefined}>
          {(props) => (
            <input {...props} maxLength={200} autoComplete="off" value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <TextField label={t('newTask.says')} help={t('newTask.vendor.says')} value={says} write={setSays} />
        <p>
          <button
            type="button"
            className="button"
            onClick={() => {
              if (title.trim() !== '') keep(title.trim(), says.trim() === '' ? null : says.trim())
            }}
          >
            {t('task.words.keep')}
          </button>
        </p>
      </div>
    </details>
  )
}
