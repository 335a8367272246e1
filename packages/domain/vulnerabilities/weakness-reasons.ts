import type { AssetKind } from '../assets/index.ts'
import { type DraftReason, fact } from '../finding.ts'
import { byId, type FactRef, type World } from '../picture.ts'
import type { Weakness } from './derived/types.ts'

type Seen = Pick<World, 'matches' | 'exposures' | 'installedProducts'>

const shown = 3

/** PCs and tablets are many and alike: they are told of together. */
export function isOneOfMany(kind: AssetKind | undefined): boolean {
  return kind === 'pc' || kind === 'tablet'
}

/** A facet tells findings of one device apart; the id of a finding can be taken apart again. */
export function facetOf({ product }: Pick<Weakness, 'product'>): string {
  return product.replace(/[|,#]/g, '-')
}

/** NOTE: the number of devices changes as soon as one of them has another version, and so tells that something was done. */
export function matchFacts({ matches }: Pick<Weakness, 'matches'>, seen: Pick<World, 'matches'>): readonly FactRef[] {
  return matches.slice(0, shown).flatMap((id): readonly FactRef[] => {
    const match = byId(seen.matches, id)
    return match ? [{ slice: 'matches', id, ...(match.devices !== undefined && { field: 'devices' }) }] : []
  })
}

/** What is published of it here: which, how many, and whether it is used in attacks. */
export function publishedOf(weakness: Weakness, seen: Seen): DraftReason {
  const isIn = weakness.exposure === 'internet' || weakness.exposure === 'remote-path'
  const say = weakness.exposure === 'none' ? 'calm' : !weakness.knownExploited ? 'weak' : isIn ? 'exploited-entrance' : 'exploited'
  const [first] = weakness.matches
  return {
    say,
    grade: weakness.action,
    with: { product: weakness.name, count: weakness.matches.length, advisory: byId(seen.matches, first)?.advisory ?? '' },
    facts: matchFacts(weakness, seen),
  }
}

/** Everything that makes it more or less urgent; the finding would stand without it. */
export function asidesOf(weakness: Weakness, seen: Seen): readonly DraftReason[] {
  const installed = byId(seen.installedProducts, weakness.id)
  const exposure = byId(seen.exposures, weakness.asset)
  const matches = matchFacts(weakness, seen)
  const version: readonly DraftReason[] =
    weakness.version === undefined ? [] : [aside('version', installed?.facts ?? [], { version: weakness.version })]
  return [
    ...version,
    ...(weakness.fixedVersion === undefined ? [] : [aside('fixed', matches, { fixed: weakness.fixedVersion })]),
    ...(exposure ? [aside(exposure.because, exposure.facts)] : []),
    ...(weakness.ransomware ? [aside('ransomware', matches)] : []),
    ...(weakness.services.length > 0 && weakness.humanImpact !== 'low'
      ? [aside(`human-${weakness.humanImpact}`, [fact('assets', weakness.asset), ...weakness.services.map((id) => fact('services', id))])]
      : []),
    ...weakness.assumed.filter((one) => one !== 'exposed').map((one) => aside(`assumed-${one}`, matches)),
    ...(isByExposure(weakness.lower) ? [aside(`lower-${weakness.lower?.fact}`, exposure?.facts ?? matches)] : []),
  ]
}

function aside(say: string, facts: readonly (FactRef | undefined)[], values?: DraftReason['with']): DraftReason {
  return { say, aside: true, facts, ...(values && { with: values }) }
}

function isByExposure(lower: Weakness['lower']): boolean {
  return lower?.fact === 'exposed' || lower?.fact === 'reached'
}
