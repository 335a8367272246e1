import type { TasksView } from '@mimamori/contract'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'

interface ChoiceProps {
  readonly label: ReactNode
  readonly help?: ReactNode
  /** What stands for nobody. */
  readonly none: string
  readonly choices: TasksView['people']
  readonly value: string
  readonly choose: (id: string) => void
}

/** One of the people or vendors, or nobody. */
export function WhoField({ label, help, none, choices, value, choose }: ChoiceProps) {
  const { t } = useWords()
  return (
    <Field label={label} help={help}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => choose(event.target.value)}>
          <option value="">{none}</option>
          {choices.map(({ id, name, beside }) => (
            <option key={id} value={id}>
              {beside === undefined ? name : t('tasks.namesake', { name, beside })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Free text of several lines that is sent by a button below it. */
export function TextField({
  label,
  help,
  value,
  write,
}: {
  label: ReactNode
  help?: ReactNode
  value: string
  write: (text: string) => void
}) {
  const { t } = useWords()
  return (
    <Field label={label} help={help ?? t('field.noPatients')}>
      {(props) => <textarea {...props} rows={3} maxLength={2000} value={value} onChange={(event) => write(event.target.value)} />}
    </Field>
  )
}
