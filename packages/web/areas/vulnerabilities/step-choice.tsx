import { Field } from '../../ui/field.tsx'

interface ChoiceParts<V extends string> {
  readonly label: string
  /** What stands there before anything is chosen; absent where something always is. */
  readonly none?: string
  readonly choices: readonly { readonly value: V; readonly name: string }[]
  readonly value: V | undefined
  readonly choose: (value: V) => void
}

/** One of several values as a list that opens. */
export function StepChoice<V extends string>({ label, none, choices, value, choose }: ChoiceParts<V>) {
  return (
    <Field label={label}>
      {(props) => (
        <select
          {...props}
          value={value ?? ''}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value)
            if (chosen) choose(chosen.value)
          }}
        >
          {none !== undefined && <option value="">{none}</option>}
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
