import type { Lang } from '@mimamori/domain'
import type { VulnExplainAnswer, VulnMatchAnswer } from './answers.ts'

/** Lines that a person still reads on a terminal; the rest is counted. */
const mostLines = 20

type Match = VulnMatchAnswer['matches'][number]

/** The answer of `vuln match` for a person: by device and product, the most urgent first. */
export function matchInWords({ asOf, feeds, matches, disagreements, unparsed }: VulnMatchAnswer, lang: Lang): string {
  const ja = lang === 'ja'
  const affected = matches.filter(({ verdict }) => verdict === 'affected')
  const places = [...Map.groupBy(matches, ({ asset, product }) => `${asset}|${product}`).values()]
  const records = feeds.reduce((sum, one) => sum + one.records, 0)
  const here = unparsed.filter((one) => one.here).length
  const left = places.length - mostLines
  return [
    ja
      ? `${asOf} 脆弱性情報${records}件。当てはまるもの${affected.length}件、確かめたいもの${matches.length - affected.length}件。`
      : `${asOf}: ${records} records. ${affected.length} matches, and ${matches.length - affected.length} to be looked at.`,
    ...places.slice(0, mostLines).flatMap((place) => lineOfPlace(place, lang)),
    ...(left > 0 ? [ja ? `このほか${left}件(--json で全部出ます)` : `${left} more (all of them with --json)`] : []),
    ...(disagreements.length > 0
      ? [ja ? `情報源どうしで食い違うもの${disagreements.length}件` : `${disagreements.length} of which sources say different things`]
      : []),
    ja
      ? `読み取れなかったところ${unparsed.length}か所(うち、ここにある製品${here}か所)`
      : `${unparsed.length} parts could not be read, ${here} of them on products that are here`,
  ].join('\n')
}

function lineOfPlace(place: readonly Match[], lang: Lang): readonly string[] {
  const [first] = place
  if (!first) return []
  const ja = lang === 'ja'
  const others = new Set(place.flatMap(({ advisory, cves }) => [advisory, ...cves])).size - 1
  const due = first.dueOn === null ? '' : ja ? `、期限 ${first.dueOn}` : `, due ${first.dueOn}`
  const more = others === 0 ? '' : ja ? `、ほか${others}件` : `, and ${others} more`
  return [`${first.assetName} ${first.product} ${first.version ?? ''}: ${first.advisory}${more}${due}`, `  ${first.reason[lang]}`]
}

/** The answer of `vuln explain` for a person. */
export function explainInWords({ reason, steps, sources, verdict }: VulnExplainAnswer, lang: Lang): string {
  const words = {
    affected: ['当てはまります', 'affected'],
    'not-affected': ['当てはまりません', 'not affected'],
    unknown: ['わかりません', 'unknown'],
  }
  const [ja, en] = words[verdict]
  return [
    `${lang === 'ja' ? ja : en}: ${reason[lang]}`,
    ...steps.map(({ test, left, right, result }) => `  ${test}: ${left || '-'} / ${right || '-'} → ${result}`),
    ...(sources.length > 0 ? [sources.join(', ')] : []),
  ].join('\n')
}
