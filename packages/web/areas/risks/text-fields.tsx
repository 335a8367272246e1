import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'

interface FieldParts {
  readonly label: string
  readonly help?: string
  readonly value: string | undefined
  /** An empty field is none. */
  readonly write: (value: string | undefined) => void
}

function orNone(text: string): string | undefined {
  return text.trim() === '' ? undefined : text
}

/** Free text of several lines, kept with the form that it stands in. */
export function TextField({ label, help, value, write }: FieldParts) {
  const { t } = useWords()
  return (
    <Field label={label} help={help ?? t('field.noPatients')}>
      {(props) => (
        <textarea {...props} rows={3} maxLength={2000} value={value ?? ''} onChange={({ target }) => write(orNone(target.value))} />
      )}
    </Field>
  )
}

export function LineField({ label, help, value, write }: FieldParts) {
  return (
    <Field label={label} help={help}>
      {(props) => (
        <input {...props} maxLength={200} autoComplete="off" value={value ?? ''} onChange={({ target }) => write(orNone(target.value))} />
      )}
    </Field>
  )
}
