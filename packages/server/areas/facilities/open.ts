import type { FullCatalogue } from '@mimamori/catalog'
import {
  analyse,
  type Entry,
  emptySlices,
  type FacilityId,
  type Picture,
  pictureOf,
  type SliceName,
  type Slices,
  sliceNames,
} from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { catalogueOf } from '../editions/index.ts'
import { type FacilityState, type Kept, type StoredLine, type Versions, versionKey } from '../kept.ts'
import type { Services } from '../services.ts'
import { readLines } from './lines/store.ts'
import { lookAt, lookedWith } from './look.ts'
import { facilityProblem } from './problems.ts'
import { readRecords, type StoredRecord } from './records/store.ts'
import { lockState, readState } from './store.ts'
import { versionsOf } from './versions.ts'
import { writeLook } from './write.ts'

export function keyOf(scope: Asking, facility: string): string {
  return `${scope.organisation}/${facility}`
}

/**
 * Keeps a facility in memory, unless a newer revision of it is kept by now. NOTE: the answer to a commit may arrive after that to the
 * commit of the next change.
 */
export function keepNewest(services: Services, key: string, kept: Kept): void {
  const there = services.kept.get(key)?.state
  if (there && there.createdAt === kept.state.createdAt && there.revision > kept.state.revision) return
  services.kept.set(key, kept, kept.bytes)
}

/** True when the findings in the store are those of this revision, day and catalogue. */
export function isLookCurrent(services: Services, state: FacilityState, catalogue: FullCatalogue): boolean {
  return (
    state.lookedRevision === state.revision && state.lookedOn === services.today() && state.lookedWith === lookedWith(services, catalogue)
  )
}

/** The kept facility, if it is of this revision, day and catalogue. */
function keptOf(services: Services, scope: Asking, state: FacilityState, catalogue: FullCatalogue): Kept | undefined {
  const key = keyOf(scope, state.facility)
  return [services.kept.get(key), services.coming.get(key)].find(
    (one) =>
      one?.state.revision === state.revision &&
      one.state.writtenBy === state.writtenBy &&
      one.state.createdAt === state.createdAt &&
      one.asOf === services.today() &&
      one.catalogue === catalogue,
  )
}

/** The picture of a facility from its rows: every slice in order of id. */
export function assemble(facility: FacilityId, revision: number, rows: readonly StoredRecord[]): { picture: Picture; versions: Versions } {
  const lists = Object.fromEntries(sliceNames.map((name): [SliceName, Entry[]] => [name, []])) as unknown as Record<SliceName, Entry[]> // one list per slice
  const versions = new Map<string, number>()
  for (const row of rows) {
    lists[row.slice]?.push(row.body)
    versions.set(versionKey(row.slice, row.id), row.version)
  }
  const slices = { ...emptySlices(), ...lists } as unknown as Slices // rows of a slice hold its records
  return { picture: pictureOf({ facility, revision, slices }), versions: versionsOf(versions) }
}

const bytesPerCharacter = 6

type Stored = Pick<Kept, 'state' | 'picture' | 'versions' | 'catalogue' | 'asOf' | 'bytes'> & { readonly older: readonly StoredLine[] }

async function readStored(services: Services, scope: Asking, client: PoolClient, state: FacilityState): Promise<Stored> {
  const catalogue = await catalogueOf(services, scope, client, state.uploads)
  const rows = await readRecords(scope, client, state.facility)
  const older = await readLines(scope, client, state.facility)
  const { picture, versions } = assemble(state.facility as FacilityId, state.revision, rows) // the id of a stored facility was checked when it was made
  return { state, picture, versions, catalogue, asOf: services.today(), bytes: bytesPerCharacter * JSON.stringify(rows).length, older }
}

/** What is stored with what a look at it gives: equal to what is stored where the last look was made today. */
function keptFrom({ older, ...stored }: Stored, look: Pick<Kept, 'analysis' | 'tracked' | 'lines'>): Kept {
  return { ...stored, analysis: look.analysis, tracked: look.tracked, lines: look.lines, stored: older }
}

/** The facility as it stands today. The first look of a day, or with a new catalogue, writes what it found. */
export async function openFacility(services: Services, scope: Asking, facility: string): Promise<Kept> {
  const found = await withScope(services.pool, scope, (client) => readCurrent(services, scope, client, facility), {
    isolation: 'repeatable read',
    readOnly: true,
  })
  const kept = found ?? (await withScope(services.pool, scope, (client) => lookAnew(services, scope, client, facility)))
  keepNewest(services, keyOf(scope, facility), kept)
  return kept
}

async function readCurrent(services: Services, scope: Asking, client: PoolClient, facility: string): Promise<Kept | undefined> {
  const state = await readState(scope, client, facility)
  if (!state) throw facilityProblem('facility/not-found')
  const catalogue = await catalogueOf(services, scope, client, state.uploads)
  const kept = keptOf(services, scope, state, catalogue)
  if (kept || !isLookCurrent(services, state, catalogue)) return kept
  const stored = await readStored(services, scope, client, state)
  return settled(keptFrom(stored, lookAt(services, stored)))
}

/** What is read is what is stored, since the last look was made today. */
function settled({ stored: _, ...kept }: Kept): Kept {
  return kept
}

/** Looks for findings again under the lock of the facility, and stores them. */
async function lookAnew(services: Services, scope: Asking, client: PoolClient, facility: string): Promise<Kept> {
  const state = await lockState(scope, client, facility)
  if (!state) throw facilityProblem('facility/not-found')
  const stored = await readStored(services, scope, client, state)
  const look = lookAt(services, stored)
  const kept = keptFrom(stored, look)
  if (isLookCurrent(services, state, kept.catalogue)) return settled(kept)
  return writeLook(services, scope, client, { kept, look })
}

/** The facility under its lock, for a change: as the store has it, whether or not it was looked at today. */
export async function lockFacility(services: Services, scope: Asking, client: PoolClient, facility: string): Promise<Kept> {
  const state = await lockState(scope, client, facility)
  if (!state) throw facilityProblem('facility/not-found')
  const catalogue = await catalogueOf(services, scope, client, state.uploads)
  return keptOf(services, scope, state, catalogue) ?? lookOrGoOn(services, await readStored(services, scope, client, state))
}

/** NOTE: a fault in a check must not keep anybody from entering what they know: then the change is stored without a look. */
function lookOrGoOn(services: Services, stored: Stored): Kept {
  try {
    return keptFrom(stored, lookAt(services, stored))
  } catch (error) {
    services.report(error)
    return keptFrom(stored, { analysis: analyse(services.rules, stored), tracked: [], lines: stored.older })
  }
}
