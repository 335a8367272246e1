import type { NotDoneChoice } from '@mimamori/contract'
import type { CalendarDate, ResponseStep } from '@mimamori/domain'
import { type SubmitEvent, useState } from 'react'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem } from '../../ui/problem.tsx'
import { StepChoice, wordChoices } from './step-choice.tsx'
import { asked, effectWords, needsNote, notAffectedWords, type StepKind, stepKindWords, wayWords } from './step-words.ts'

type Said = Pick<ResponseStep, 'way' | 'note' | 'effect' | 'plannedOn' | 'until' | 'notDone' | 'notAffected' | 'costYen' | 'version'>

/** A step as a person wants it; the side that sends it adds who and when. */
export type StepWanted<K extends StepKind> = { readonly kind: K } & Said

interface FormParts<K extends StepKind> {
  /** What this side may say now. */
  readonly kinds: readonly K[]
  readonly today: CalendarDate
  readonly notDone: readonly NotDoneChoice[]
  readonly busy: boolean
  readonly send: (step: StepWanted<K>) => void
}

/** The next step of either side: what it is, and what it cannot be without. */
export function ResponseStepForm<K extends StepKind>({ kinds, today, notDone, busy, send }: FormParts<K>) {
  const { t, say } = useWords()
  const [kind, setKind] = useState<K>()
  const [said, setSaid] = useState<Said>({})
  const [isMissing, setIsMissing] = useState(false)
  const fields = fieldsOf(kind)
  const answer = said.notDone === undefined ? undefined : notDone.find(({ id }) => id === said.notDone)?.answer
  const put = (values: { readonly [F in keyof Said]?: Said[F] | undefined }) => setSaid(withoutNothing({ ...said, ...values }))
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
    const lacks = isLacking(kind, step)
    setIsMissing(lacks)
    if (!lacks && !busy) send({ kind, ...step })
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <StepChoice
        label={t('step.kind')}
        none={t('questions.choose')}
        choices={kinds.map((value) => ({ value, name: t(wordOf(value)) }))}
        value={kind}
        choose={choose}
      />
      {fields.includes('way') && (
        <StepChoice label={t('step.way')} choices={wordChoices(t, wayWords)} value={said.way} choose={(way) => put({ way })} />
      )}
      {fields.includes('effect') && (
        <StepChoice
          label={t('step.effect')}
          none={t('questions.choose')}
          choices={wordChoices(t, effectWords)}
          value={said.effect}
          choose={(effect) => put({ effect })}
        />
      )}
      {fields.includes('plannedOn') && (
        <DateField
          label={t('step.plannedOn')}
          value={said.plannedOn}
          today={today}
          withToday={false}
          save={(plannedOn) => put({ plannedOn })}
        />
      )}
      {fields.includes('until') && (
        <DateField label={t('step.until')} value={said.until} today={today} withToday={false} save={(until) => put({ until })} />
      )}
      {fields.includes('notDone') && (
        <StepChoice
          label={t('step.why')}
          none={t('questions.choose')}
          choices={notDone.map(({ id, name }) => ({ value: id, name: say(name) }))}
          value={said.notDone}
          choose={(reason) => put({ notDone: reason })}
        />
      )}
      {answer && <p className="box-note">{say(answer)}</p>}
      {fields.includes('notAffected') && (
        <StepChoice
          label={t('step.why')}
          none={t('questions.choose')}
          choices={wordChoices(t, notAffectedWords)}
          value={said.notAffected}
          choose={(notAffected) => put({ notAffected })}
        />
      )}
      {fields.includes('version') && <VersionField value={said.version} save={(version) => put({ version })} />}
      {fields.includes('costYen') && <CostField value={said.costYen} save={(costYen) => put({ costYen })} />}
      {kind !== undefined && (
        <Field label={t(needsNote.has(kind) ? 'step.note.needed' : 'step.note')} help={t('field.noPatients')}>
          {(props) => (
            <textarea
              {...props}
              rows={3}
              maxLength={2000}
              value={said.note ?? ''}
              onChange={(event) => put({ note: event.target.value })}
            />
          )}
        </Field>
      )}
      {isMissing && (
        <div className="field" role="alert">
          <FieldProblem id="step-missing">{t('step.missing')}</FieldProblem>
        </div>
      )}
      {kind !== undefined && (
        <p>
          <button type="submit" className="button filled">
            {t('step.keep')}
          </button>
        </p>
      )}
    </form>
  )
}

function VersionField({ value, save }: { value: string | undefined; save: (version: string | undefined) => void }) {
  const { t } = useWords()
  return (
    <Field label={t('step.version')} help={t('step.version.help')}>
      {(props) => (
        <input
          {...props}
          maxLength={100}
          autoComplete="off"
          value={value ?? ''}
          onChange={(event) => save(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
    </Field>
  )
}

function CostField({ value, save }: { value: number | undefined; save: (costYen: number | undefined) => void }) {
  const { t } = useWords()
  return (
    <Field label={t('step.cost')} help={t('step.cost.help')}>
      {(props) => (
        <input
          {...props}
          inputMode="numeric"
          maxLength={14}
          autoComplete="off"
          value={value ?? ''}
          onChange={(event) => save(yenIn(event.target.value))}
        />
      )}
    </Field>
  )
}

/** Digits of either width, with or without separators. */
function yenIn(text: string): number | undefined {
  const digits = text.normalize('NFKC').replace(/[^0-9]/g, '')
  return digits === '' ? undefined : Math.min(Number(digits), 100_000_000_000)
}

function isLacking(kind: StepKind, said: Said): boolean {
  const [first] = asked[kind]
  const isOptional = first === 'version' || first === undefined
  return (!isOptional && said[first] === undefined) || (needsNote.has(kind) && said.note === undefined)
}

function withoutNothing(said: { readonly [F in keyof Said]?: Said[F] | undefined }): Said {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Said // only what is there is left
}

function fieldsOf(kind: StepKind | undefined): (typeof asked)[StepKind] {
  return kind === undefined ? [] : asked[kind]
}

function wordOf(kind: StepKind): PlainKey {
  return stepKindWords[kind]
}
