import { type InputHTMLAttributes, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../text/words.tsx'
import { isConverting } from './keys.ts'
import { FieldProblem } from './problem.tsx'

export interface FieldProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

/** Label above, help between label and field, what is wrong below. */
export function Field({
  label,
  help,
  wrong,
  children,
}: {
  label: ReactNode
  help?: ReactNode
  wrong?: ReactNode
  children: (props: FieldProps) => ReactNode
}) {
  const id = useId()
  const described = [help !== undefined && `${id}-help`, wrong !== undefined && `${id}-wrong`].filter((each) => each !== false)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': wrong === undefined ? undefined : true,
      })}
      {wrong !== undefined && <FieldProblem id={`${id}-wrong`}>{wrong}</FieldProblem>}
    </div>
  )
}

type InputParts = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'className' | 'readOnly'
>

type Draft = ReturnType<typeof useDraft>

/** A line of text that is stored on leaving and by Enter; the Enter that confirms a conversion does not count. */
export function DraftInput({ draft, field, ...rest }: { draft: Draft; field: FieldProps } & InputParts) {
  return (
    <input
      autoComplete="off"
      maxLength={200}
      {...field}
      {...rest}
      value={draft.text}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.store}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isConverting(event)) draft.store()
      }}
    />
  )
}

interface LineProps {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly value: string | undefined
  readonly save: (value: string | undefined) => void
}

/** A line of text that saves itself. */
export function SavedLine({ label, help, value, save, ...rest }: LineProps & InputParts) {
  const draft = useDraft(value, save)
  return (
    <Field label={label} help={help}>
      {(field) => <DraftInput field={field} draft={draft} {...rest} />}
    </Field>
  )
}

/** Free text of several lines that saves itself; reminds that no patient may be named in it. */
export function SavedText({
  label,
  value,
  save,
  readOnly,
}: {
  label: ReactNode
  value: string | undefined
  save: (value: string | undefined) => void
  readOnly?: boolean
}) {
  const { t } = useWords()
  const draft = useDraft(value, save)
  return (
    <Field label={label} help={t('field.noPatients')}>
      {(props) => (
        <textarea
          {...props}
          rows={3}
          maxLength={2000}
          readOnly={readOnly}
          value={draft.text}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.store}
        />
      )}
    </Field>
  )
}

const pauseMs = 1500

/**
 * What is typed, stored after a pause and when the person leaves; a value from elsewhere shows unless something is being
 * typed. Without `pause` only on leaving: where storing makes something new.
 */
export function useDraft(value: string | undefined, save: (value: string | undefined) => void, { pause = true }: { pause?: boolean } = {}) {
  const [typed, setTyped] = useState<string>()
  const latest = useRef({ value, save })
  const draft = useRef<{ text: string | undefined; save?: typeof save; timer?: ReturnType<typeof setTimeout> }>({ text: undefined })
  useEffect(() => {
    latest.current = { value, save }
  })
  function keep(): void {
    clearTimeout(draft.current.timer)
    const text = draft.current.text?.trim()
    if (text === undefined || text === (latest.current.value ?? '')) return
    const { save: begun = latest.current.save } = draft.current
    begun(text === '' ? undefined : text)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field goes away
  useEffect(() => keep, [])
  return {
    text: typed ?? value ?? '',
    type: (text: string) => {
      clearTimeout(draft.current.timer)
      // NOTE: stored against what was on the screen at the first key, or a value that came in meanwhile would be overwritten unseen.
      const begun = draft.current.save ?? latest.current.save
      draft.current = pause ? { text, save: begun, timer: setTimeout(keep, pauseMs) } : { text, save: begun }
      setTyped(text)
    },
    store: () => {
      keep()
      draft.current = { text: undefined }
      setTyped(undefined)
    },
  }
}

export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly keyName?: string | undefined
}

interface Choosing {
  legend: ReactNode
  hideLegend?: boolean
  choices: readonly Choice[]
  value: string | undefined
  choose: (value: string) => void
}

/** One of several, as large buttons. The keys shown at the right act through `useKeys` of the screen. */
export function OneOf({ legend, hideLegend = false, choices, value, choose }: Choosing) {
  const name = useId()
  return (
    <fieldset className="field">
      <legend className={hideLegend ? 'hidden-words' : 'field-name'}>{legend}</legend>
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input type="radio" name={name} value={choice.value} checked={value === choice.value} onChange={() => choose(choice.value)} />
            <span>{choice.label}</span>
            {choice.keyName !== undefined && (
              <span className="key" aria-hidden="true">
                {choice.keyName}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One of a few short words, side by side. */
export function ShortChoice({ legend, hideLegend = false, choices, value, choose }: Choosing) {
  const name = useId()
  return (
    <fieldset className="field">
      <legend className={hideLegend ? 'hidden-words' : 'field-name'}>{legend}</legend>
      <span className="switch">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input type="radio" name={name} value={choice.value} checked={value === choice.value} onChange={() => choose(choice.value)} />
            {choice.label}
          </label>
        ))}
      </span>
    </fieldset>
  )
}
