import type { TaskView } from '@mimamori/contract'
import { date, entityId, isEqual, type PersonId, type VendorId } from '@mimamori/domain'
import { useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { ChangedBox } from '../../ui/changed-box.tsx'
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
      <TaskWords
        view={view}
        keep={({ title, says }, done) =>
          act.mutate({ act: 'word', title, says: says === '' ? null : says }, { onSuccess: (isConflict) => !isConflict && done() })
        }
      />
      {act.data === true && <p className="box-note">{t('task.conflict')}</p>}
      {act.isError && <Problem error={act.error} />}
    </section>
  )
}

interface Words {
  readonly title: string
  readonly says: string
}

function TaskWords({ view, keep }: { view: TaskView; keep: (words: Words, done: () => void) => void }) {
  const { t } = useWords()
  const held = { title: view.line.title, says: view.task.record.says ?? '' }
  const [typed, setTyped] = useState<{ readonly words: Words; readonly seen: Words }>()
  const { words, seen } = typed ?? { words: held, seen: held }
  const { title, says } = words
  const write = (part: Partial<Words>) => setTyped({ words: { ...words, ...part }, seen })
  const isChanged = !isEqual(held, seen) && !isEqual(held, words)
  return (
    <details>
      <summary>{t('task.words')}</summary>
      <div className="stack">
        <Field label={t('newTask.what')} wrong={title.trim() === '' ? t('newTask.missing') : undefined}>
          {(props) => (
            <input {...props} maxLength={200} autoComplete="off" value={title} onChange={(event) => write({ title: event.target.value })} />
          )}
        </Field>
        <TextField label={t('newTask.says')} help={t('newTask.vendor.says')} value={says} write={(text) => write({ says: text })} />
        {isChanged && (
          <ChangedBox
            now={
              <>
                <p>{t('conflict.now', { value: held.title })}</p>
                {held.says !== '' && <p className="message-text">{held.says}</p>}
              </>
            }
            takeNow={() => setTyped(undefined)}
            takeMine={() => setTyped({ words, seen: held })}
          />
        )}
        <p>
          <button
            type="button"
            className="button"
            onClick={() => {
              if (title.trim() !== '' && !isChanged) keep({ title: title.trim(), says: says.trim() }, () => setTyped(undefined))
            }}
          >
            {t('task.words.keep')}
          </button>
        </p>
      </div>
    </details>
  )
}
