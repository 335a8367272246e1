import type { KeptBecause } from '@mimamori/contract'
import { applyChanges, byId, type Entry, type Picture, type SliceName } from '@mimamori/domain'
import { namesIn, writesOnClosedYear } from '../facilities/index.ts'
import type { StoredChange } from './store.ts'

/** Records of these slices lie on a sheet. */
const slicesOfYears: ReadonlySet<SliceName> = new Set(['sheets', 'answers', 'evidence', 'requests'])

export interface Undoing {
  readonly person: string | undefined
  /** Whether those of others, too. */
  readonly mayAll: boolean
}

/**
 * Why this person may not undo this change; undefined where they may. What a vendor has handed in, what was decided, agreed on,
 * said to the other side or sent stands as it is. A closed year is held by the checks of every change (`whyKept`). Each is
 * the last part of its code in `historyProblems`.
 */
export function keptBecause(picture: Picture, logged: StoredChange, who: Undoing): Exclude<KeptBecause, 'closed-year'> | undefined {
  if (logged.undo.length === 0) return 'whole'
  if (logged.by === 'vendor') return 'vendor-answer'
  if (!who.mayAll && (logged.person === null || logged.person !== who.person)) return 'not-yours'
  const slices = new Set(logged.touched.map(({ slice }) => slice))
  if (slices.has('messages')) return 'said'
  if (slices.has('requests') && logged.by === 'system') return 'sent'
  if (logged.touched.some(({ slice, id }) => isDecided(picture, slice, id))) return 'decided'
  const isOfTheYear = logged.by === 'year'
  return !isOfTheYear && logged.touched.some(({ slice, id }) => isSubmitted(picture, logged, { slice, id })) ? 'submitted' : undefined
}

/** What a list says beforehand: also what the checks of the change would say of a closed year. */
export function whyKept(picture: Picture, logged: StoredChange, who: Undoing): KeptBecause | undefined {
  return keptBecause(picture, logged, who) ?? (isOfClosedYear(picture, logged) ? 'closed-year' : undefined)
}

function isOfClosedYear(picture: Picture, { undo, touched }: StoredChange): boolean {
  if (!touched.some(({ slice }) => slicesOfYears.has(slice))) return false
  const applied = applyChanges(picture, undo)
  return applied.kind === 'applied' && writesOnClosedYear(picture.slices, applied.picture.slices, undo, 'undo')
}

function isDecided({ slices }: Picture, slice: SliceName, id: string): boolean {
  if (slice === 'discussions') return byId(slices.discussions, id)?.agreedOn !== undefined
  const approval = slice === 'approvals' ? id : slice === 'approvalBoxes' ? byId(slices.approvalBoxes, id)?.approval : undefined
  if (approval === undefined) return false
  const state = byId(slices.approvals, approval)?.state
  return (
    state === 'approved' || state === 'returned' || slices.approvalBoxes.some((box) => box.approval === approval && box.mark !== undefined)
  )
}

/** On a sheet that its vendor has handed in on the screen, by a record that is here or would come back. */
function isSubmitted({ slices }: Picture, logged: StoredChange, { slice, id }: { slice: SliceName; id: string }): boolean {
  const record = byId<Entry>(slices[slice], id) ?? comingBack(logged, slice, id)
  if (!record) return false
  const ids =
    slice === 'sheets' ? [id] : slice === 'answers' ? sheetOf(record) : slice === 'evidence' ? sheetsOfEvidence(slices, record) : []
  return ids.map((sheet) => byId(slices.sheets, sheet)).some((sheet) => sheet?.replyBy === 'screen' && sheet.returnedOn !== undefined)
}

function comingBack({ undo }: StoredChange, slice: SliceName, id: string): Entry | undefined {
  const step = undo.find((one) => one.kind === 'add' && one.slice === slice && one.record.id === id)
  return step?.kind === 'add' ? step.record : undefined
}

function sheetOf(answer: Entry): readonly string[] {
  return namesIn(Reflect.get(answer, 'sheet'))
}

function sheetsOfEvidence(slices: Picture['slices'], evidence: Entry): readonly string[] {
  return namesIn(Reflect.get(evidence, 'answers')).flatMap((answer) => byId(slices.answers, answer)?.sheet ?? [])
}
