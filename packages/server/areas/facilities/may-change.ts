import {
  byId,
  type CalendarDate,
  type Change,
  type Entry,
  isAnswerSigned,
  noticeConsent,
  type Picture,
  type SheetId,
  type SliceName,
  type Slices,
  signedTerms,
  sliceDefs,
  sliceNames,
  type TaskId,
  type VendorId,
} from '@mimamori/domain'
import { subjectOf } from './conflicts.ts'
import { mayAnswer } from './may-answer.ts'
import { isOpenApproval, isOpenBox } from './may-approve.ts'
import { givesWordsAway, mayAddResponseStep, mayAddUpdateStep } from './may-respond.ts'
import { maySettle, mayWork } from './may-work.ts'
import { mayWorkOn } from './may-work-on.ts'
import { facilityProblem } from './problems.ts'
import type { Author } from './records/store.ts'

/** Slices that follow from other acts and are never written by a person's change. */
const serverOnly: ReadonlySet<SliceName> = new Set(['register', 'aliases', 'retired', 'taskNotes', 'matches'])

/** What a person may say to be one and the same thing; answers, sheets and papers never are. */
const mergeable: ReadonlySet<SliceName> = new Set(['vendors', 'systems', 'people', 'contacts', 'assets', 'lines', 'vpns', 'remotePaths'])

/** Facts about stored bytes: they come with the upload of the file. */
const ofTheFile = ['sha256', 'bytes', 'mediaType']

/** What a vendor writes on: one of its sheets, a task that was handed to it, or its own people and visits. */
export interface VendorPlace {
  readonly sheet?: SheetId | undefined
  readonly task?: TaskId | undefined
  readonly vendor?: VendorId | undefined
}

/** Throws for a change that this author may not make; `before` is the picture as it stands. */
export function checkMayChange(before: Picture, change: Change, by: Author, place: VendorPlace = {}): void {
  if (by === 'person' && !isOpenToPeople(before, change)) throw facilityProblem('change/not-allowed')
  if (by === 'vendor' && !isOpenToVendor(before, change, place)) throw facilityProblem('change/not-allowed')
  if (by === 'person' && changesSignedTerms(before, change)) throw facilityProblem('change/signed-terms')
  if ((by === 'person' || by === 'vendor' || by === 'undo') && takesPaperMark(before, change)) throw facilityProblem('change/paper-mark')
}

function isOpenToVendor(before: Picture, change: Change, { sheet, task, vendor }: VendorPlace): boolean {
  if (sheet !== undefined) return mayAnswer(before, change, sheet)
  if (task !== undefined) return mayWorkOn(before, change, task)
  return vendor !== undefined && mayWork(before, change, vendor)
}

/** Days on which something was done. */
const pastDays: Readonly<Partial<Record<SliceName, readonly string[]>>> = {
  answers: ['checkedOn', 'recheckedOn'],
  backups: ['restoreTestedOn'],
  assets: ['disclosureOn'],
  disclosures: ['receivedOn'],
  remotePaths: ['declaredOn', 'endedOn'],
  vpns: ['endedOn'],
  accounts: ['countedOn'],
  links: ['cutOn'],
  warnings: ['receivedOn', 'checkedOn'],
  controls: ['statedOn'],
  people: ['securityTrainedOn'],
  securityPolicies: ['signedOn'],
  riskDecisions: ['askedOn', 'answeredOn', 'decidedOn'],
  quotes: ['quotedOn'],
  lossInputs: ['statedOn'],
  planChoices: ['settledOn'],
}

/** Throws where a person or a file says that something was done on a day that is still to come. */
export function checkDaysAhead(change: Change, today: CalendarDate, by: Author): void {
  if (by !== 'person' && by !== 'import') return
  const values: object = change.kind === 'add' ? change.record : change.kind === 'set' ? change.fields : {}
  const days = (pastDays[change.slice] ?? []).flatMap((field): unknown => Reflect.get(values, field) ?? [])
  if (days.some((day) => typeof day === 'string' && /^\d/.test(day) && day > today)) throw facilityProblem('change/date-ahead')
}

