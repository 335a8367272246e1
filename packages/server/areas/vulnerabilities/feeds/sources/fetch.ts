import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { feedLimits, openFeeds } from '@mimamori/formats'
import type { PoolClient } from 'pg'
import type { Fetched } from '../../../../platform/fetching/index.ts'
import { installation, problemOf, type UserProblem, withScope } from '../../../../platform/index.ts'
import { takeInFeeds } from '../intake.ts'
import type { FeedParts } from '../parts.ts'
import { feedProblem } from '../problems.ts'
import { writeProblem } from '../states/store.ts'
import { type Source, sourcesOf } from './addresses.ts'
import { askInterfaces } from './ask.ts'
import type { FetchParts } from './fetch-parts.ts'
import { makePrints, nameOf, type Print, printOfContent } from './prints.ts'
import { type KnownSource, readSource, writeSourceChecked, writeSourceTaken } from './store.ts'

const hourMs = 3_600_000
/** A job that starts a little early still finds what is due. */
const slackMs = hourMs / 12

/** Looks at every source that is due, and takes in what is new. Whatever goes wrong with one is told in its feed's state. */
export async function fetchFeeds(parts: FetchParts, signal?: AbortSignal): Promise<void> {
  await mkdir(parts.folder, { recursive: true, mode: 0o700 })
  const printOf = makePrints(parts.fetcher, signal)
  for (const source of sourcesOf(parts.settings, parts.clock.now().getUTCFullYear())) {
    if (signal?.aborted) return
    const known = await written(parts, (client) => readSource(client, source.feed, source.address))
    if (isDue(source, known, parts.clock.now())) await look(parts, { source, known, printOf, signal })
  }
  await askInterfaces(parts, signal)
}

function written<T>({ pool }: FeedParts, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return withScope(pool, { organisation: installation }, work)
}

function isDue({ everyHours }: Source, known: KnownSource | undefined, now: Date): boolean {
  if (known?.notBefore && Date.parse(known.notBefore) > now.getTime()) return false
  return !known?.checkedAt || Date.parse(known.checkedAt) + everyHours * hourMs - slackMs <= now.getTime()
}

interface Look {
  readonly source: Source
  readonly known: KnownSource | undefined
  readonly printOf: (source: Source) => Promise<Print | undefined>
  readonly signal: AbortSignal | undefined
}

async function look(parts: FetchParts, given: Look): Promise<void> {
  const { source, signal } = given
  const file = join(parts.folder, createHash('sha256').update(source.address).digest('hex').slice(0, 16))
  try {
    await lookInto(parts, { ...given, file })
  } catch (error) {
    const problem = problemOf(error)
    if (signal?.aborted) return
    if (!problem) throw error
    // Somebody carries a file in at this moment: the next round comes back to it.
    if (problem.code !== 'feeds/busy') await tell(parts, source, problem)
  } finally {
    await rm(file, { force: true })
  }
}

async function lookInto(parts: FetchParts, { source, known, printOf, signal, file }: Look & { readonly file: string }): Promise<void> {
  const print = await printOf(source)
  if (print && print.sha256 === known?.sha256) return checked(parts, source)
  const answer = await parts.fetcher.download(source.address, file, { ...conditions(known), maxBytes: feedLimits.maxBytes, signal })
  if (answer.kind === 'later') return checked(parts, source, answer.notBefore)
  if (answer.kind === 'unchanged') return checked(parts, source)
  if (answer.kind === 'nothing-there') return tell(parts, source, feedProblem('feeds/nothing-there').problem)
  if (print && !(await isAsPrinted(print, answer, file))) return tell(parts, source, feedProblem('feeds/changed-hash').problem)
  const intake = await takeInFeeds(parts, openFeeds(file, { name: nameOf(source.address) }))
  const [refused] = intake.refused
  // The state of the feed tells it already where the kind of the file was known.
  if (refused) return refused.feed === undefined ? tell(parts, source, refused.problem) : failed(parts, source, refused.problem)
  const taken = { etag: answer.etag, lastModified: answer.lastModified, sha256: print?.sha256, at: parts.clock.now() }
  await written(parts, (client) => writeSourceTaken(client, source.feed, source.address, taken))
}

function conditions(known: KnownSource | undefined) {
  return { ...(known?.etag && { etag: known.etag }), ...(known?.lastModified && { lastModified: known.lastModified }) }
}

async function isAsPrinted({ of, sha256 }: Print, answer: Fetched, file: string): Promise<boolean> {
  return sha256 === (of === 'file' ? answer.sha256 : await printOfContent(file))
}

function checked(parts: FetchParts, { feed, address }: Source, notBefore?: Date): Promise<void> {
  return written(parts, (client) => writeSourceChecked(client, feed, address, { at: parts.clock.now(), notBefore }))
}

function failed(parts: FetchParts, { feed, address }: Source, problem: UserProblem): Promise<void> {
  return written(parts, (client) => writeSourceChecked(client, feed, address, { at: parts.clock.now(), problem }))
}

async function tell(parts: FetchParts, source: Source, problem: UserProblem): Promise<void> {
  await written(parts, (client) => writeProblem(client, source.feed, { problem, at: parts.clock.now() }))
  await failed(parts, source, problem)
}
