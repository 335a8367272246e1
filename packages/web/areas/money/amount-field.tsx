import { type ReactNode, useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { isConverting } from '../../ui/keys.ts'

interface AmountParts {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly value: number | undefined
  readonly show: (value: number) => string
  /** Undefined where the text is no such figure. */
  readonly read: (text: string) => number | undefined
  readonly save: (value: number | undefined) => void
}

/** A figure that saves itself on leaving; what cannot be read stays in the field, with a word of how to write it. Empty means unknown. */
export function AmountField({ label, help, value, show, read, save }: AmountParts) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  function leave(): void {
    if (typed === undefined) return
    const isEmpty = typed.trim() === ''
    const amount = isEmpty ? undefined : read(typed)
    if (!isEmpty && amount === undefined) {
      setWrong(t('money.figure.unreadable', { text: typed }))
      return
    }
    setWrong(undefined)
    setTyped(undefined)
    if (amount !== value) save(amount)
  }
  return (
    <Field label={label} help={help} wrong={wrong}>
      {(props) => (
        <input
          {...props}
          className="short"
          inputMode="decimal"
          autoComplete="off"
          maxLength={30}
          value={typed ?? (value === undefined ? '' : show(value))}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isConverting(event)) return
            event.preventDefault()
            leave()
          }}
        />
      )}
    </Field>
  )
}
