import type { NotDoneChoice } from '@mimamori/contract'
import type { CalendarDate } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem } from '../../ui/problem.tsx'
import { StepChoice } from './step-choice.tsx'
import { type FieldParts, type Said, StepField } from './step-fields.tsx'
import { type Asked, asked, lacks, needsNote, type StepKind, stepKindWords } from './step-words.ts'
import { useFirstField } from './use-first-field.ts'

/** A step as a person wants it; the side that sends it adds who and when. */
export type StepWanted<K extends StepKind> = { readonly kind: K } & Said

interface FormParts<K extends StepKind> {
  /** What this side may say now. */
  readonly kinds: readonly K[]
  readonly today: CalendarDate
  readonly notDone: readonly NotDoneChoice[]
  readonly visits?: FieldParts['visits']
  readonly files?: FieldParts['files']
  readonly attach?: FieldParts['attach']
  readonly wayOn?: FieldParts['wayOn']
  readonly busy: boolean
  /** Another step has just been sent from here. */
  readonly takesFocus: boolean
  readonly send: (step: StepWanted<K>) => void
}

/** The next step of either side: what it is, and what it cannot be without. */
export function ResponseStepForm<K extends StepKind>({ kinds, busy, takesFocus, send, ...parts }: FormParts<K>) {
  const { t } = useWords()
  const form = useFirstField(takesFocus)
  const [kind, setKind] = useState<K>()
  const [said, setSaid] = useState<Said>({})
  const [isMissing, setIsMissing] = useState(false)
  function choose(next: K): void {
    setKind(next)
    setIsMissing(false)
    // NOTE: what was chosen for another kind must not travel along unseen; the words stay.
    setSaid(withoutNothing({ note: said.note, ...(next === 'told' && { way: 'mail' as const }) }))
  }
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (kind === undefined) return
    const step = withoutNothing({ ...said, note: said.note?.trim() === '' ? undefined : said.note?.trim() })
    const isLacking = lacks(kind, step)
    setIsMissing(isLacking)
    if (!isLacking && !busy) send({ kind, ...step })
  }
  const put: FieldParts['put'] = (values) => setSaid((before) => withoutNothing({ ...before, ...values }))
  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <StepChoice
        label={t('step.kind')}
        none={t('questions.choose')}
        choices={kinds.map((value) => ({ value, name: t(wordOf(value)) }))}
        value={kind}
        choose={choose}
      />
      {kind !== undefined && <Rest kind={kind} isMissing={isMissing} said={said} put={put} {...parts} />}
    </form>
  )
}

function Rest({ kind, isMissing, ...parts }: FieldParts & { kind: StepKind; isMissing: boolean }) {
  const { t } = useWords()
  const fields: readonly Asked[] = asked[kind]
  return (
    <>
      {fields.map((field) => (
        <StepField key={field} field={field} {...parts} />
      ))}
      <Field label={t(needsNote.has(kind) ? 'step.note.needed' : 'step.note')} help={t('field.noPatients')}>
        {(props) => (
          <textarea
            {...props}
            rows={3}
            maxLength={2000}
            value={parts.said.note ?? ''}
            onChange={(event) => parts.put({ note: event.target.value })}
          />
        )}
      </Field>
      {isMissing && (
        <div className="field" role="alert">
          <FieldProblem id="step-missing">{t('step.missing')}</FieldProblem>
        </div>
      )}
      <p>
        <button type="submit" className="button filled">
          {t('step.keep')}
        </button>
      </p>
    </>
  )
}

/** NOTE: of a kind that is not yet told apart TypeScript does not see that its word asks for nothing. */
function wordOf(kind: StepKind): PlainKey {
  return stepKindWords[kind]
}

function withoutNothing(said: { readonly [F in keyof Said]?: Said[F] | undefined }): Said {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Said // only what is there is left
}
