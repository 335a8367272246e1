import type { CalendarDate, FeedName, InstalledProduct, Match } from '@mimamori/domain'
import { feedNames } from '@mimamori/domain'
import type { ExploitPrediction, KnownExploited } from '@mimamori/matching'
import type { FeedState } from '../feeds/index.ts'
import type { Outside } from './matches.ts'

/**
 * Feeds of which something stands in these matches and of which nothing is kept: a backup leaves the feeds out, so that after a restore
 * they are to be read again. Until then nothing that came from them is known to be over.
 */
export function feedsToRead(matches: readonly Match[], states: readonly Pick<FeedState, 'feed' | 'run'>[]): readonly FeedName[] {
  const kept: ReadonlySet<string> = new Set(states.flatMap(({ feed, run }) => (run > 0 ? [feed] : [])))
  const named = new Set(matches.flatMap(feedsOf))
  return feedNames.filter((feed) => named.has(feed) && !kept.has(feed))
}

function feedsOf({ sources, knownExploitedOn, epss }: Match): readonly string[] {
  const records = sources.map((source) => source.slice(0, source.indexOf(':')))
  return [...records, ...(knownExploitedOn === undefined ? [] : ['kev']), ...(epss === undefined ? [] : ['epss'])]
}

/** What was found and what stands from before: of a feed that is to be read again, on what is still installed, nothing goes away. */
export function withStanding(
  found: readonly Match[],
  { before, installed, toRead }: { before: readonly Match[]; installed: readonly InstalledProduct[]; toRead: readonly FeedName[] },
): readonly Match[] {
  if (toRead.length === 0) return found
  const gone: ReadonlySet<string> = new Set(toRead)
  const lines = new Set(installed.map(({ line }) => line))
  const affected = new Set(found.flatMap(({ id, verdict }) => (verdict === 'affected' ? [id] : [])))
  const standing = before.filter(
    (match) => lines.has(match.line) && !affected.has(match.id) && feedsOf(match).some((feed) => gone.has(feed)),
  )
  const ids = new Set(standing.map(({ id }) => id))
  return [...found.filter(({ id }) => !ids.has(id)), ...standing]
}

/** What is known of attacks, with what stood there before where the feed that says so is to be read again. */
export function outsideWith(outside: Outside, { before, toRead }: { before: readonly Match[]; toRead: readonly FeedName[] }): Outside {
  return {
    exploited: toRead.includes('kev') ? new Map(before.flatMap(exploitedBefore)) : outside.exploited,
    predictions: toRead.includes('epss') ? new Map(before.flatMap(predictedBefore)) : outside.predictions,
  }
}

function exploitedBefore({ advisory, knownExploitedOn, ransomware, title }: Match): (readonly [string, KnownExploited])[] {
  if (knownExploitedOn === undefined) return []
  return [[advisory, { cve: advisory, addedOn: knownExploitedOn satisfies CalendarDate, ransomware: ransomware === 'yes', name: title }]]
}

function predictedBefore({ advisory, epss }: Match): (readonly [string, ExploitPrediction])[] {
  return epss === undefined ? [] : [[advisory, { cve: advisory, probability: epss, percentile: 0 }]]
}
