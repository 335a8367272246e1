import type { TextView, VulnerabilityRow } from '@mimamori/contract'
import { byId, known, type ResponseDuty, type VendorId, type Weakness } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'
import { serviceName } from '../../service-name.ts'
import { saysOf } from './says.ts'

/** A row with what it was made of. */
export interface Row {
  readonly row: VulnerabilityRow
  readonly weaknesses: readonly Weakness[]
  /** The visit of the plan that clears it. */
  readonly visit: string | undefined
}

const mostShown = 5

/** What is to be done, the most urgent first: one row for each device, and one for all PCs and tablets that are alike. */
export function rowsOf(now: Kept): readonly Row[] {
  const { weaknesses, visitPlan } = now.analysis.world
  const visits = new Map(visitPlan.flatMap(({ id, clears }) => clears.map((weakness) => [weakness, id])))
  const groups = Map.groupBy(weaknesses, (weakness) => groupOf(now, weakness, visits.get(weakness.id)))
  return [...groups.values()].map((group) => rowFrom(now, group, visits)).sort(byUrgency)
}

function groupOf(now: Kept, weakness: Weakness, visit: string | undefined): string {
  const kind = byId(now.picture.slices.assets, weakness.asset)?.kind
  if (kind !== 'pc' && kind !== 'tablet') return weakness.id
  const duty = dutyOf(now, weakness)
  return [weakness.line, weakness.exposure, weakness.verdict, duty.party, duty.response, duty.isDue, visit].join('\n')
}

function rowFrom(now: Kept, group: readonly Weakness[], visits: ReadonlyMap<string, string>): Row {
  const [first] = group
  if (!first) throw new Error('a group has at least one weakness')
  return { row: lineOf(now, first, group), weaknesses: group, visit: visits.get(first.id) }
}

function dutyOf(now: Kept, { id }: Weakness): ResponseDuty {
  const duty = byId(now.analysis.world.responseDuties, id)
  if (!duty) throw new Error(`no duty of weakness ${id}`)
  return duty
}

function lineOf(now: Kept, weakness: Weakness, group: readonly Weakness[]): VulnerabilityRow {
  const { id, product, name, version, fixedVersion, verdict, exposure, action, dueOn, knownExploited, ransomware, epss } = weakness
  const duty = dutyOf(now, weakness)
  const isLate = duty.isDue && dueOn !== undefined && dueOn < now.asOf
  return {
    id,
    product,
    name,
    ...(version !== undefined && { version }),
    ...(fixedVersion !== undefined && { fixedVersion }),
    verdict,
    devices: group.length,
    shown: group.slice(0, mostShown).map(({ asset }) => deviceOf(now, asset)),
    exposure,
    action,
    ...sentencesOf(now, weakness, duty),
    services: weakness.services.flatMap((id) => byId(now.picture.slices.services, id) ?? []).map((one) => serviceName(now, one).name),
    ...(dueOn !== undefined && { dueOn }),
    isLate,
    knownExploited,
    ransomware,
    ...(epss !== undefined && { epss }),
    ...publishedOf(now, weakness),
    ...partyOf(now, duty),
  }
}

/** Where it stands in the facility's own words. */
export function deviceOf(now: Kept, asset: string): VulnerabilityRow['shown'][number] {
  const record = byId(now.picture.slices.assets, asset)
  return { asset, name: record?.name ?? asset, ...(record?.room !== undefined && { place: record.room }) }
}

type Sentences = Pick<
  VulnerabilityRow,
  'exposureSays' | 'actionSays' | 'assumedSays' | 'lowerSays' | 'lowerFact' | 'humanSays' | 'dutySays'
>

function sentencesOf(now: Kept, { asset, action, assumed, lower, humanImpact }: Weakness, duty: ResponseDuty): Sentences {
  return {
    exposureSays: exposureSays(now, asset),
    actionSays: saysOf(now, `action:${action}`),
    assumedSays: assumed.map((fact) => saysOf(now, `assumed:${fact}`)),
    ...(lower && { lowerSays: saysOf(now, `lower:${lower.fact}`), lowerFact: lower.fact }),
    humanSays: saysOf(now, `human:${humanImpact}`),
    dutySays: saysOf(now, `duty:${duty.because}`),
  }
}

export function exposureSays(now: Kept, asset: string): TextView {
  return saysOf(now, `exposure:${byId(now.analysis.world.exposures, asset)?.because ?? 'nowhere'}`)
}

function publishedOf(now: Kept, { matches }: Weakness): Pick<VulnerabilityRow, 'advisories' | 'first' | 'score'> {
  const first = byId(now.picture.slices.matches, matches[0])
  if (!first) throw new Error('a weakness has at least one match')
  const { advisory, title, titleLang, fixedVersion, score } = first
  return {
    advisories: matches.length,
    first: { advisory, title, titleLang, ...(fixedVersion !== undefined && { fixedVersion }) },
    ...(score !== undefined && { score }),
  }
}

type Party = Pick<
  VulnerabilityRow,
  'vendor' | 'vendorName' | 'paidBy' | 'contract' | 'response' | 'state' | 'plannedOn' | 'costYen' | 'isDue'
>

function partyOf(now: Kept, { party, paidBy, contract, response, state, isDue }: ResponseDuty): Party {
  const vendor = vendorOf(party)
  const vendorName = byId(now.picture.slices.vendors, vendor)?.name
  const standing = byId(now.analysis.world.responseStates, response)
  const title = byId(now.picture.slices.contracts, contract)
  return {
    ...(vendor !== undefined && { vendor }),
    ...(vendorName !== undefined && { vendorName }),
    ...(paidBy && { paidBy }),
    ...(title && { contract: title.id }),
    ...(response && { response }),
    state,
    ...(standing?.plannedOn !== undefined && { plannedOn: standing.plannedOn }),
    ...(standing?.costYen !== undefined && { costYen: standing.costYen }),
    isDue,
  }
}

/** The vendor of a party; undefined for the facility itself. */
export function vendorOf(party: ResponseDuty['party']): VendorId | undefined {
  return party === 'facility' ? undefined : (party.slice('vendor:'.length) as VendorId) // the party is made of the id of a vendor
}

export function vendorNameOf(now: Pick<Kept, 'picture'>, vendor: Parameters<typeof known<VendorId>>[0]): string | undefined {
  return byId(now.picture.slices.vendors, known(vendor))?.name
}

const order = ['days-3-forensics', 'days-3', 'days-14', 'days-60', 'next-upgrade'] as const

function byUrgency(a: Row, b: Row): number {
  const key = ({ row }: Row) =>
    `${row.verdict === 'affected' ? 0 : 1}|${order.indexOf(row.action)}|${row.dueOn ?? '9999'}|${row.ransomware ? 0 : 1}|${row.id}`
  return key(a) < key(b) ? -1 : 1
}
