import { type Match, readDate } from '@mimamori/domain'
import type { Advisory, KnownExploited } from '../advisory.ts'

/** What lists say of a CVE beside the records that describe it. */
export interface Beside {
  readonly knownExploited: ReadonlyMap<string, KnownExploited>
  /** Likelihood of use in an attack within 30 days, from 0 to 1, by CVE. */
  readonly predictions: ReadonlyMap<string, number>
}

/** What is published of one group, whatever is installed. */
export type Published = Pick<
  Match,
  | 'advisory'
  | 'cves'
  | 'title'
  | 'titleLang'
  | 'knownExploitedOn'
  | 'ransomware'
  | 'automatable'
  | 'impact'
  | 'exploitation'
  | 'epss'
  | 'score'
>

/** The groups to which a record belongs: its CVEs, or itself where it names none. */
export function groupsOf({ id, cves }: Pick<Advisory, 'id' | 'cves'>): readonly string[] {
  return cves.length === 0 ? [id] : cves
}

/** Of records that contradict each other the graver counts, and a title in Japanese before one in English. */
export function publishedOf(group: string, advisories: readonly Advisory[], { knownExploited, predictions }: Beside): Published {
  const exploited = knownExploited.get(group)
  const epss = predictions.get(group)
  const titled = advisories.find(({ titleLang }) => titleLang === 'ja') ?? advisories[0]
  const score = advisories.flatMap(({ scores }) => scores.map(({ base }) => base)).reduce((most, base) => Math.max(most, base), -1)
  const addedOn = exploited && readDate(exploited.addedOn)
  return {
    advisory: group,
    cves: advisories.some(({ cves }) => cves.includes(group)) ? [group] : [],
    title: titled?.title ?? group,
    titleLang: titled?.titleLang ?? 'en',
    ...(addedOn && { knownExploitedOn: addedOn }),
    ...(exploited && { ransomware: exploited.ransomware ? 'yes' : 'no' }),
    ...decisionOf(advisories),
    ...(epss !== undefined && { epss }),
    ...(score >= 0 && { score }),
  }
}

const exploitations = ['active', 'poc', 'none'] as const

function decisionOf(advisories: readonly Advisory[]): Pick<Match, 'automatable' | 'impact' | 'exploitation'> {
  const points = advisories.flatMap(({ decision }) => decision ?? [])
  const automatable = points.flatMap((point) => point.automatable ?? [])
  const impacts = points.flatMap(({ impact }) => impact ?? [])
  const exploitation = exploitations.find((one) => points.some((point) => point.exploitation === one))
  return {
    ...(automatable.length > 0 && { automatable: automatable.includes(true) ? 'yes' : 'no' }),
    ...(impacts.length > 0 && { impact: impacts.includes('total') ? 'total' : 'partial' }),
    ...(exploitation && { exploitation }),
  }
}
