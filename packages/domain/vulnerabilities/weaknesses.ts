import type { CalendarDate } from '../ids.ts'
import { keptEach } from '../kept-by.ts'
import { having, inStep, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import type { Weakness } from './derived/types.ts'
import { humanImpactOf, servicesOf } from './human-impact.ts'
import type { Exposure, InstalledProduct, Match, UrgencyRow } from './types.ts'
import { rankOfAction, type Urgency, urgencyOf } from './urgency.ts'
import { isOneOfMany } from './weakness-reasons.ts'

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

/** An installed product of which something is published, with what of it may hold on its device. */
interface Concerned {
  readonly installed: InstalledProduct
  readonly published: readonly Match[]
  /** It holds alike on every device. */
  readonly isOfLine: boolean
}

const keptConcerned = keptEach<World['installedProducts'], readonly Concerned[]>()
const kept = keptEach<InstalledProduct, readonly Weakness[]>()

/** What is published of every installed product that something is published of, with its urgency here. */
export const weaknesses = defineDerivation({
  name: 'weaknesses',
  reads: ['installedProducts', 'matches', 'exposures', 'urgencyTable', 'assets', 'systems', 'services', 'careImpacts', 'humanImpact'],
  derive({ installedProducts, matches, exposures, urgencyTable, assets, ...seen }) {
    const judge = judgeBy(urgencyTable)
    const assetOf = inStep(assets)
    const exposureOf = inStep(exposures)
    return keptConcerned(installedProducts, [matches], () => concernedOf({ installedProducts, matches })).flatMap((one) => {
      const { installed, published } = one
      const asset = assetOf(installed.asset)
      const exposure = exposureOf(installed.asset)?.exposure ?? 'unknown'
      return kept(installed, [published, exposure, urgencyTable, asset, ...Object.values(seen)], (): readonly Weakness[] => {
        const about = judge(one, exposure)
        const services = servicesOf(asset, seen)
        return about ? [{ ...about, ...whereOf(installed, asset), exposure, services, humanImpact: humanImpactOf(services, seen) }] : []
      })
    })
  },
})

function concernedOf({ installedProducts, matches }: Pick<World, 'installedProducts' | 'matches'>): readonly Concerned[] {
  return installedProducts.flatMap((installed): readonly Concerned[] => {
    const published = having(matches, 'line', installed.line)
    if (published.length === 0) return []
    const isOfLine = !published.some(({ platforms }) => platforms)
    return [{ installed, published: isOfLine ? published : onThisDevice(published, installed, installedProducts), isOfLine }]
  })
}

function whereOf(
  { id, asset, line, name, version }: InstalledProduct,
  device: World['assets'][number] | undefined,
): Pick<Weakness, 'id' | 'asset' | 'oneOfMany' | 'line' | 'name' | 'version'> {
  return { id, asset, ...(isOneOfMany(device?.kind) && { oneOfMany: true }), line, name, ...(version !== undefined && { version }) }
}

/** Judges what is published of a line once for all devices that can be come at alike. */
function judgeBy(table: readonly UrgencyRow[]): (concerned: Concerned, exposure: Exposure) => Judged | undefined {
  const judged = new Map<string, Judged | undefined>()
  return ({ installed, published, isOfLine }, exposure) => {
    if (!isOfLine) return judge(published, exposure, table)
    const key = `${exposure} ${installed.line}`
    if (!judged.has(key)) judged.set(key, judge(published, exposure, table))
    return judged.get(key)
  }
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
