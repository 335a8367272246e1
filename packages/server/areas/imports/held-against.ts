import { createHash } from 'node:crypto'
import {
  type Change,
  type Decision,
  type EntityId,
  entityId,
  identify,
  type Observation,
  type Source,
  type SourceId,
  takeIn,
} from '@mimamori/domain'
import type { SeenAccount } from '@mimamori/formats'
import { newId } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { accountChanges } from './directory-accounts.ts'

/** What a file tells of devices and accounts. */
export interface ToldOfDevices {
  readonly observations: readonly Observation[]
  readonly accounts: readonly SeenAccount[]
}

/** What becomes of it, as the register stands now; `sha256` is that of what is kept of the file. */
export function heldAgainst(
  now: Kept,
  told: ToldOfDevices,
  file: { name: string; sha256: string },
): { decisions: readonly Decision[]; changes: readonly Change[] } {
  const known = now.picture.slices.sources.find((source) => source.sha256 === file.sha256)
  const observations = told.observations.map((one) => dated(one, known?.seenOn ?? now.asOf))
  const source: Source = known ?? {
    id: newId<SourceId>('src'),
    kind: observations.some((one) => one.source === 'register') ? 'file' : 'scan',
    name: file.name,
    seenOn: now.asOf,
    sha256: file.sha256,
  }
  const { assets, claims } = now.picture.slices
  const { decisions } = identify(observations, { assets, claims })
  const taken = takeIn(observations, decisions, { slices: now.picture.slices, idFor: idFor(file.sha256), source: source.id })
  const news = [...taken.changes, ...accountChanges(now, told.accounts, { file: file.name, source: source.id })]
  return { decisions, changes: news.length === 0 || known ? news : [{ kind: 'add', slice: 'sources', record: source }, ...news] }
}

/** NOTE: what a file says of times counts; a table without any was true on the day on which it was first brought. */
function dated(one: Observation, seenOn: string): Observation {
  return one.source === 'register' || one.source === 'drawio' ? one : { seenAt: seenOn, ...one }
}

/** Ids from what a row says: the same file brought twice makes the same records, and no number can be read from them. */
function idFor(file: string): (slice: 'assets' | 'claims' | 'software', key: string) => EntityId {
  const prefixes = { assets: 'ast', claims: 'clm', software: 'sw' } as const
  const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24)
  return (slice, key) => entityId(`${prefixes[slice]}:${hash(slice === 'claims' ? `${file} ${key}` : key)}`)
}
