import { Field } from '../../ui/field.tsx'

interface SelectParts<V extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: V; readonly name: string }[]
  readonly value: V
  readonly choose: (value: V) => void
}

/** One of several values as a list that opens. */
export function Select<V extends string>({ label, choices, value, choose }: SelectParts<V>) {
  return (
    <Field label={label}>
      {(props) => (
        <select
          {...props}
          value={value}
          onChange={({ target }) => {
            const chosen = choices.find((choice) => choice.value === target.value)
            if (chosen) choose(chosen.value)
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
