import type { OpenFeed } from '@mimamori/formats'
import type { PoolClient } from 'pg'
import { installation, withScope } from '../../../../platform/index.ts'
import type { FeedParts, KeysOf } from '../parts.ts'
import { nothingHeard, recordsOf } from '../reading.ts'
import { type FeedRecord, type RecordFeed, recordOf } from '../record.ts'
import { nextRun, writeTakenOver } from '../states/store.ts'
import type { Tellings } from '../told.ts'
import { countRecords, dropAllStaged, dropStaged, mergeStaged, readHashes, type Staged, stageRecords } from './store.ts'

/** Records that are written at once. */
const atOnce = 500
/** Characters of records that wait in memory. */
const mostWaiting = 8_000_000

interface Sum {
  files: number
  read: number
  asOf: string | undefined
  source: string
  passedOver: Tellings['passedOver']
}

/** Files of records on their way in: they wait in a table until each was read to its end, and are taken over together. */
export interface RecordIntake {
  /** Throws where the file is not whole; then nothing of it is taken. */
  add(feed: RecordFeed, file: OpenFeed): Promise<void>
  finish(): Promise<void>
}

export async function takeInRecords(parts: FeedParts, { told, keysOf }: { told: Tellings; keysOf: KeysOf }): Promise<RecordIntake> {
  const write = <T>(work: (client: PoolClient) => Promise<T>) => withScope(parts.pool, { organisation: installation }, work)
  const run = await write(async (client) => {
    await dropAllStaged(client)
    return nextRun(client)
  })
  const sums = new Map<RecordFeed, Sum>()
  let nextPart = 0
  /** Of small files that were read to their end; a folder may have very many of them. */
  let settled: FeedRecord[] = []

  async function stage(part: number, records: readonly FeedRecord[]): Promise<void> {
    await write(async (client) => {
      const changed = await changedOf(client, records)
      if (changed.length > 0) await stageRecords(client, { run, part }, changed)
    })
  }
  async function stageSettled(): Promise<void> {
    if (settled.length > 0) await stage(nextPart++, settled)
    settled = []
  }

  async function add(feed: RecordFeed, file: OpenFeed): Promise<void> {
    const heard = nothingHeard()
    let waiting: FeedRecord[] = []
    let part: number | undefined
    try {
      for await (const item of recordsOf(file, heard)) {
        const record = recordOf(item, { form: file.kind, keysOf })
        if (record) waiting.push(record)
        if (!isFull(waiting)) continue
        if (part === undefined) await stageSettled()
        part ??= nextPart++
        await stage(part, waiting)
        waiting = []
      }
    } catch (error) {
      const begun = part
      if (begun !== undefined) await write((client) => dropStaged(client, { run, part: begun }))
      throw error
    }
    if (part !== undefined) await stage(part, waiting)
    else settled.push(...waiting)
    if (isFull(settled)) await stageSettled()
    addUp(sums, { feed, heard, source: file.file })
  }

  async function finish(): Promise<void> {
    await stageSettled()
    const changed = await merge(write, run)
    for (const [feed, { files, read, asOf, source, passedOver }] of sums) {
      const counted = await write(async (client) => {
        const kept = await countRecords(client, feed)
        await writeTakenOver(client, { feed, run, ...kept, asOf, source, at: parts.clock.now(), passedOver })
        return kept
      })
      told.taken.push({ feed, files, read, changed: changed.get(feed) ?? 0, records: counted.records, asOf })
      told.passedOver.push(...passedOver)
    }
  }
  return { add, finish }
}

/** NOTE: a record may have megabytes; some of those at once are enough. */
function isFull(records: readonly FeedRecord[]): boolean {
  return records.length >= atOnce || records.reduce((sum, { json }) => sum + json.length, 0) > mostWaiting
}

/** NOTE: a statement takes each row once, so that of two records of one id in a batch one is chosen here, by the rule of `mergeStaged`. */
async function changedOf(client: PoolClient, records: readonly FeedRecord[]): Promise<readonly FeedRecord[]> {
  const found: FeedRecord[] = []
  for (const [feed, ofFeed] of Map.groupBy(records, (record) => record.feed)) {
    const latest = new Map<string, FeedRecord>()
    for (const record of ofFeed) if (isBetter(record, latest.get(record.id))) latest.set(record.id, record)
    const known = await readHashes(client, feed, [...latest.keys()])
    found.push(...[...latest.values()].filter(({ id, hash }) => known.get(id)?.equals(hash) !== true))
  }
  return found
}

function isBetter(record: FeedRecord, than: FeedRecord | undefined): boolean {
  if (!than) return true
  const [isNews, wasNews] = [record.form === 'jvn-rss', than.form === 'jvn-rss']
  if (isNews !== wasNews) return wasNews
  return (record.modifiedOn ?? '') >= (than.modifiedOn ?? '')
}

function addUp(
  sums: Map<RecordFeed, Sum>,
  { feed, heard, source }: { feed: RecordFeed; heard: ReturnType<typeof nothingHeard>; source: string },
): void {
  const sum = sums.get(feed) ?? { files: 0, read: 0, asOf: undefined, source, passedOver: [] }
  const later = heard.asOf !== undefined && (sum.asOf === undefined || heard.asOf > sum.asOf)
  const room = Math.max(0, mostTold - sum.passedOver.length)
  sums.set(feed, {
    files: sum.files + 1,
    read: sum.read + heard.records,
    asOf: later ? heard.asOf : sum.asOf,
    source,
    passedOver: [...sum.passedOver, ...heard.passedOver.slice(0, room)],
  })
}

const mostTold = 50

type Write = <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>

/** Step by step, each a transaction of its own: a reading of all weaknesses there are would be too much for one. */
async function merge(write: Write, run: number): Promise<ReadonlyMap<RecordFeed, number>> {
  const changed = new Map<RecordFeed, number>()
  let after: Staged = { part: -1, feed: '', id: '' }
  for (;;) {
    const from = after
    const step = await write((client) => mergeStaged(client, { run, after: from, atOnce: 2 * atOnce }))
    for (const [feed, n] of Object.entries(step.changed)) changed.set(feed as RecordFeed, (changed.get(feed as RecordFeed) ?? 0) + n) // keys of the record
    if (!step.last) break
    after = step.last
  }
  await write(dropAllStaged)
  return changed
}
