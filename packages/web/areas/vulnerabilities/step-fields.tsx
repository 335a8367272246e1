import type { NotDoneChoice } from '@mimamori/contract'
import type { CalendarDate, EvidenceId, ResponseStep, VisitId } from '@mimamori/domain'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { longDate } from '../../ui/show-date.ts'
import { EvidenceFile, type StepFile } from './evidence-file.tsx'
import { StepChoice, wordChoices } from './step-choice.tsx'
import { type Asked, effectWords, notAffectedWords, wayWords } from './step-words.ts'

/** What a step says beside its kind. */
export type Said = Pick<ResponseStep, 'note' | Asked>

/** A day that is agreed already, which takes the work along. */
export interface AgreedVisit {
  readonly id: VisitId
  readonly on: CalendarDate
}

export interface FieldParts {
  readonly said: Said
  readonly put: (values: { readonly [F in keyof Said]?: Said[F] | undefined }) => void
  readonly today: CalendarDate
  readonly notDone: readonly NotDoneChoice[]
  /** Maintenance work that is agreed with the vendor; the other side is not asked for it. */
  readonly visits?: readonly AgreedVisit[] | undefined
  /** Files that this side has kept for the response already, and how a new one is kept: by its evidence it is named. */
  readonly files?: readonly StepFile[] | undefined
  readonly attach?: ((file: File) => Promise<EvidenceId>) | undefined
  /** Leads to where the answer to a reason is dealt with; a vendor has no such place. */
  readonly wayOn?: ((way: NotDoneChoice['way']) => ReactNode) | undefined
}

/** One of the things that a kind of step asks for. */
export function StepField({ field, ...parts }: FieldParts & { field: Asked }) {
  const { t } = useWords()
  const { said, put, today } = parts
  const none = t('questions.choose')
  switch (field) {
    case 'way':
      return <StepChoice label={t('step.way')} choices={wordChoices(t, wayWords)} value={said.way} choose={(way) => put({ way })} />
    case 'effect':
      return (
        <StepChoice
          label={t('step.effect')}
          none={none}
          choices={wordChoices(t, effectWords)}
          value={said.effect}
          choose={(effect) => put({ effect })}
        />
      )
    case 'visit':
      return <AgreedDay {...parts} />
    case 'plannedOn':
    case 'until':
      return (
        <DateField
          label={t(field === 'until' ? 'step.until' : 'step.plannedOn')}
          value={said[field]}
          today={today}
          withToday={false}
          save={(day) => put(field === 'until' ? { until: day } : { plannedOn: day, visit: undefined })}
        />
      )
    case 'notDone':
      return <NotDone {...parts} />
    case 'notAffected':
      return (
        <StepChoice
          label={t('step.why')}
          none={none}
          choices={wordChoices(t, notAffectedWords)}
          value={said.notAffected}
          choose={(notAffected) => put({ notAffected })}
        />
      )
    case 'version':
      return <VersionField value={said.version} save={(version) => put({ version })} />
    case 'costYen':
      return <CostField value={said.costYen} save={(costYen) => put({ costYen })} />
    case 'signedBy':
      return <SignField value={said.signedBy} save={(signedBy) => put({ signedBy })} />
    case 'evidence':
      return <EvidenceFile value={said.evidence} choose={(evidence) => put({ evidence })} files={parts.files} attach={parts.attach} />
  }
}

/** Work that goes along with a day that is agreed: the day is that of the visit. */
function AgreedDay({ said, put, visits = [] }: FieldParts) {
  const { t, lang } = useWords()
  if (visits.length === 0) return null
  const choices = visits.map(({ id, on }) => ({ value: id, name: t('step.visit.on', { date: longDate(on, lang) }) }))
  return (
    <StepChoice
      label={t('step.visit')}
      none={t('step.visit.none')}
      choices={choices}
      value={said.visit}
      choose={(visit) => put({ visit, plannedOn: visits.find(({ id }) => id === visit)?.on })}
    />
  )
}

/** Why something is not done yet, with the way on that goes with each reason. */
function NotDone({ said, put, notDone, wayOn }: FieldParts) {
  const { t, say } = useWords()
  const chosen = notDone.find(({ id }) => id === said.notDone)
  return (
    <>
      <StepChoice
        label={t('step.why')}
        none={t('questions.choose')}
        choices={notDone.map(({ id, name }) => ({ value: id, name: say(name) }))}
        value={said.notDone}
        choose={(reason) => put({ notDone: reason })}
      />
      {chosen && (
        <p className="box-note">
          {say(chosen.answer)} {wayOn?.(chosen.way)}
        </p>
      )}
    </>
  )
}

/** Who puts their name to it that the version runs on every device; nobody has to. */
function SignField({ value, save }: { value: string | undefined; save: (signedBy: string | undefined) => void }) {
  const { t } = useWords()
  return (
    <Field label={t('step.signedBy')} help={t('step.signedBy.help')}>
      {(props) => (
        <input
          {...props}
          maxLength={200}
          autoComplete="name"
          value={value ?? ''}
          onChange={(event) => save(event.target.value.trim() === '' ? undefined : event.target.value)}
        />
      )}
    </Field>
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

export function CostField({ value, save }: { value: number | undefined; save: (costYen: number | undefined) => void }) {
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
