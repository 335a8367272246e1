import type { CalendarDate } from '../ids.ts'
import { byId, having, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import type { Weakness } from './derived/types.ts'
import { humanImpactOf, servicesOf } from './human-impact.ts'
import type { Exposure, InstalledProduct, Match, UrgencyRow } from './types.ts'
import { rankOfAction, type Urgency, urgencyOf } from './urgency.ts'

/** What is said of one product and version, for all devices that can be come at alike. */
type Judged = Pick<
  Weakness,
  | 'product'
  | 'verdict'
  | 'matches'
  | 'row'
  | 'action'
  | 'assumed'
  | 'lower'
  | 'knownExploited'
  | 'ransomware'
  | 'epss'
  | 'fixedVersion'
  | 'foundOn'
  | 'dueOn'
>

/** What is published of every installed product that something is published of, with its urgency here. */
export const weaknesses = defineDerivation({
  name: 'weaknesses',
  reads: ['installedProducts', 'matches', 'exposures', 'urgencyTable', 'assets', 'systems', 'services', 'careImpacts', 'humanImpact'],
  derive({ installedProducts, matches, exposures, urgencyTable, assets, ...seen }) {
    const judged = new Map<string, Judged | undefined>()
    return installedProducts.flatMap((installed): readonly Weakness[] => {
      const published = having(matches, 'line', installed.line)
      if (published.length === 0) return []
      const exposure = byId(exposures, installed.asset)?.exposure ?? 'unknown'
      const about = published.some(({ platforms }) => platforms)
        ? judge(onThisDevice(published, installed, installedProducts), exposure, urgencyTable)
        : judgedOnce(judged, `${exposure} ${installed.line}`, () => judge(published, exposure, urgencyTable))
      if (!about) return []
      const services = servicesOf(byId(assets, installed.asset), seen)
      return [{ ...about, ...whereOf(installed), exposure, services, humanImpact: humanImpactOf(services, seen) }]
    })
  },
})

function whereOf({ id, asset, line, name, version }: InstalledProduct): Pick<Weakness, 'id' | 'asset' | 'line' | 'name' | 'version'> {
  return { id, asset, line, name, ...(version !== undefined && { version }) }
}

function judgedOnce(judged: Map<string, Judged | undefined>, key: string, make: () => Judged | undefined): Judged | undefined {
  if (!judged.has(key)) judged.set(key, make())
  return judged.get(key)
}

/** A configuration that names hardware holds only with one of it on the device; of a device of which nobody knows the hardware it may. */
function onThisDevice(published: readonly Match[], { asset }: InstalledProduct, all: World['installedProducts']): readonly Match[] {
  const there = having(all, 'asset', asset)
  const lines = new Set(there.map(({ line }) => line))
  const isHardwareKnown = there.some(({ role }) => role === 'hardware')
  return published.flatMap((match): readonly Match[] => {
    if (!match.platforms || match.platforms.some((line) => lines.has(line))) return [match]
    return isHardwareKnown || match.verdict === 'not-affected' ? [] : [{ ...match, verdict: 'unknown' }]
  })
}

interface Weighed {
  readonly match: Match
  readonly urgency: Urgency
}

function judge(published: readonly Match[], exposure: Exposure, table: readonly UrgencyRow[]): Judged | undefined {
  const open = published.filter(({ verdict }) => verdict !== 'not-affected')
  const affected = open.filter(({ verdict }) => verdict === 'affected')
  const counted = affected.length > 0 ? affected : open
  const weighed = counted.map((match): Weighed => ({ match, urgency: urgencyOf(match, exposure, table) })).sort(byUrgency)
  const [worst] = weighed
  if (!worst) return undefined
  const { row, action, assumed, lower } = worst.urgency
  const epss = Math.max(...counted.map((match) => match.epss ?? -1))
  const dueOn = earliest(weighed.flatMap(({ urgency }) => urgency.dueOn ?? []))
  const fixedVersion = fixedInAll(counted)
  return {
    product: worst.match.product,
    verdict: affected.length > 0 ? 'affected' : 'unknown',
    matches: weighed.map(({ match }) => match.id),
    row: row.id,
    action,
    assumed,
    ...(lower && { lower }),
    knownExploited: counted.some(({ knownExploitedOn }) => knownExploitedOn !== undefined),
    ransomware: counted.some(({ ransomware }) => ransomware === 'yes'),
    ...(epss >= 0 && { epss }),
    ...(fixedVersion !== undefined && { fixedVersion }),
    foundOn: earliest(counted.map(({ foundOn }) => foundOn)) ?? worst.match.foundOn,
    ...(dueOn !== undefined && { dueOn }),
  }
}

/** By the table; then what ransomware uses, what is likelier to be used, what has the higher score. */
function byUrgency(a: Weighed, b: Weighed): number {
  return (
    rankOfAction(a.urgency.action) - rankOfAction(b.urgency.action) ||
    Number(b.match.ransomware === 'yes') - Number(a.match.ransomware === 'yes') ||
    (b.match.epss ?? 0) - (a.match.epss ?? 0) ||
    (b.match.score ?? 0) - (a.match.score ?? 0) ||
    (a.match.id < b.match.id ? -1 : 1)
  )
}

function earliest(days: readonly CalendarDate[]): CalendarDate | undefined {
  return days.reduce<CalendarDate | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined)
}

/** NOTE: versions are not compared here; where the records name different ones, the vendor says which closes all of them. */
function fixedInAll(matches: readonly Match[]): string | undefined {
  const versions = new Set(matches.map(({ fixedVersion }) => fixedVersion))
  return versions.size === 1 ? [...versions][0] : undefined
}
