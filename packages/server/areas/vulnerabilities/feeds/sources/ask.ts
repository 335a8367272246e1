import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openFeeds } from '@mimamori/formats'
import type { PoolClient } from 'pg'
import { installation, problemOf, type UserProblem, withScope } from '../../../../platform/index.ts'
import { takeInFeeds } from '../intake.ts'
import { writeProblem } from '../states/store.ts'
import type { FetchParts } from './fetch-parts.ts'
import { type Interface, pauseOf, type Stretch, stretchesOf } from './interfaces.ts'
import { pagesOf } from './pages.ts'
import { type KnownSource, readSource, writeSourceChecked, writeSourceTaken } from './store.ts'

const everyMs = 3 * 3_600_000
/** A job that starts a little early still finds what is due. */
const slackMs = everyMs / 36

/** Asks publishers for what has changed since the last time, stretch by stretch; whatever goes wrong is told, and asked for again. */
export async function askInterfaces(parts: FetchParts, signal?: AbortSignal): Promise<void> {
  for (const way of parts.settings.feedApis ?? []) {
    if (signal?.aborted) return
    const known = await written(parts, (client) => readSource(client, way.feed, way.address))
    if (isDue(known, parts.clock.now())) await askAll(parts, { way, known, signal })
  }
}

function written<T>({ pool }: FetchParts, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return withScope(pool, { organisation: installation }, work)
}

function isDue(known: KnownSource | undefined, now: Date): boolean {
  if (known?.notBefore && Date.parse(known.notBefore) > now.getTime()) return false
  return !known?.checkedAt || Date.parse(known.checkedAt) + everyMs - slackMs <= now.getTime()
}

interface Given {
  readonly way: Interface
  readonly known: KnownSource | undefined
  readonly signal: AbortSignal | undefined
}

/** NOTE: `lastModified` of an interface is the end of the last stretch that was taken over whole. */
async function askAll(parts: FetchParts, { way, known, signal }: Given): Promise<void> {
  const since = known?.lastModified ? new Date(known.lastModified) : undefined
  for (const stretch of stretchesOf(way.feed, since, parts.clock.now())) {
    if (signal?.aborted || !(await askOne(parts, { way, stretch, signal }))) return
  }
}

/** Whether the next stretch may be asked for. */
async function askOne(parts: FetchParts, { way, stretch, signal }: Omit<Given, 'known'> & { readonly stretch: Stretch }): Promise<boolean> {
  const folder = await mkdtemp(join(parts.folder, `${way.feed}-`))
  try {
    const key = way.feed === 'nvd' ? parts.settings.nvdKey : undefined
    const pauseMs = parts.settings.pauseMs ?? pauseOf(way.feed, key !== undefined)
    const wanted = { pauseMs, signal, ...(key !== undefined && { headers: { apiKey: key } }) }
    const pages = await pagesOf({ fetcher: parts.fetcher, folder, way, wanted }, stretch)
    if (pages.kind === 'later') {
      await checked(parts, way, { notBefore: pages.notBefore })
      return false
    }
    const refused = pages.records === 0 ? undefined : (await takeInFeeds(parts, openFeeds(folder, { name: way.feed }))).refused[0]
    if (refused) return await tell(parts, way, refused.problem)
    const taken = { lastModified: stretch.until.toISOString(), at: parts.clock.now() }
    await written(parts, (client) => writeSourceTaken(client, way.feed, way.address, taken))
    return true
  } catch (error) {
    const problem = problemOf(error)
    if (signal?.aborted) return false
    if (!problem) throw error
    // Somebody carries a file in at this moment: the next round comes back to it.
    return problem.code === 'feeds/busy' ? false : await tell(parts, way, problem)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function checked(parts: FetchParts, { feed, address }: Interface, how: { notBefore?: Date; problem?: UserProblem }): Promise<void> {
  return written(parts, (client) => writeSourceChecked(client, feed, address, { at: parts.clock.now(), ...how }))
}

async function tell(parts: FetchParts, way: Interface, problem: UserProblem): Promise<false> {
  await written(parts, (client) => writeProblem(client, way.feed, { problem, at: parts.clock.now() }))
  await checked(parts, way, { problem })
  return false
}
