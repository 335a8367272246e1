import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { FeedName } from '@mimamori/domain'
import type { FeedItem, FeedKind } from '@mimamori/formats'
import type { Advisory, EndOfLife, JvnProduct } from '@mimamori/matching'
import { storableText } from '../../../platform/audit/index.ts'
import { isDatedAhead } from './dated-ahead.ts'
import type { KeysOf } from './parts.ts'
import { keptKeys, keysOfAdvisory } from './product-keys.ts'

/** Feeds that are kept record by record; the others are whole each time. */
export type RecordFeed = Exclude<FeedName, 'kev' | 'epss'>

/** A record as it is kept. */
export interface FeedRecord {
  readonly feed: RecordFeed
  readonly id: string
  readonly form: FeedKind
  /** Of everything else here but the form. */
  readonly hash: Buffer
  readonly cves: readonly string[]
  readonly keys: readonly string[]
  readonly modifiedOn?: string | undefined
  /** Parts of it that could not be read. */
  readonly unread: number
  readonly json: string
}

type Kept = Advisory | JvnProduct | EndOfLife

const longestId = 300

/** The record that an item is; undefined for what is kept otherwise or tells of the feed itself. */
export function recordOf(item: FeedItem, { form, keysOf, now }: { form: FeedKind; keysOf: KeysOf; now: Date }): FeedRecord | undefined {
  const told = toldBy(item, keysOf)
  if (!told) return undefined
  const { value, modifiedOn, ...others } = told
  const rest = { ...others, ...(!isDatedAhead(modifiedOn, now) && { modifiedOn }) }
  const json = JSON.stringify(value)
  const hash = createHash('sha256').update(json).update('\n').update(rest.keys.join('\n')).digest()
  return { ...rest, id: storableText(rest.id).slice(0, longestId), form, hash, json }
}

type Told = Omit<FeedRecord, 'form' | 'hash' | 'json'> & { readonly value: Kept }

function toldBy(item: FeedItem, keysOf: KeysOf): Told | undefined {
  if (item.kind === 'advisory') return toldByAdvisory(item.advisory, keysOf)
  const none = { cves: [], unread: 0 }
  if (item.kind === 'jvn-product') return { feed: 'jvn-products', id: item.product.id, ...none, keys: [], value: item.product }
  if (item.kind !== 'end-of-life') return undefined
  const { endOfLife: value } = item
  const id = createHash('sha256')
    .update(JSON.stringify([value.product, value.range]))
    .digest('hex')
  return { feed: 'end-of-life', id, ...none, keys: storableKeys(keysOf(value.product)), value }
}

function toldByAdvisory(value: Advisory, keysOf: KeysOf): Told {
  const { feed, id, modifiedOn, unparsed } = value
  const cves = [...new Set(value.cves.map(storableText))]
  return { feed, id, cves, keys: storableKeys(keysOfAdvisory(value, keysOf)), modifiedOn, unread: unparsed.length, value }
}

/** NOTE: keys travel to the database in lines. */
function storableKeys(keys: readonly string[]): readonly string[] {
  return keptKeys(keys.map((key) => storableText(key).replaceAll('\n', ' ')))
}

/** The keys that a record would have if it were read now. */
export function keysOfKept({ feed, body }: { readonly feed: string; readonly body: Uint8Array }, keysOf: KeysOf): readonly string[] {
  if (feed === 'end-of-life') return storableKeys(keysOf(unpacked<EndOfLife>(body).product))
  return storableKeys(keysOfAdvisory(unpacked<Advisory>(body), keysOf))
}

/** NOTE: only what has changed is packed, and the quickest level loses a tenth; both count with 300,000 records. */
export function packed({ json }: FeedRecord): Buffer {
  return deflateRawSync(json, { level: 1 })
}

/** What `packed` has packed; written by nobody else. */
export function unpacked<T extends Kept>(body: Uint8Array): T {
  return JSON.parse(inflateRawSync(body).toString()) as T // the feed of the row tells which it is
}
