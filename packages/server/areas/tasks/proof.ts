import { byId, type Change, isOpenTask, nextNoteId, type Picture, type TaskNote, type WorkTask } from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import { changeFacility } from '../facilities/index.ts'
import { lockForAdding } from '../files/index.ts'
import { type GivenFile, keptEvidence } from '../kept-evidence.ts'
import type { Services } from '../services.ts'
import { noteOn } from './act.ts'
import type { NamedAsking } from './make.ts'
import { taskProblem } from './problems.ts'

/** A file of the facility as proof; the vendor to whom the task was handed sees its name unless it is for the house alone. */
export async function addTaskProof(
  services: Services,
  asking: NamedAsking,
  facility: string,
  given: { task: string; inside: boolean; file: GivenFile },
): Promise<{ evidence: string }> {
  const { value } = await changeFacility(
    services,
    asking,
    facility,
    async (now, client) => {
      const task = byId(now.picture.slices.tasks, given.task)
      if (!task) throw taskProblem('task/not-found')
      const record = await keptEvidence(services, asking, client, { file: given.file, on: now.asOf })
      const note = noteOn(now, task, { kind: 'proof', inside: given.inside, by: asking.personName, evidence: record.id })
      return {
        batch: {
          changes: [{ change: { kind: 'add' as const, slice: 'evidence' as const, record } }, { change: note }],
          by: 'system' as const,
          note: { action: 'task/proof-added', detail: { task: task.id, evidence: record.id, sha256: record.sha256 } },
        },
        value: { evidence: record.id },
      }
    },
    { before: (client) => lockForAdding(asking, client) },
  )
  return value
}

/** A task that a vendor works on, entered by its relation or by a link. */
export interface VendorAtTask {
  readonly asking: Asking
  readonly facility: string
  readonly task: WorkTask
  /** Unknown where somebody came by a link and has not written a name on the sheet. */
  readonly by: string | undefined
}

/** A line of the vendor in the history, with its file where there is one. */
export async function writeAsVendor(
  services: Services,
  { asking, facility, task, by }: VendorAtTask,
  given: { kind: 'comment' | 'proof' | 'done'; text?: string | undefined; file?: GivenFile },
): Promise<{ evidence: string | undefined }> {
  const { value } = await changeFacility(
    services,
    asking,
    facility,
    async (now, client) => {
      const held = heldBy(now.picture, task)
      const evidence = given.file && (await keptEvidence(services, asking, client, { file: given.file, on: now.asOf }))
      const record: TaskNote = {
        id: nextNoteId(now.picture.slices, held.id),
        task: held.id,
        kind: given.kind,
        on: now.asOf,
        side: 'vendor',
        ...(by !== undefined && { by }),
        ...(given.text !== undefined && { text: given.text }),
        ...(evidence && { evidence: evidence.id }),
      }
      const changes: readonly Change[] = [
        ...(evidence ? [{ kind: 'add', slice: 'evidence', record: evidence } as const] : []),
        { kind: 'add', slice: 'taskNotes', record },
      ]
      const note = { action: 'task/worked-on', subject: held.id, detail: { facility, kind: given.kind, evidence: evidence?.id } }
      return {
        batch: { changes: changes.map((change) => ({ change })), by: 'vendor' as const, task: held.id, note },
        value: { evidence: evidence?.id },
      }
    },
    { before: async (client) => given.file && lockForAdding(asking, client) },
  )
  return value
}

/** The task as it stands now, if it is still this vendor's and open: it may have been taken back while the page was open. */
function heldBy({ slices }: Picture, task: WorkTask): WorkTask {
  const held = byId(slices.tasks, task.id)
  if (!held || held.vendor !== task.vendor) throw taskProblem('task/not-found')
  if (!isOpenTask(held)) throw taskProblem('task/not-now')
  return held
}
