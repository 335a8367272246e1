import type { FeedName } from '@mimamori/domain'
import { type FeedKind, type FoundFeed, flatProblem, type OpenFeed } from '@mimamori/formats'
import { appendAudit, installation, problemOf, type UserProblem, withScope } from '../../../platform/index.ts'
import { currentKeys } from './keying/product-names.ts'
import type { FeedParts } from './parts.ts'
import { feedProblem } from './problems.ts'
import type { RecordFeed } from './record.ts'
import { takeInRecords } from './records/take-in.ts'
import { whileAlone, writeProblem } from './states/store.ts'
import type { FeedTaken, Refused, Tellings } from './told.ts'
import { takeInWhole } from './whole/take-in.ts'

export interface Intake {
  readonly taken: readonly FeedTaken[]
  /** Files of which nothing was taken; what was kept before stays. */
  readonly refused: readonly Refused[]
  /** Records that could not be read, in files that were taken. */
  readonly passedOver: readonly UserProblem[]
}

const feedOf: Readonly<Record<FeedKind, FeedName>> = {
  kev: 'kev',
  epss: 'epss',
  cve5: 'cve5',
  nvd: 'nvd',
  'nvd-1.1': 'nvd',
  'jvn-rss': 'jvn',
  'jvn-detail': 'jvn',
  'jvn-products': 'jvn-products',
  csaf: 'csaf',
  'end-of-life-csv': 'end-of-life',
  'end-of-life-json': 'end-of-life',
}

const asInstallation = { organisation: installation }

/** Finds the keys of all records anew where names of products were learned since; undisturbed by readings. */
export async function keepKeysCurrent(parts: FeedParts): Promise<void> {
  await whileAlone(parts.pool, () => currentKeys(parts))
}

/**
 * Takes feeds over, file by file: wholly, or not at all. Whatever is broken leaves what was kept before and is told in the state
 * of its feed. One reading at a time.
 */
export async function takeInFeeds(parts: FeedParts, found: AsyncIterable<FoundFeed>): Promise<Intake> {
  const alone = await whileAlone(parts.pool, () => takeIn(parts, found))
  if (!alone) throw feedProblem('feeds/busy')
  return alone.value
}

async function takeIn(parts: FeedParts, found: AsyncIterable<FoundFeed>): Promise<Intake> {
  const told: Tellings = { taken: [], refused: [], passedOver: [] }
  const records = await takeInRecords(parts, { told, keysOf: await currentKeys(parts) })
  for await (const one of found) {
    if (one.kind === 'unread') refuse(told, { problem: flatProblem(one.problem) })
    else await takeInFile(parts, { file: one.feed, records, told })
  }
  await records.finish()
  if (told.taken.some(({ feed, changed }) => feed === 'jvn-products' && changed > 0)) await currentKeys(parts)
  await tellProblems(parts, told)
  await withScope(parts.pool, asInstallation, (client) =>
    appendAudit(client, {
      scope: asInstallation,
      clock: parts.clock,
      event: { action: 'feeds/taken-in', subject: 'feeds', detail: detailOf(told) },
    }),
  )
  return told
}

/** NOTE: a ZIP may hold a million files that are no feeds; the first of them tell enough. */
const mostRefused = 1000

function refuse({ refused }: Tellings, given: Omit<Refused, 'file'> & { readonly file?: string }): void {
  if (refused.length < mostRefused) refused.push({ file: given.problem.file ?? '', ...given })
}

async function takeInFile(
  parts: FeedParts,
  { file, records, told }: { file: OpenFeed; records: Awaited<ReturnType<typeof takeInRecords>>; told: Tellings },
): Promise<void> {
  const feed = feedOf[file.kind]
  try {
    if (feed === 'kev' || feed === 'epss') await takeInWhole(parts, { feed, file, told })
    else await records.add(feed satisfies RecordFeed, file)
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    refuse(told, { file: file.file, feed, problem })
  }
}

/** The last problem of each feed stands in its state until a reading goes well. */
async function tellProblems({ pool, clock }: FeedParts, { refused }: Tellings): Promise<void> {
  const last = new Map(refused.flatMap(({ feed, problem }) => (feed === undefined ? [] : [[feed, problem]])))
  for (const [feed, problem] of last)
    await withScope(pool, asInstallation, (client) => writeProblem(client, feed, { problem, at: clock.now() }))
}

function detailOf({ taken, refused, passedOver }: Tellings) {
  return {
    taken: taken.map(({ feed, files, read, changed }) => ({ feed, files, read, changed })),
    refused: refused.length,
    passedOver: passedOver.length,
  }
}
