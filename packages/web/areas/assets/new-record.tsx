import { type SubmitEvent, useState } from 'react'
import { newId } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { announce } from '../../ui/say.tsx'
import type { Names } from './field-table.ts'
import { type AnyField, type AnyForm, type Part, partForms } from './parts.ts'
import { addOne } from './record-form.tsx'

/** What a new record of the part cannot be without; the rest is filled in afterwards. */
export function NewRecord({ part, names, made }: { part: Part; names: Names; made: (id: string) => void }) {
  const { t } = useWords()
  const saver = useSaver()
  const form: AnyForm = partForms[part]
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [isAsked, setIsAsked] = useState(false)
  const asked = form.asked.flatMap((name) => form.fields.find((field) => field.name === name) ?? [])
  const missing = asked.filter(({ name }) => (values[name] ?? '').trim() === '')
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setIsAsked(missing.length > 0)
    if (missing.length > 0) return
    const id = newId(part.toLowerCase())
    const filled = Object.entries(values).map(([name, value]): [string, string] => [name, value.trim()])
    void saver.save([addOne(part, { id, ...Object.fromEntries(filled) })])
    announce(t('register.added'))
    setValues({})
    made(id)
  }
  return (
    <form className="card stack" noValidate onSubmit={submit} aria-label={t(form.add)}>
      <h2>{t(form.add)}</h2>
      <div className="record-fields">
        {asked.map((field) => (
          <Asked
            key={field.name}
            field={field}
            names={names}
            value={values[field.name] ?? ''}
            wrong={isAsked && missing.includes(field)}
            write={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
      </div>
      <p>
        <button type="submit" className="button">
          {t('people.put')}
        </button>
      </p>
    </form>
  )
}

interface AskedProps {
  readonly field: AnyField
  readonly names: Names
  readonly value: string
  readonly wrong: boolean
  readonly write: (value: string) => void
}

function Asked({ field: { word, as }, names, value, wrong, write }: AskedProps) {
  const { t } = useWords()
  const choices =
    as.kind === 'choice' ? as.choices.map((one) => ({ id: one.value, name: t(one.word) })) : as.kind === 'one' ? names[as.of] : undefined
  return (
    <Field label={t(word)} {...(wrong && { wrong: t('register.missing') })}>
      {(props) =>
        choices ? (
          <select {...props} value={value} onChange={(event) => write(event.target.value)}>
            <option value="">{t('questions.choose')}</option>
            {choices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <input {...props} maxLength={200} autoComplete="off" value={value} onChange={(event) => write(event.target.value)} />
        )
      }
    </Field>
  )
}
