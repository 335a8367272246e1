import type { PlainKey, Translate } from '../../text/words.tsx'
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

/** The values of a table of words, in its order. */
export function wordChoices<V extends string>(
  t: Translate,
  words: Readonly<Record<V, PlainKey>>,
): readonly { readonly value: V; readonly name: string }[] {
  const entries: readonly [string, PlainKey][] = Object.entries(words)
  return entries.map(([value, word]) => ({ value: value as V, name: t(word) })) // the keys of a table are its values
}
