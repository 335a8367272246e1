import { type CalendarDate, known } from '@mimamori/domain'
import { type Form, type FormRow, joinedState } from '../checklist/form.ts'
import type { Bundle } from '../pack/bundle.ts'
import { chartTopic, exhibitsFor } from '../pack/exhibits.ts'
import type { Context } from '../paper/context.ts'

/** A field or a piece of work that a row still lacks. The first two are what an inspection looks for in every row. */
export type Missing = 'answer' | 'checked' | 'target' | 'second' | 'reason' | 'evidence' | 'place' | 'differs'

const lookedFor: readonly Missing[] = ['answer', 'checked']

/** Fields of the form itself, which the vendor fills in as the facility does. */
export function missingInForm(at: Context, one: FormRow): readonly Missing[] {
  const { answer, said, firstSaid } = one
  if (said === 'open' || said === 'silent') return []
  const missing: Missing[] = []
  if (said === 'unanswered' || said === 'carried-over') missing.push('answer')
  if (answer?.checkedOn === undefined) missing.push('checked')
  if (firstSaid === 'no' && answer?.targetOn === undefined) missing.push('target')
  if (firstSaid === 'no' && answer?.recheckedOn === undefined && isDue(answer?.targetOn, lastDay(at))) missing.push('second')
  if ((said === 'not-applicable' || said === 'other-party') && (answer?.reason ?? '') === '') missing.push('reason')
  return missing
}

/** What a row of the facility's form lacks, with what an inspector may ask to see. */
export function missingIn(bundle: Bundle, one: FormRow): readonly Missing[] {
  const { at } = bundle
  const differs: readonly Missing[] = joinedState(at, one.item) === 'differs' ? ['differs'] : []
  return [...missingInForm(at, one), ...evidenceMissing(bundle, one), ...differs]
}

function evidenceMissing({ exhibits }: Bundle, one: FormRow): readonly Missing[] {
  if (one.said !== 'yes' || one.item.topic === chartTopic) return []
  const own = exhibitsFor(exhibits, one.answer?.id)
  if (own.length === 0) return ['evidence']
  return own.some(({ evidence }) => (evidence.place ?? '') === '' && evidence.sha256 === undefined) ? ['place'] : []
}

/** 検査までに埋める欄: items of which any row has no answer or no first day. */
export function itemsToFillIn(at: Context, form: Form): number {
  const open = form.rows.filter((one) => missingInForm(at, one).some((what) => lookedFor.includes(what)))
  return new Set(open.map((one) => one.item.id)).size
}

/** A second check is wanted for every target date that comes before the inspection. */
function lastDay(at: Context): CalendarDate {
  const inspectionOn = known(at.facility?.inspectionOn)
  return inspectionOn !== undefined && inspectionOn > at.asOf ? inspectionOn : at.asOf
}

function isDue(on: CalendarDate | undefined, day: CalendarDate): boolean {
  return on !== undefined && on <= day
}
