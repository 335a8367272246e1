import type { Asking } from '../asking.ts'
import { versionKey } from '../kept.ts'
import type { Services } from '../services.ts'
import { type Changed, changeFacility } from './change.ts'
import type { ExpectedChange } from './conflicts.ts'
import { facilityProblem } from './problems.ts'
import { markUndone, readLog } from './records/store.ts'

/**
 * Undoes what one revision did, as a change of its own. What somebody has changed since is a conflict, and then
 * nothing is undone.
 */
export async function undoRevision(services: Services, scope: Asking, facility: string, revision: number): Promise<Changed> {
  const { changed } = await changeFacility(services, scope, facility, async (now, client) => {
    const logged = await readLog(scope, client, { facility, revision })
    if (!logged) throw facilityProblem('undo/not-found')
    if (logged.undoneBy !== undefined) throw facilityProblem('undo/already')
    const versions = new Map(logged.touched.map(({ slice, id, version }) => [versionKey(slice, id), version]))
    const moved = logged.touched.filter(({ slice, id, version }) => now.versions.get(versionKey(slice, id)) !== version)
    if (moved.length === 0) await markUndone(scope, client, { facility, revision, by: now.state.revision + 1 })
    const changes = logged.undo.map((change): ExpectedChange => {
      const id = change.kind === 'set' || change.kind === 'remove' ? change.id : undefined
      return { change, ...(id !== undefined && { expected: versions.get(versionKey(change.slice, id)) }) }
    })
    return { batch: { changes, by: 'undo' as const, note: { action: 'facility/undone', detail: { undone: revision } } }, value: undefined }
  })
  return changed
}
