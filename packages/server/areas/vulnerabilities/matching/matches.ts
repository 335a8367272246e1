import { createHash } from 'node:crypto'
import { type CalendarDate, entityId, type InstalledProduct, type Match, type MatchId, textFault, textLimits } from '@mimamori/domain'
import {
  type ExploitPrediction,
  type JoinedAnswer,
  joinAnswers,
  type KnownExploited,
  type ProductBook,
  productsOf,
  type SourceAnswer,
} from '@mimamori/matching'
import { groupsOf, type Hit } from './hits.ts'

export interface Outside {
  readonly exploited: ReadonlyMap<string, KnownExploited>
  readonly predictions: ReadonlyMap<string, ExploitPrediction>
}

export interface Making extends Outside {
  readonly installed: readonly InstalledProduct[]
  readonly book: ProductBook
  readonly asOf: CalendarDate
  /** What was matched before, by which the clock goes on when another version comes in. */
  readonly before: readonly Match[]
}

/** One record for each line and weakness: what all sources say of it together. */
export function matchesFrom(hits: readonly Hit[], making: Making): readonly Match[] {
  const groups = Map.groupBy(
    hits.flatMap((hit) => groupsOf(hit.advisory).map((group) => ({ group, hit }))),
    ({ group, hit }) => `${hit.line}\n${group}`,
  )
  const grouped = { ...making, since: firstFound(making), ofAsset: Map.groupBy(making.installed, ({ asset }) => asset) }
  return [...groups.values()].flatMap((some) => {
    const match = matchFrom(
      some.map(({ hit }) => hit),
      some[0]?.group ?? '',
      grouped,
    )
    return match ? [match] : []
  })
}

function firstFound({ before }: Making): ReadonlyMap<string, CalendarDate> {
  const since = new Map<string, CalendarDate>()
  for (const { product, advisory, foundOn } of before) {
    const key = `${product}\n${advisory}`
    const known = since.get(key)
    if (known === undefined || foundOn < known) since.set(key, foundOn)
  }
  return since
}

interface Grouped extends Making {
  readonly since: ReadonlyMap<string, CalendarDate>
  readonly ofAsset: ReadonlyMap<string, readonly InstalledProduct[]>
}

function matchFrom(hits: readonly Hit[], group: string, making: Grouped): Match | undefined {
  const [first, ...others] = hits
  if (!first) return undefined
  const { product: installed, line } = first
  const answers: readonly [SourceAnswer, ...SourceAnswer[]] = [sourceOf(first), ...others.map(sourceOf)]
  const joined = joinAnswers(answers)
  const product = productsOf(installed, making.book).find(({ model }) => !model)?.key
  if (product === undefined || textFault(product, textLimits.matches.product) || textFault(line, textLimits.matches.line)) return undefined
  const title = hits.find(({ advisory }) => advisory.titleLang === 'ja')?.advisory ?? first.advisory
  const platforms = platformsOf(hits, making)
  const foundOn = making.since.get(`${product}\n${group}`) ?? making.asOf
  return {
    id: entityId<MatchId>(`m:${createHash('sha256').update(`${line}\n${group}`).digest('hex').slice(0, 24)}`),
    line,
    product,
    name: installed.name,
    ...(installed.version !== undefined && { version: installed.version }),
    advisory: group,
    cves: [...new Set(group.startsWith('CVE-') ? [group] : hits.flatMap(({ advisory }) => advisory.cves))],
    title: shortened(title.title) || group,
    titleLang: title.titleLang,
    verdict: joined.verdict,
    confidence: joined.confidence,
    reasons: [...new Set(joined.reasons)],
    sources: sourcesOf(hits, joined),
    ...(platforms.length > 0 && { platforms }),
    ...(joined.fixedVersion !== undefined && { fixedVersion: joined.fixedVersion.slice(0, 100) }),
    ...outsideOf(group, hits, making),
    ...(isAhead(group, making) && { knownExploitedOn: foundOn }),
    foundOn,
    devices: new Set(first.all.map((row) => making.installed[row]?.asset)).size,
  }
}

function sourceOf({ advisory, answer }: Hit): SourceAnswer {
  // Only the feed, the number and the answer decide.
  return { advisory: { ...advisory, conditions: [], unparsed: [], remedies: [], links: [] }, answer }
}

function shortened(title: string): string {
  const plain = title
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return plain.length <= 180 ? plain : `${plain.slice(0, 179)}…`
}

function sourcesOf(hits: readonly Hit[], { sources }: JoinedAnswer): readonly string[] {
  const named = sources.flatMap((id) => hits.filter(({ advisory }) => advisory.id === id).map(({ advisory }) => `${advisory.feed}:${id}`))
  return [...new Set(named)].map((name) =>
    name
      .replace(/[\s,、;；]+/g, ' ')
      .trim()
      .slice(0, 300),
  )
}

/** NOTE: where it holds on some devices of the line alone, what these have and the others lack is the platform that it asks for. */
function platformsOf(hits: readonly Hit[], { installed, ofAsset }: Grouped): readonly string[] {
  const [first] = hits
  const rows = new Set(hits.flatMap((hit) => hit.rows))
  if (!first || rows.size === 0 || rows.size === first.all.length) return []
  const linesOf = (row: number) =>
    (ofAsset.get(installed[row]?.asset ?? '') ?? []).flatMap(({ line, role }) => (line !== first.line && role !== 'program' ? [line] : []))
  const without = new Set(first.all.filter((row) => !rows.has(row)).flatMap(linesOf))
  return [...new Set([...rows].flatMap(linesOf))].filter((line) => !without.has(line)).sort()
}

/** Attacks of which the feed says that they become known on a day to come are known: nothing waits until then. */
function isAhead(group: string, { exploited, asOf }: Pick<Making, 'exploited' | 'asOf'>): boolean {
  return (exploited.get(group)?.addedOn ?? asOf) > asOf
}

type Published = Pick<Match, 'knownExploitedOn' | 'ransomware' | 'automatable' | 'impact' | 'exploitation' | 'epss' | 'score'>

/** What is published of the weakness itself. */
function outsideOf(group: string, hits: readonly Hit[], { exploited, predictions }: Outside): Published {
  const kev = exploited.get(group)
  const epss = predictions.get(group)?.probability
  const decision = hits.find(({ advisory }) => advisory.decision)?.advisory.decision
  const score = hits
    .flatMap(({ advisory }) => advisory.scores)
    .filter(({ base }) => base >= 0 && base <= 10)
    .toSorted((a, b) => (a.version > b.version ? -1 : 1))[0]?.base
  return {
    ...(kev && { knownExploitedOn: kev.addedOn as CalendarDate, ransomware: kev.ransomware ? 'yes' : 'no' }), // a day as the reader checked it
    ...(decision?.automatable !== undefined && { automatable: decision.automatable ? 'yes' : 'no' }),
    ...(decision?.impact && { impact: decision.impact }),
    ...(decision?.exploitation && { exploitation: decision.exploitation }),
    ...(epss !== undefined && { epss }),
    ...(score !== undefined && { score }),
  }
}