function isOpenToPeople(before: Picture, change: Change): boolean {
  if (serverOnly.has(change.slice)) return false
  if (change.kind === 'merge' || change.kind === 'unmerge') return mergeable.has(change.slice)
  if (change.slice === 'sources')
    return change.kind === 'add' && ['form', 'person', 'paper'].includes(change.record.kind) && change.record.sha256 === undefined
  if (change.slice === 'facility') return change.kind === 'set' && change.id === before.facility
  if (change.slice === 'evidence') return !fieldsOf(change).some((field) => ofTheFile.includes(field))
  if (change.slice === 'sheets') return !fieldsOf(change).includes('closedOn')
  // What was said stands as it was said, and nobody speaks for the other side.
  if (change.slice === 'messages') return change.kind === 'add' && change.record.side === 'facility'
  if (change.slice === 'tasks') return isOpenTask(before, change)
  if (change.slice === 'visits') return false
  if (change.slice === 'contactChanges' || change.slice === 'visitSteps') return maySettle(before, change)
  if (change.slice === 'responseSteps') return mayAddResponseStep(before, change)
  if (change.slice === 'plannedUpdateSteps') return mayAddUpdateStep(before, change)
  if (givesWordsAway(before, change)) return false
  if (change.slice === 'approvals') return isOpenApproval(before, change)
  if (change.slice === 'approvalBoxes') return isOpenBox(before, change)
  if (change.slice === 'requests') return !isNoticeWithoutConsent(before, change)
  return true
}

/** Work that comes from a point of an inspection is noted with it, and given up with it; all else is an act with its line of history. */
function isOpenTask({ slices }: Picture, change: Change): boolean {
  if (change.slice !== 'tasks') return false
  if (change.kind === 'add') {
    const { state, findings, vendor, doneOn } = change.record
    return state === 'open' && findings === undefined && vendor === undefined && doneOn === undefined
  }
  if (change.kind !== 'set' || change.fields.state !== 'given-up' || fieldsOf(change).length !== 1) return false
  const task = byId(slices.tasks, change.id)
  return (task?.state === 'open' || task?.state === 'doing') && slices.inspectionPoints.some((point) => point.task === change.id)
}

function isNoticeWithoutConsent(before: Picture, change: Change): boolean {
  if (change.slice !== 'requests' || (change.kind !== 'add' && change.kind !== 'set')) return false
  const stored = change.kind === 'set' ? byId(before.slices.requests, change.id) : change.record
  const kind = (change.kind === 'set' ? change.fields.kind : undefined) ?? stored?.kind
  return kind === 'notice' && noticeConsent(before.slices.approvals, stored?.sheet ?? '') === undefined
}

function fieldsOf(change: Change): readonly string[] {
  if (change.kind === 'add') return Object.keys(change.record)
  return change.kind === 'set' ? [...Object.keys(change.fields), ...(change.forget ?? [])] : []
}

/** What somebody has put a name under is not changed beneath it: the names go with the words, in one change. */
function changesSignedTerms(before: Picture, change: Change): boolean {
  if (change.slice !== 'riskDecisions' || change.kind !== 'set') return false
  const stored = byId(before.slices.riskDecisions, change.id)
  const touched = fieldsOf(change)
  const terms = stored && isAnswerSigned(stored) ? ([...signedTerms, 'answer'] as const) : signedTerms
  const isOther = terms.some((field) => touched.includes(field) && change.fields[field] !== stored?.[field])
  const stays = (field: 'facilityBy' | 'vendorBy') => (touched.includes(field) ? change.fields[field] : stored?.[field]) === stored?.[field]
  return isOther && (['facilityBy', 'vendorBy'] as const).some((field) => stored?.[field] !== undefined && stays(field))
}

