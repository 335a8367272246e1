import { afterParting, applyChanges as applyAll, approvedAcceptances, type Entry, type Picture } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { type Kept, versionKey } from '../kept.ts'
import type { Services } from '../services.ts'
import { checkPicture } from './check-picture.ts'
import { type Conflict, compare, type ExpectedChange } from './conflicts.ts'
import { followUps, stamped } from './follow-ups.ts'
import { checkDaysAhead, checkMayChange, type VendorPlace } from './may-change.ts'
import { keepNewest, keyOf, lockFacility } from './open.ts'
import { facilityProblem } from './problems.ts'
import { type Author, readWriters } from './records/store.ts'
import { namesOfPeople } from './store.ts'
import { type AuditNote, type Touched, type Written, writeChange } from './write.ts'

/** A set of changes that stands or falls as one; `picture` where a whole picture takes the place of an empty one. */
export interface Batch extends VendorPlace {
  readonly changes: readonly ExpectedChange[]
  readonly picture?: Picture | undefined
  readonly by: Author
  /** The revision that it undoes. */
  readonly undoes?: number | undefined
  readonly note: AuditNote
}

export interface NamedConflict extends Omit<Conflict, 'theirs'> {
  /** Null where the record is gone. */
  readonly theirs: Entry | null
  readonly by?: string
  readonly when?: string
}

export interface Changed {
  readonly revision: number
  readonly versions: { slice: string; id: string; version: number }[]
  readonly conflicts: NamedConflict[]
}

type Build<T> = (now: Kept, client: PoolClient) => Promise<{ readonly batch: Batch; readonly value: T }>

/** Work of the same transaction: `before` comes ahead of the lock, `after` when the change is written (not in a conflict). */
interface Around<T> {
  readonly before?: (client: PoolClient) => Promise<void>
  readonly after?: (client: PoolClient, value: T) => Promise<void>
}

/**
 * One transaction under the lock of the facility: `build` sees it as it stands and says what to change. Of a batch
 * with a conflict nothing is stored.
 */
export async function changeFacility<T>(
  services: Services,
  scope: Asking,
  facility: string,
  build: Build<T>,
  around: Around<T> = {},
): Promise<{ changed: Changed; value: T }> {
  const key = keyOf(scope, facility)
  let kept: Kept | undefined
  try {
    const result = await withScope(services.pool, scope, async (client) => {
      await around.before?.(client)
      const now = await lockFacility(services, scope, client, facility)
      const { batch, value } = await build(now, client)
      const made = await applyBatch(services, scope, client, { now, batch })
      if (made.changed.conflicts.length === 0) await around.after?.(client, value)
      kept = made.kept
      if (kept) services.coming.set(key, kept)
      return { changed: made.changed, value }
    })
    if (kept) keepNewest(services, key, kept)
    else services.kept.drop(key)
    return result
  } finally {
    if (services.coming.get(key) === kept) services.coming.delete(key)
  }
}

/**
 * A person's changes, each against the version of the row that it was made on. NOTE: what a source said comes by an import and is
 * placed by a decision, a merge or the leaving of a device; nobody writes it.
 */
export async function applyChanges(
  services: Services,
  scope: Asking,
  facility: string,
  changes: readonly ExpectedChange[],
): Promise<Changed> {
  if (changes.some(({ change }) => change.slice === 'claims')) throw facilityProblem('change/not-allowed')
  const { changed } = await changeFacility(services, scope, facility, async (now) => {
    const all = [...changes.map((change) => stamped(change, now.asOf)), ...followUps(now, changes)]
    return { batch: { changes: all, by: 'person', note: { action: 'facility/changed' } }, value: undefined }
  })
  return changed
}

interface Made {
  readonly changed: Changed
  readonly kept: Kept | undefined
}

