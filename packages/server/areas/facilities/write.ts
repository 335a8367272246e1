import { byId, type Change, deltaOf, type Entry, type Picture, type SliceName, sliceNames } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { type Asking, appendAudit } from '../asking.ts'
import { type FacilityState, type Kept, versionKey } from '../kept.ts'
import type { Services } from '../services.ts'
import { writeLines } from './lines/store.ts'
import { changedLines, type Look, lookAt } from './look.ts'
import { planMatching, planNudge } from './nudge.ts'
import { type Author, writeLog, writeRecords } from './records/store.ts'
import { updateState } from './store.ts'
import { versionsAfter } from './versions.ts'

/** What the audit trail says of it. */
export interface AuditNote {
  readonly action: string
  readonly subject?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface Touched {
  readonly slice: SliceName
  readonly id: string
  /** Absent = the record is gone. */
  readonly version?: number
}

export interface Written {
  readonly revision: number
  readonly touched: readonly Touched[]
  /** Undefined when the look for findings failed: the change is stored all the same, and looked at later. */
  readonly kept: Kept | undefined
}

/** Stores the register and the lines of a look of the day; no change of a person. */
export async function writeLook(services: Services, scope: Asking, client: PoolClient, read: { kept: Kept; look: Look }): Promise<Kept> {
  const { kept, look } = read
  const nobody: Asking = { organisation: scope.organisation }
  const revision = kept.state.revision + 1
  const rows = rowsToWrite(kept, look.picture, revision)
  const writtenBy = await writeRows(services, nobody, client, { before: kept, rows, look, revision })
  const detail = { revision, catalogue: kept.catalogue.version, asOf: kept.asOf, findings: look.analysis.findings.length }
  await appendAudit(services, nobody, client, { action: 'findings/looked', subject: kept.state.facility, detail })
  const after = keptAfter(kept, { rows, look, revision, writtenBy })
  await services.afterLook(nobody, client, after)
  return after
}

/** Slices that a look writes by itself: of a change that does not name them they are no part, and its undoing leaves them. */
const following: ReadonlySet<SliceName> = new Set(['register', 'tasks', 'taskNotes'])

interface ToWrite {
  readonly before: Kept
  readonly picture: Picture
  readonly changes: readonly Change[]
  readonly undo: readonly Change[]
  readonly by: Author
  readonly undoes?: number | undefined
  readonly note: AuditNote
}

/** Stores a changed picture with everything that follows from it: rows, log, findings, register, audit entry. */
export async function writeChange(services: Services, scope: Asking, client: PoolClient, change: ToWrite): Promise<Written> {
  const { before, picture, by } = change
  const look = lookOrFail(services, before, picture)
  const revision = before.state.revision + 1
  const rows = rowsToWrite(before, look?.picture ?? picture, revision)
  const writtenBy = await writeRows(services, scope, client, { before, rows, look, revision, name: picture.slices.facility[0]?.name })
  const changed = new Set(change.changes.map(({ slice }) => slice))
  const touched = touchedOf(rows).filter(({ slice }) => !following.has(slice) || changed.has(slice))
  await writeLog(scope, client, {
    facility: before.state.facility,
    at: services.now(),
    revision,
    by,
    changes: change.changes,
    touched,
    undo: change.undo,
    undoes: change.undoes,
  })
  const detail = { ...change.note.detail, revision, by, changed: summaryOf(change.changes) }
  await appendAudit(services, scope, client, { action: change.note.action, subject: change.note.subject ?? before.state.facility, detail })
  const { responseAsking } = (look?.analysis ?? before.analysis).world
  await planNudge(scope, client, before, { picture: look?.picture ?? picture, responseAsking })
  await planMatching(scope, client, {
    facility: before.state.facility,
    changed: changed.size > 0 ? changed : touched.map(({ slice }) => slice),
    at: services.now(),
  })
  const kept = look && keptAfter(before, { rows, look, revision, writtenBy })
  if (kept) await services.afterLook(scope, client, kept)
  return { revision, touched, kept }
}

/** NOTE: a fault in a check must not lose what a person has entered; the look is made good when the facility is next opened. */
function lookOrFail(services: Services, before: Kept, picture: Picture): Look | undefined {
  try {
    return lookAt(services, { picture, catalogue: before.catalogue, asOf: before.asOf }, before)
  } catch (error) {
    services.report(error)
    return undefined
  }
}

interface Rows {
  readonly write: readonly { readonly slice: SliceName; readonly id: string; readonly version: number; readonly body: Entry }[]
  readonly remove: readonly { readonly slice: SliceName; readonly id: string }[]
  readonly bytes: number
}

/** NOTE: a record that comes (again) starts at the revision, so that a version never stands for two contents. */
function rowsToWrite(before: Kept, picture: Picture, revision: number): Rows {
  const write: Rows['write'][number][] = []
  const remove: Rows['remove'][number][] = []
  let bytes = before.bytes
  for (const slice of sliceNames) {
    const old: readonly Entry[] = before.picture.slices[slice]
    const { changed, gone } = deltaOf(old, picture.slices[slice])
    const bodies = changed as readonly Entry[] // records of `picture`
    for (const body of bodies) {
      const version = before.versions.get(versionKey(slice, body.id))
      write.push({ slice, id: body.id, version: version === undefined ? revision : version + 1, body })
      bytes += 6 * (JSON.stringify(body).length - (JSON.stringify(byId(old, body.id)) ?? '').length)
    }
    for (const id of gone) remove.push({ slice, id })
  }
  return { write, remove, bytes }
}

async function writeRows(
  services: Services,
  scope: Asking,
  client: PoolClient,
  { before, rows, look, revision, name }: { before: Kept; rows: Rows; look: Look | undefined; revision: number; name?: string | undefined },
): Promise<string> {
  const { facility } = before.state
  await writeRecords(scope, client, { facility, at: services.now(), write: rows.write, remove: rows.remove })
  if (look) await writeLines(scope, client, { facility, ...changedLines(before.stored ?? before.lines, look.lines) })
  return updateState(scope, client, stateAfter(before, { look, revision, name }))
}

function stateAfter(
  before: Kept,
  { look, revision, name }: { look: Look | undefined; revision: number; name?: string | undefined },
): FacilityState {
  const looked = look ? { lookedRevision: revision, lookedOn: before.asOf, lookedWith: look.madeWith } : {}
  return { ...before.state, revision, name: name ?? before.state.name, ...looked }
}

function keptAfter(
  before: Kept,
  { rows, look, revision, writtenBy }: { rows: Rows; look: Look; revision: number; writtenBy: string },
): Kept {
  const { analysis, tracked, lines } = look
  const picture = { ...look.picture, revision }
  const name = picture.slices.facility[0]?.name
  const { stored: _, ...rest } = before
  return {
    ...rest,
    state: { ...stateAfter(before, { look, revision, name }), writtenBy },
    picture,
    versions: versionsAfter(before.versions, rows),
    analysis,
    tracked,
    lines,
    bytes: rows.bytes,
  }
}

function touchedOf(rows: Rows): readonly Touched[] {
  return [...rows.write.map(({ slice, id, version }) => ({ slice, id, version })), ...rows.remove.map(({ slice, id }) => ({ slice, id }))]
}

/** What the trail keeps of a change: which records, not what they say; the log of changes has the rest. */
function summaryOf(changes: readonly Change[]): readonly string[] {
  const all = changes.map(
    (change) =>
      `${change.kind} ${change.slice} ${change.kind === 'add' ? change.record.id : change.kind === 'merge' ? `${change.gone} into ${change.keep}` : change.kind === 'unmerge' ? change.gone : change.id}`,
  )
  return all.length <= 50 ? all : [...all.slice(0, 50), `and ${all.length - 50} more`]
}
