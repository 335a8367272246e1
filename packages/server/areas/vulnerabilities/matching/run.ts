import { type Change, type Entry, having, type Match, type MatchId } from '@mimamori/domain'
import { productsOf } from '@mimamori/matching'
import type { PoolClient } from 'pg'
import { withScope } from '../../../platform/index.ts'
import type { Asking } from '../../asking.ts'
import { changeFacility, listStates, openFacility } from '../../facilities/index.ts'
import type { Kept } from '../../kept.ts'
import type { Services } from '../../services.ts'
import { advisoriesOf, feedStates, knownExploited, predictions, touchedSince } from '../feeds/index.ts'
import { bookOf } from '../names.ts'
import { groupsOf, hitsOf } from './hits.ts'
import { matchesFrom } from './matches.ts'
import { recordProofs } from './proofs.ts'
import { feedsToRead, outsideWith, withStanding } from './standing.ts'
import { readMatchedRun, writeMatchedRun } from './store.ts'

/** What became of it. */
export interface MatchRun {
  readonly matches: number
  readonly changed: number
}

/**
 * Holds everything that is installed at a facility against what is published, and writes down what is new, otherwise or gone. Twice
 * over the same facts changes nothing.
 */
export async function matchFacility(services: Services, asking: Asking, facility: string): Promise<MatchRun> {
  const now = await openFacility(services, asking, facility)
  const { matches, run } = await withScope(services.pool, asking, (client) => matched(services, client, now), {
    readOnly: true,
    isolation: 'repeatable read',
  })
  const changed = await keepMatches(services, asking, facility, { matches, seen: now })
  await withScope(services.pool, asking, (client) => writeMatchedRun(asking, client, { facility, run }))
  await recordProofs(services, asking, facility)
  return { matches: matches.length, changed }
}

/** Only where something of its products was published since it was held against the feeds. */
export async function matchIfTouched(services: Services, asking: Asking, facility: string): Promise<MatchRun | undefined> {
  const now = await openFacility(services, asking, facility)
  const touched = await withScope(services.pool, asking, async (client) => {
    const since = await touchedSince(client, await readMatchedRun(asking, client, facility))
    const keys = await keysOf(services, client, now)
    return { run: since.run, isTouched: keys.some((key) => since.keys.has(key)) }
  })
  if (touched.isTouched) return matchFacility(services, asking, facility)
  await withScope(services.pool, asking, (client) => writeMatchedRun(asking, client, { facility, run: touched.run }))
  return undefined
}

export async function isThere(services: Services, asking: Asking, facility: string): Promise<boolean> {
  const states = await withScope(services.pool, asking, (client) => listStates(asking, client), { readOnly: true })
  return states.some((state) => state.facility === facility)
}

async function keysOf(services: Services, client: PoolClient, now: Kept): Promise<readonly string[]> {
  const book = await bookOf(services, client)
  return [...new Set(now.analysis.world.installedProducts.flatMap((installed) => productsOf(installed, book).map(({ key }) => key)))]
}

async function matched(services: Services, client: PoolClient, now: Kept): Promise<{ matches: readonly Match[]; run: number }> {
  const book = await bookOf(services, client)
  const { installedProducts: installed } = now.analysis.world
  const { run } = await touchedSince(client, 0)
  const keys = await keysOf(services, client, now)
  const proofs = proofsAsked(now)
  const advisories = async function* () {
    for await (const { advisory } of advisoriesOf(client, keys)) yield advisory
  }
  const hits = await hitsOf({ installed, book, asOf: now.asOf, advisories, proofs })
  const cves = [...new Set(hits.flatMap(({ advisory }) => groupsOf(advisory)))]
  const exploited = new Map((await knownExploited(client, cves)).map((one) => [one.cve, one]))
  const likely = new Map((await predictions(client, cves)).map((one) => [one.cve, one]))
  const before = now.picture.slices.matches
  const toRead = feedsToRead(before, await feedStates(client))
  const outside = outsideWith({ exploited, predictions: likely }, { before, toRead })
  const all = matchesFrom(hits, { installed, book, asOf: now.asOf, before, ...outside })
  const found = all.filter(({ verdict, line, advisory }) => verdict !== 'not-affected' || proofs.get(line)?.has(advisory))
  return { matches: withStanding(found, { before, installed, toRead }), run }
}

/** What a response waits to have proven: of the lines that its devices have now, the weaknesses that were known of its product. */
function proofsAsked(now: Kept): ReadonlyMap<string, ReadonlySet<string>> {
  const { responses, matches } = now.picture.slices
  const asked = new Map<string, Set<string>>()
  for (const { product, name, assets } of responses) {
    const groups = matches.filter((match) => product !== undefined && match.product === product).map(({ advisory }) => advisory)
    const there = assets.flatMap((asset) => having(now.analysis.world.installedProducts, 'asset', asset))
    for (const { line } of there.filter((installed) => installed.name === name))
      asked.set(line, new Set([...(asked.get(line) ?? []), ...groups]))
  }
  return asked
}

/** NOTE: what is no longer installed by the time of writing is left to the next run, which its change has asked for. */
async function keepMatches(
  services: Services,
  asking: Asking,
  facility: string,
  { matches, seen }: { matches: readonly Match[]; seen: Kept },
): Promise<number> {
  const differ = differences(seen.picture.slices.matches, matches)
  if (differ.length === 0) return 0
  const { value } = await changeFacility(services, asking, facility, async (now) => {
    const changes = differences(now.picture.slices.matches, matches)
    const detail = { matches: matches.length, changed: changes.length }
    return {
      batch: { changes: changes.map((change) => ({ change })), by: 'system' as const, note: { action: 'matches/matched', detail } },
      value: changes.length,
    }
  })
  return value
}

/** What is to be written so that these matches stand and no others. */
export function differences(before: readonly Match[], after: readonly Match[]): readonly Change[] {
  const old = new Map<string, Match>(before.map((match) => [match.id, match]))
  const kept = new Set<MatchId>(after.map(({ id }) => id))
  return [
    ...before.flatMap(({ id }): Change[] => (kept.has(id) ? [] : [{ kind: 'remove', slice: 'matches', id }])),
    ...after.flatMap((match): Change[] => {
      const known = old.get(match.id)
      if (!known) return [{ kind: 'add', slice: 'matches', record: match }]
      return setOf(known, match)
    }),
  ]
}

function setOf(known: Match, match: Match): Change[] {
  const differs = (field: string) => JSON.stringify(Reflect.get(known, field)) !== JSON.stringify(Reflect.get(match, field))
  const fields = Object.fromEntries(Object.entries(match).filter(([field]) => field !== 'id' && differs(field)))
  const ofRecord: ReadonlySet<string> = new Set<keyof Entry>(['id', 'source', 'row', 'confirmedOn', 'fields', 'extra'])
  const forget = Object.keys(known).filter((field) => !(field in match) && !ofRecord.has(field))
  if (Object.keys(fields).length === 0 && forget.length === 0) return []
  const change = { kind: 'set', slice: 'matches', id: match.id, fields, ...(forget.length > 0 && { forget }) }
  return [change as unknown as Change] // the fields are those of a match
}
