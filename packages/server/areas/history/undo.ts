import { applyChanges, type Change } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import type { Asking } from '../asking.ts'
import { type Changed, changeFacility, type ExpectedChange } from '../facilities/index.ts'
import { type Kept, versionKey } from '../kept.ts'
import type { Services } from '../services.ts'
import { footprintOf, sharedRecords, stampField } from './footprint.ts'
import { keptBecause } from './may-undo.ts'
import { historyProblem } from './problems.ts'
import { standing } from './standing.ts'
import { readLater, readLog, type StoredChange, setUndone } from './store.ts'

/**
 * Undoes what one revision did, as a change of its own. What somebody has changed since, and has not undone, is a conflict, and
 * then nothing is undone.
 */
export async function undoRevision(
  services: Services,
  asking: Asking,
  facility: string,
  { revision, mayAll }: { revision: number; mayAll: boolean },
): Promise<Changed> {
  const { changed } = await changeFacility(
    services,
    asking,
    facility,
    async (now, client) => {
      const logged = await readLog(asking, client, { facility, revision })
      if (!logged) throw historyProblem('undo/not-found')
      if (logged.undoneBy !== undefined) throw historyProblem('undo/already')
      const kept = keptBecause(now.picture, logged, { person: asking.person, mayAll })
      if (kept) throw historyProblem(`undo/${kept}`)
      if (leavesAll(now, logged.undo)) throw historyProblem('undo/already')
      const later = standing(await readLater(asking, client, { facility, revision }))
      const changes = expecting(now, logged, later)
      const note = { action: 'facility/undone', detail: { undone: revision } }
      return { batch: { changes, by: 'undo' as const, undoes: revision, note }, value: { logged, by: now.state.revision + 1 } }
    },
    { after: (client, { logged, by }) => noteUndone(asking, client, { facility, logged, by }) },
  )
  return changed
}

function leavesAll(now: Kept, undo: readonly Change[]): boolean {
  const applied = applyChanges(now.picture, undo)
  return applied.kind === 'applied' && applied.picture === now.picture
}

/** Against the versions as they are; of records that somebody has built on, against the one that the change has left. */
function expecting(now: Kept, logged: StoredChange, later: readonly StoredChange[]): readonly ExpectedChange[] {
  const left = new Map(logged.touched.map(({ slice, id, version }) => [versionKey(slice, id), version]))
  const mine = footprintOf(logged, logged.undo)
  const theirs = later.map((one) => footprintOf(one, one.changes))
  const builtOn = new Set(theirs.flatMap((one) => sharedRecords(mine, one)))
  return logged.undo.map((change) => {
    if (change.kind !== 'set' && change.kind !== 'remove') return { change }
    const key = versionKey(change.slice, change.id)
    if (builtOn.has(key)) return { change, expected: left.get(key) }
    const isLookedAtSince = theirs.some((one) => one.has(key))
    return { change: isLookedAtSince ? withoutStamp(change) : change, expected: now.versions.get(key) }
  })
}

/** Somebody has confirmed the record since: the day of that stays. */
function withoutStamp(change: Change): Change {
  if (change.kind !== 'set') return change
  const fields = Object.fromEntries(Object.entries(change.fields).filter(([field]) => field !== stampField))
  const forget = (change.forget ?? []).filter((field: string) => field !== stampField)
  return { ...change, fields, forget } as unknown as Change // fewer fields of the same change
}

/** Marks what was undone; where that was an undoing itself, what it had undone stands again, and so on back. */
async function noteUndone(
  asking: Asking,
  client: PoolClient,
  { facility, logged, by }: { facility: string; logged: StoredChange; by: number },
): Promise<void> {
  let at: StoredChange | undefined = logged
  let undoneBy: number | null = by
  while (at) {
    await setUndone(asking, client, { facility, revision: at.revision, by: undoneBy })
    undoneBy = undoneBy === null ? at.revision : null
    at = at.undoes === undefined ? undefined : await readLog(asking, client, { facility, revision: at.undoes })
  }
}
