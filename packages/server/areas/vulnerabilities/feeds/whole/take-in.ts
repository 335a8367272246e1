import type { FeedItem, OpenFeed } from '@mimamori/formats'
import type { PoolClient } from 'pg'
import { installation, withScope } from '../../../../platform/index.ts'
import { isDatedAhead } from '../dated-ahead.ts'
import type { FeedParts } from '../parts.ts'
import { feedProblem } from '../problems.ts'
import { nothingHeard, recordsOf } from '../reading.ts'
import { nextRun, readStates, writeTakenOver } from '../states/store.ts'
import type { Tellings } from '../told.ts'
import { countWhole, dropWhole, insertKnownExploited, insertPredictions, touchDifferent, type WholeFeed } from './store.ts'

const atOnce = 2000

/** Takes a feed over that is whole each time: its rows lie beside those that count until all were read, then they count. */
export async function takeInWhole(
  { pool, clock }: FeedParts,
  { feed, file, told }: { feed: WholeFeed; file: OpenFeed; told: Tellings },
): Promise<void> {
  const write = <T>(work: (client: PoolClient) => Promise<T>) => withScope(pool, { organisation: installation }, work)
  const { run, before } = await write(async (client) => {
    const state = (await readStates(client)).find((one) => one.feed === feed)
    return { run: await nextRun(client), before: { run: state?.run ?? 0, asOf: state?.asOf ?? undefined } }
  })
  const heard = nothingHeard()
  try {
    for await (const batch of batches(recordsOf(file, heard))) await write((client) => insertBatch(client, feed, { run, batch }))
    if (isDatedAhead(heard.asOf, clock.now())) throw feedProblem('feeds/dated-ahead')
    if (heard.asOf !== undefined && before.asOf !== undefined && heard.asOf < before.asOf) throw feedProblem('feeds/older')
  } catch (error) {
    await dropAllBut(write, feed, before.run)
    throw error
  }
  const taken = { feed, run, asOf: heard.asOf, source: file.file, passedOver: heard.passedOver, unread: 0, at: clock.now() }
  const { records, changed } = await write(async (client) => {
    const kept = { records: await countWhole(client, feed, run), changed: await touchDifferent(client, feed, { run, before: before.run }) }
    await writeTakenOver(client, { ...taken, records: kept.records })
    return kept
  })
  await dropAllBut(write, feed, run)
  told.taken.push({ feed, files: 1, read: heard.records, changed, records, asOf: heard.asOf })
  told.passedOver.push(...heard.passedOver)
}

async function* batches(items: AsyncIterable<FeedItem>): AsyncIterable<readonly FeedItem[]> {
  let batch: FeedItem[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < atOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function insertBatch(client: PoolClient, feed: WholeFeed, { run, batch }: { run: number; batch: readonly FeedItem[] }): Promise<void> {
  if (feed === 'epss')
    return insertPredictions(
      client,
      run,
      batch.flatMap((item) => (item.kind === 'prediction' ? [item.prediction] : [])),
    )
  return insertKnownExploited(
    client,
    run,
    batch.flatMap((item) => (item.kind === 'known-exploited' ? [item.knownExploited] : [])),
  )
}

async function dropAllBut(write: <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>, feed: WholeFeed, but: number): Promise<void> {
  while (await write((client) => dropWhole(client, feed, { but, atOnce: 20_000 }))) {
    // the next ones
  }
}