/** A sheet that was typed in from paper is marked so for ever. */
function takesPaperMark(before: Picture, change: Change): boolean {
  if (change.slice !== 'sheets' || change.kind !== 'set') return false
  const sheet = byId(before.slices.sheets, change.id)
  if (sheet?.typedBy === undefined) return false
  const { typedBy = sheet.typedBy, replyBy = sheet.replyBy } = change.fields
  return (
    fieldsOf({ ...change, fields: {} }).some((field) => field === 'typedBy' || field === 'replyBy') ||
    typedBy !== sheet.typedBy ||
    replyBy !== sheet.replyBy
  )
}

/** Throws if a change writes on a sheet that is closed before and after it: a closed year is only read. */
export function checkClosedYears(before: Slices, after: Slices, changes: readonly Change[], by: Author): void {
  if (writesOnClosedYear(before, after, changes, by)) throw facilityProblem('change/closed-year')
}

export function writesOnClosedYear(before: Slices, after: Slices, changes: readonly Change[], by: Author): boolean {
  const written = changes.filter((change) => !movesReferences(change, by))
  const sheets = written.flatMap((change) => [before, after].flatMap((slices) => sheetsOf(slices, change.slice, subjectOf(change))))
  return sheets.some((sheet) => isClosed(before, sheet) && !isOpen(after, sheet))
}

/** A merge, and its undoing step by step, follows a record to its new name, in closed years too. */
function movesReferences(change: Change, by: Author): boolean {
  if (change.kind === 'merge' || change.kind === 'unmerge') return true
  return by === 'undo' && change.kind === 'set' && fieldsOf(change).every((field) => Object.hasOwn(sliceDefs[change.slice].refs, field))
}

function sheetsOf(slices: Slices, slice: SliceName, id: string): readonly string[] {
  if (slice === 'sheets') return [id]
  if (slice === 'evidence') return (byId(slices.evidence, id)?.answers ?? []).flatMap((answer) => sheetsOf(slices, 'answers', answer))
  const sheet = slice === 'answers' ? byId(slices.answers, id)?.sheet : slice === 'requests' ? byId(slices.requests, id)?.sheet : undefined
  return sheet === undefined ? [] : [sheet]
}

function isClosed(slices: Slices, sheet: string): boolean {
  return byId(slices.sheets, sheet)?.closedOn !== undefined
}

/** NOTE: a sheet that is gone is not open, or a closed year could be thrown away; only undoing a change of year opens one. */
function isOpen(slices: Slices, sheet: string): boolean {
  const found = byId(slices.sheets, sheet)
  return found !== undefined && found.closedOn === undefined
}

/** Throws if a written record points at nothing, or if a removed record is still pointed at. */
export function checkReferences(
  after: Slices,
  touched: readonly { readonly slice: SliceName; readonly id: string }[],
  gone: readonly { readonly slice: SliceName; readonly id: string }[],
): void {
  for (const { slice, id } of touched) {
    const record = byId<Entry>(after[slice], id)
    const dangling =
      record &&
      Object.entries(sliceDefs[slice].refs).some(([field, to]) =>
        namesIn(Reflect.get(record, field)).some((name) => !byId<Entry>(after[to], name)),
      )
    if (dangling) throw facilityProblem('change/unknown-reference')
  }
  for (const { slice, id } of gone) if (isNamed(after, slice, id)) throw facilityProblem('change/still-used')
}

function isNamed(slices: Slices, slice: SliceName, id: string): boolean {
  return sliceNames.some((from) => {
    const fields = Object.entries(sliceDefs[from].refs).filter(([, to]) => to === slice)
    const list: readonly Entry[] = fields.length > 0 ? slices[from] : []
    return list.some((record) => fields.some(([field]) => namesIn(Reflect.get(record, field)).includes(id)))
  })
}

/** The ids that the value of a reference names: one, several, or none. */
export function namesIn(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value]
  return all.filter((name): name is string => typeof name === 'string' && name !== 'none' && name !== 'not-applicable')
}
