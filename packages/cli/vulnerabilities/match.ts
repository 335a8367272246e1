import type { FullCatalogue } from '@mimamori/catalog'
import { byId, rankOfAction, type Text, type Urgency, urgencyOf } from '@mimamori/domain'
import { explain, matchProducts, type ProductMatch, type Published, publishedOf } from '@mimamori/matching'
import type { Call } from '../command.ts'
import { printProblems } from '../open-folder.ts'
import type { VulnMatchAnswer } from './answers.ts'
import type { Assets } from './assets-read.ts'
import type { FeedsRead } from './feed-folder.ts'

type Match = VulnMatchAnswer['matches'][number]

interface Sources {
  readonly assets: Assets
  readonly feeds: FeedsRead
  readonly catalogue: FullCatalogue
}

/** Everything that is published of what is installed, with its urgency here. */
export function matchAnswer(sources: Sources, call: Pick<Call, 'asOf' | 'lang'>): VulnMatchAnswer {
  const { assets, feeds, catalogue } = sources
  const found = matchProducts(assets.installed, feeds.advisories, { book: feeds.book, asOf: call.asOf })
  const saying = Map.groupBy(found, ({ answer }) => answer.verdict)
  const sure = (saying.get('affected') ?? []).map((one) => printMatch(one, sources, call))
  const unsure = unsureOf(saying.get('unknown') ?? [], sources, call)
  return {
    asOf: call.asOf,
    feeds: feeds.feeds.map(({ kind, files, records, asOf }) => ({ kind, files, records, asOf: asOf ?? null })),
    matches: [...sure, ...unsure].sort(byUrgency),
    disagreements: (saying.get('not-affected') ?? []).map((one) => ({
      ...{ asset: one.installed.asset, product: one.installed.name, advisory: one.group, reason: whyOf(one, catalogue) },
      sources: sourcesOf(one),
    })),
    unparsed: feeds.unparsed.map(({ advisory, text, why, here }) => ({ advisory, text, why, here })),
    skipped: feeds.skipped.map(({ place, message }) => ({ file: place.file ?? '', why: message[call.lang] })),
    problems: [...assets.problems, ...printProblems(feeds.problems, call.lang)],
  }
}

/**
 * Of a product of which a fact is missing, mostly its version, nearly everything may hold that was ever published of it: one match for all
 * of that, told by the most urgent.
 */
function unsureOf(found: readonly ProductMatch[], sources: Sources, call: Pick<Call, 'asOf'>): readonly Match[] {
  return [...Map.groupBy(found, ({ installed }) => installed.id).values()].flatMap((all) => {
    const [first] = all.map((one) => printMatch(one, sources, call)).sort(byUrgency)
    return first ? [{ ...first, cves: all.flatMap(({ group, advisories }) => (isCve(group, advisories) ? [group] : [])) }] : []
  })
}

function isCve(group: string, advisories: ProductMatch['advisories']): boolean {
  return advisories.some(({ cves }) => cves.includes(group))
}

function printMatch(found: ProductMatch, { assets, feeds, catalogue }: Sources, { asOf }: Pick<Call, 'asOf'>): Match {
  const { installed, group, answer, advisories } = found
  const published = publishedOf(group, advisories, feeds.beside)
  const { knownExploitedOn } = published
  // Attacks of a day to come are known: nothing waits until then.
  const known = knownExploitedOn !== undefined && knownExploitedOn > asOf ? { knownExploitedOn: asOf } : {}
  const { exposure, says } = assets.exposureOf(installed.asset)
  const foundOn = assets.foundOn(installed, group) ?? asOf
  const urgency = urgencyOf({ ...published, ...known, foundOn }, exposure, catalogue.reference.urgencyTable)
  const isNow = byId(catalogue.reference.urgencySentences, `action:${urgency.action}`)?.says ?? { ja: '', en: '' }
  const why = whyOf(found, catalogue)
  return {
    asset: installed.asset,
    assetName: assets.names.get(installed.asset) ?? installed.asset,
    product: installed.name,
    version: installed.version ?? null,
    advisory: published.advisory,
    cves: [...published.cves],
    title: published.title,
    verdict: answer.verdict === 'affected' ? 'affected' : 'unknown',
    confidence: answer.confidence,
    confidenceReasons: [...answer.reasons],
    exposure,
    urgency: printUrgency(urgency),
    ...knownOf(published),
    ...(answer.fixedVersion !== undefined && { fixedVersion: answer.fixedVersion }),
    party: assets.partyOf(installed.asset),
    dueOn: urgency.dueOn ?? null,
    reason: { ja: `${why.ja}${says.ja}${isNow.ja}`, en: `${why.en} ${says.en} ${isNow.en}` },
    sources: sourcesOf(found),
  }
}

function printUrgency({ row, action, assumed, lower }: Urgency): Match['urgency'] {
  return {
    table: 'bod-26-04',
    row: row.row,
    action,
    dueDays: action === row.action ? (row.dueDays ?? null) : null,
    assumed: [...assumed],
    ...(lower && { lower: { fact: lower.fact, action: lower.action } }),
  }
}

function knownOf({
  knownExploitedOn,
  ransomware,
  epss,
  score,
}: Published): Pick<Match, 'knownExploited' | 'ransomware' | 'epss' | 'score'> {
  return {
    knownExploited: knownExploitedOn !== undefined,
    ransomware: ransomware === 'yes',
    ...(epss !== undefined && { epss }),
    ...(score !== undefined && { score }),
  }
}

/** By the record that decides. */
function whyOf({ answer, advisories, installed, group }: ProductMatch, { reference }: FullCatalogue): Text {
  const [first] = advisories
  return explain(answer, { advisory: { id: first?.id ?? group, cves: [group] }, product: installed, sentences: reference.matchSentences })
}

/** Records by feed and number, the deciding one first. */
export function sourcesOf({ advisories }: Pick<ProductMatch, 'advisories'>): string[] {
  return [...new Set(advisories.map(({ feed, id }) => `${feed}:${id}`))]
}

/** Who can come at it from outside first. */
const nearest: readonly Match['exposure'][] = ['internet', 'remote-path', 'unknown', 'internal', 'none']

function byUrgency(a: Match, b: Match): number {
  return (
    rankOfAction(a.urgency.action) - rankOfAction(b.urgency.action) ||
    Number(b.verdict === 'affected') - Number(a.verdict === 'affected') ||
    nearest.indexOf(a.exposure) - nearest.indexOf(b.exposure) ||
    Number(b.ransomware) - Number(a.ransomware) ||
    (b.epss ?? 0) - (a.epss ?? 0) ||
    b.confidence - a.confidence ||
    (`${a.asset} ${a.product} ${a.advisory}` < `${b.asset} ${b.product} ${b.advisory}` ? -1 : 1)
  )
}
