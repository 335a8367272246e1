import type { TaskLine, TaskNoteView, VendorSummary } from '@mimamori/contract'
import {
  awaitingAcceptance,
  byId,
  findingsOfTask,
  isOpenTask,
  notesOfTask,
  type PersonId,
  printedSheetNumber,
  type TaskId,
  type TaskNote,
  type WorkTask,
  waitsForConfirmation,
} from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/** What lists say of a task; `me`: the record of the one who is signed in. */
export function taskLine(now: Kept, task: WorkTask, me: PersonId | undefined): TaskLine {
  const { slices } = now.picture
  const { id, title, state, owner, vendor, dueOn, doneOn } = task
  const findings = findingsOfTask(slices, task).filter((finding) => byId(now.tracked, finding)?.state === 'open')
  const awaitsApproval = waitsForApproval(now, findings)
  const ownerName = byId(slices.people, owner)?.name
  const vendorName = byId(slices.vendors, vendor)?.name
  return {
    task: id,
    number: taskNumber(id),
    title,
    state,
    ...(owner !== undefined && { owner }),
    ...(ownerName !== undefined && { ownerName }),
    ...(vendor !== undefined && { vendor }),
    ...(vendorName !== undefined && { vendorName }),
    ...(dueOn !== undefined && { dueOn }),
    ...(doneOn !== undefined && { doneOn }),
    overdue: isOpenTask(task) && dueOn !== undefined && dueOn < now.asOf && !awaitsApproval,
    isMine: me !== undefined && owner === me,
    toConfirm: waitsForConfirmation(slices, task),
    awaitsApproval,
    findings: findings.length,
  }
}

/** NOTE: 「決裁待ち」 is never late: nothing can be done before it is decided. */
function waitsForApproval(now: Kept, findings: readonly string[]): boolean {
  const waiting = awaitingAcceptance(now.picture.slices.approvals)
  return findings.length > 0 && findings.every((finding) => waiting.has(finding))
}

/** What stands for the words of a task where they must not be seen. */
export function taskNumber(task: string): string {
  return printedSheetNumber(task)
}

/** What a vendor's list says of a task that was handed to it, made of what the vendor may see. */
export function vendorTaskSummary({ picture }: Pick<Kept, 'picture'>, task: WorkTask): NonNullable<VendorSummary['tasks']>[number] {
  const { id, title, state, dueOn } = task
  const toConfirm = waitsForConfirmation(picture.slices, task)
  return { task: id, number: taskNumber(id), title, state, toConfirm, ...(dueOn !== undefined && { dueOn }) }
}

/** The history in the order in which it was written. */
export function historyOf(now: Pick<Kept, 'picture'>, task: TaskId): TaskNoteView[] {
  return notesOfTask(now.picture.slices, task).map((note) => noteView(now, note))
}

function noteView(now: Pick<Kept, 'picture'>, { id, kind, on, side, by, text, evidence, inside }: TaskNote): TaskNoteView {
  const file = byId(now.picture.slices.evidence, evidence)
  return {
    id,
    kind,
    on,
    side,
    inside: inside === 'yes',
    ...(by !== undefined && { by }),
    ...(text !== undefined && { text }),
    ...(file && { evidence: { id: file.id, name: file.name, ...(file.sha256 !== undefined && { sha256: file.sha256 }) } }),
  }
}