async function applyBatch(
  services: Services,
  scope: Asking,
  client: PoolClient,
  { now, batch }: { now: Kept; batch: Batch },
): Promise<Made> {
  if (batch.picture) return replaceAll(services, scope, client, { now, batch, picture: batch.picture })
  for (const { change } of batch.changes) {
    checkMayChange(now.picture, change, batch.by, batch)
    checkDaysAhead(change, now.asOf, batch.by)
  }
  const { conflicts, changes } = compare(now, batch.changes, batch.by === 'person' || batch.by === 'vendor')
  if (conflicts.length > 0)
    return { changed: { revision: now.state.revision, versions: [], conflicts: await named(scope, client, now, conflicts) }, kept: now }
  const applied = applyAll(now.picture, changes)
  if (applied.kind === 'refused') throw facilityProblem(`change/${applied.why}`)
  if (applied.picture === now.picture)
    return { changed: { revision: now.state.revision, versions: versionsNow(now, batch.changes), conflicts: [] }, kept: now }
  checkPicture(now.picture, applied.picture, { changes, by: batch.by, reference: now.catalogue.reference })
  const following = [...approvedAcceptances(now.picture.slices, applied.picture.slices), ...afterParting(now.picture, applied.picture)]
  const whole = applyAll(applied.picture, following)
  if (whole.kind === 'refused') throw new Error(`what follows from a change could not be kept: ${whole.why}`)
  const written = await writeChange(services, scope, client, {
    before: now,
    picture: whole.picture,
    changes: [...changes, ...following],
    undo: [...whole.undo, ...applied.undo],
    by: batch.by,
    undoes: batch.undoes,
    note: batch.note,
  })
  return { changed: changedOf(now, written, batch.changes), kept: written.kept }
}

/** NOTE: the log says only that a picture came, not each of its records: undoing it is removing the facility. */
async function replaceAll(
  services: Services,
  scope: Asking,
  client: PoolClient,
  { now, batch, picture }: { now: Kept; batch: Batch; picture: Picture },
): Promise<Made> {
  const written = await writeChange(services, scope, client, {
    before: now,
    picture,
    changes: [],
    undo: [],
    by: batch.by,
    note: batch.note,
  })
  return { changed: { revision: written.revision, versions: [], conflicts: [] }, kept: written.kept }
}

function changedOf(now: Kept, written: Written, asked: readonly ExpectedChange[]): Changed {
  const versions = written.touched.flatMap(({ slice, id, version }: Touched) => (version === undefined ? [] : [{ slice, id, version }]))
  const told = new Set(versions.map(({ slice, id }) => `${slice}\n${id}`))
  const same = versionsNow(now, asked).filter(({ slice, id }) => !told.has(`${slice}\n${id}`))
  return { revision: written.revision, versions: [...versions, ...same], conflicts: [] }
}

/** Versions of the records that a batch names and left as they are. */
function versionsNow(now: Kept, asked: readonly ExpectedChange[]): Changed['versions'] {
  return asked.flatMap(({ change }) => {
    const id = change.kind === 'add' ? change.record.id : change.kind === 'set' ? change.id : undefined
    const version = id === undefined ? undefined : now.versions.get(versionKey(change.slice, id))
    return id === undefined || version === undefined ? [] : [{ slice: change.slice, id, version }]
  })
}

/** Conflicts with the name of the person who was quicker, and when. */
async function named(scope: Asking, client: PoolClient, now: Kept, conflicts: readonly Conflict[]): Promise<NamedConflict[]> {
  const writers = await readWriters(scope, client, { facility: now.state.facility, records: conflicts })
  const people = await namesOfPeople(
    scope,
    client,
    writers.flatMap(({ person }) => person ?? []),
  )
  return conflicts.map((conflict) => {
    const writer = writers.find(({ slice, id }) => slice === conflict.slice && id === conflict.id)
    const by = writer?.person ? people.get(writer.person) : undefined
    return { ...conflict, theirs: conflict.theirs ?? null, ...(by !== undefined && { by }), ...(writer && { when: writer.at }) }
  })
}
