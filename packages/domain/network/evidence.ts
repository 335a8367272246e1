import { dayOfSight, type ObservationSource } from '../assets/index.ts'
import type { Finding } from '../finding.ts'
import type { CalendarDate } from '../ids.ts'
import { byId, type Slices } from '../picture.ts'
import type { Entry } from '../record.ts'
import type { ForbiddenPath, NetworkFact } from './types.ts'

/** A fact of the map with where it was read: of a sight its kind, of a record of the register the source that brought it. */
export interface ToldBy {
  readonly fact: NetworkFact
  readonly by?: ObservationSource
  readonly file?: string
  readonly row?: number
  readonly on?: CalendarDate
}

export function toldBy(fact: NetworkFact, slices: Slices): ToldBy {
  const claim = fact.slice === 'claims' ? byId(slices.claims, fact.id) : undefined
  const record = claim ?? byId<Entry>(slices[fact.slice], fact.id)
  const field = fact.field === undefined || claim ? undefined : record?.fields?.[fact.field]
  const source = byId(slices.sources, field?.source ?? record?.source)
  const [file, row] = [claim?.file ?? source?.name, claim?.row ?? field?.row ?? record?.row]
  const on = dayOfSight(claim?.seenAt) ?? field?.confirmedOn ?? record?.confirmedOn ?? source?.seenOn
  return {
    fact,
    ...(claim && { by: claim.by }),
    ...(file !== undefined && { file }),
    ...(file !== undefined && row !== undefined && { row }),
    ...(on !== undefined && { on }),
  }
}

/** The two ends of the way that a finding tells step by step; undefined for a finding of anything else. */
export function endsOfWay({ area, because }: Finding): { readonly start: string; readonly target: string } | undefined {
  const first = (says: readonly string[]) => {
    const fact = because.find(({ say }) => says.includes(say))?.facts[0]
    return fact && 'id' in fact ? fact.id : undefined
  }
  const [start, target] = [first(['start']), first(['target', 'target-possible'])]
  return area === 'network' && start !== undefined && target !== undefined ? { start, target } : undefined
}

/** The way that a finding tells of. */
export function wayOfFinding(finding: Finding, paths: readonly ForbiddenPath[]): ForbiddenPath | undefined {
  const ends = endsOfWay(finding)
  return ends && paths.find(({ start, target }) => start === ends.start && target === ends.target)
}
