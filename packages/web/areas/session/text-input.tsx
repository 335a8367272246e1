import type { InputHTMLAttributes } from 'react'
import { Field } from '../../ui/field.tsx'

type Parts = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'autoCapitalize' | 'maxLength' | 'readOnly'
>

/** A field of a form that is sent as a whole. */
export function TextInput({
  name,
  label,
  help,
  wrong,
  value,
  change,
  ...parts
}: {
  name: string
  label: string
  help?: string | undefined
  wrong?: string | undefined
  value: string
  change: (value: string) => void
} & Parts) {
  return (
    <Field label={label} help={help} wrong={wrong}>
      {(props) => <input {...props} {...parts} name={name} value={value} onChange={(event) => change(event.target.value)} />}
    </Field>
  )
}
