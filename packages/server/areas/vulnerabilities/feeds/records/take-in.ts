import type { OpenFeed } from '@mimamori/formats'
import type { PoolClient } from 'pg'
import { installation, withScope } from '../../../../platform/index.ts'
import { isDatedAhead } from '../dated-ahead.ts'
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
  let settled = waitingRecords()

  async function stage(part: number, records: readonly FeedRecord[]): Promise<void> {
    await write(async (client) => {
      const changed = await changedOf(client, records)
      if (changed.length > 0) await stageRecords(client, { run, part }, changed)
    })
  }
  async function stageSettled(): Promise<void> {
    if (settled.records.length > 0) await stage(nextPart++, settled.records)
    settled = waitingRecords()
  }

  async function add(feed: RecordFeed, file: OpenFeed): Promise<void> {
    const heard = nothingHeard()
    const now = parts.clock.now()
    let waiting = waitingRecords()
    let part: number | undefined
    const behind = oneBehind()
    try {
      for await (const item of recordsOf(file, heard)) {
        const record = recordOf(item, { form: file.kind, keysOf, now })
        if (record) waiting.add(record)
        if (!waiting.isFull()) continue
        if (part === undefined) await stageSettled()
        const [to, records] = [part ?? nextPart++, waiting.records]
        part = to
        await behind.start(() => stage(to, records))
        waiting = waitingRecords()
      }
      await behind.ended()
    } catch (error) {
      const begun = part
      await behind.ended().catch(() => undefined)
      if (begun !== undefined) await write((client) => dropStaged(client, { run, part: begun }))
      throw error
    }
    if (part !== undefined) await stage(part, waiting.records)
    else for (const record of waiting.records) settled.add(record)
    if (settled.isFull()) await stageSettled()
    addUp(sums, { feed, heard: isDatedAhead(heard.asOf, now) ? { ...heard, asOf: undefined } : heard, source: file.file })
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
function waitingRecords() {
  const records: FeedRecord[] = []
  let characters = 0
  return {
    records,
    add(record: FeedRecord) {
      records.push(record)
      characters += record.json.length
    },
    isFull: () => records.length >= atOnce || characters > mostWaiting,
  }
}

/** Work that goes on while the next is prepared; one at a time. What goes wrong in it is thrown where it is waited for. */
function oneBehind() {
  let work: Promise<void> = Promise.resolve()
  return {
    async start(next: () => Promise<void>) {
      await work
      work = next()
      work.catch(() => undefined)
    },
    ended: () => work,
  }
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
