import type { CalendarDate } from '@mimamori/domain'
import { type ReactNode, useRef, useState } from 'react'
import { useWords } from '../text/words.tsx'
import { Field } from './field.tsx'
import { isConverting } from './keys.ts'
import { readTypedDate } from './read-date.ts'
import { longDate, plainDate } from './show-date.ts'

/**
 * A date typed as text in any of the spellings of an office, with 「今日」 beside it. It saves itself; a text that is no
 * date stays in the field with a word of how to write it. `check` may refuse a real date with a sentence.
 */
export function DateField({ label, help, value, today, withToday = true, save, check, missing, readOnly = false }: DateFieldParts) {
  const { t, lang } = useWords()
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState<ReactNode>()
  // NOTE: as in `useDraft`: what is typed is stored against what was on the screen at the first key.
  const begun = useRef<typeof save>(undefined)
  const shown = typed ?? (value === undefined ? '' : plainDate(value, lang))

  function keep(date: CalendarDate | undefined): void {
    const refusal = date === undefined ? undefined : check?.(date)
    setWrong(refusal)
    if (refusal !== undefined) return
    setTyped(undefined)
    if (date !== value) (begun.current ?? save)(date)
    begun.current = undefined
  }

  function leave(): void {
    if (typed === undefined) return
    if (value !== undefined && typed === plainDate(value, lang)) {
      setTyped(undefined)
      begun.current = undefined
      return
    }
    const read = readTypedDate(typed, today)
    if (read.kind === 'date') keep(read.date)
    else if (read.kind === 'empty') keep(undefined)
    else if (read.kind === 'unreadable') setWrong(t('date.unreadable', { text: typed }))
    else
      setWrong(
        <>
          {t('date.which')}{' '}
          {read.options.map((option) => (
            <button key={option} type="button" className="button low" onClick={() => keep(option)}>
              {longDate(option, lang)}
            </button>
          ))}
        </>,
      )
  }

  return (
    <Field label={label} help={help} wrong={wrong ?? (value === undefined ? missing : undefined)}>
      {(props) => (
        <span className="with-button">
          <input
            {...props}
            value={shown}
            readOnly={readOnly}
            autoComplete="off"
            maxLength={40}
            onChange={(event) => {
              begun.current ??= save
              setTyped(event.target.value)
            }}
            onBlur={leave}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isConverting(event)) return
              // NOTE: in a form, a date that cannot be read must not be sent as none.
              event.preventDefault()
              leave()
            }}
          />
          {withToday && !readOnly && (
            <button type="button" className="button" onClick={() => keep(today)}>
              {t('date.today')}
            </button>
          )}
        </span>
      )}
    </Field>
  )
}

interface DateFieldParts {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly value: CalendarDate | undefined
  readonly today: CalendarDate
  readonly withToday?: boolean
  readonly save: (date: CalendarDate | undefined) => void
  /** Said while there is no date. */
  readonly missing?: string | undefined
  readonly check?: (date: CalendarDate) => string | undefined
  readonly readOnly?: boolean
}
