import type { CalendarDate } from '../ids.ts'
import { byId, having, type World } from '../picture.ts'
import { defineDerivation } from '../rule.ts'
import type { ResponseState, Weakness } from './derived/types.ts'
import { standingOf, stepsOfResponse } from './response.ts'
import type { InstalledProduct, ResponseStep, VulnerabilityResponse } from './types.ts'

type Seen = Pick<World, 'responseSteps' | 'weaknesses' | 'installedProducts' | 'matches' | 'assets' | 'asOf'>

/** How every response stands. Done is what somebody says; proven is what was read again, or signed with evidence. */
export const responseStates = defineDerivation({
  name: 'responseStates',
  reads: ['responses', 'responseSteps', 'weaknesses', 'installedProducts', 'matches', 'assets', 'asOf'],
  derive: ({ responses, ...seen }) => responses.map((response) => stateOf(response, seen)),
})

function stateOf(response: VulnerabilityResponse, seen: Seen): ResponseState {
  const steps = stepsOfResponse(seen.responseSteps, response.id)
  const said = standingOf(steps)
  const weak = weakOf(response, seen)
  const proof = proofOf(response, { step: said.step, weak, seen })
  const state = proof ? 'proven' : said.state === 'proven' ? 'done' : said.state
  const planned = steps.findLast(({ kind }) => kind === 'planned')
  const costs = steps.flatMap(({ costYen }) => costYen ?? [])
  const ended = said.step?.until !== undefined && said.step.until < seen.asOf
  return {
    id: response.id,
    state,
    ...(said.step && { step: said.step.id }),
    on: said.step?.on ?? response.openedOn,
    ...(said.step?.until !== undefined && { until: said.step.until }),
    ...(ended && { ended }),
    ...(said.step?.notDone && { notDone: said.step.notDone }),
    ...(planned?.plannedOn !== undefined && { plannedOn: planned.plannedOn }),
    ...(planned?.visit !== undefined && { visit: planned.visit }),
    ...(costs.length > 0 && { costYen: costs.reduce((sum, yen) => sum + yen, 0) }),
    ...(proof && { proof, proofConfidence: confidenceOf(proof, said.step) }),
    open: proof ? [] : weak.filter((one) => !isCovered(one, said.step, seen)).map(({ id }) => id),
  }
}

/** The weaknesses of its devices that are its business: those of its product. */
function weakOf({ product, assets }: VulnerabilityResponse, { weaknesses }: Seen): readonly Weakness[] {
  return assets.flatMap((asset) => having(weaknesses, 'asset', asset).filter((one) => one.product === product))
}

/**
 * NOTE: that a weakness is gone from the list proves nothing: the new version may not have been held against the feeds yet. What proves
 * it is a machine's reading of each device that is still there, after the work began, and a record that the version read is not affected.
 * A signed statement counts until something is read after it that says otherwise.
 */
function proofOf(
  response: VulnerabilityResponse,
  { step, weak, seen }: { step: ResponseStep | undefined; weak: readonly Weakness[]; seen: Seen },
): ResponseState['proof'] {
  const there = response.assets.filter((asset) => byId(seen.assets, asset))
  if (weak.length === 0 && there.length > 0 && there.every((asset) => isReadAgain(response, asset, seen))) return 'read-again'
  if (!step || !isStatement(step)) return undefined
  return weak.some((one) => isContradicted(one, step, seen)) ? undefined : 'statement'
}

/** Whether this speaks against what the step says is done: the weak version itself, what was found since, or a reading since. */
export function isContradicted(
  { id, version, matches }: Weakness,
  step: ResponseStep,
  seen: Pick<Seen, 'installedProducts' | 'matches'>,
): boolean {
  if (version !== undefined && version === step.version) return true
  return matches.some((match) => (byId(seen.matches, match)?.foundOn ?? step.on) > step.on) || isReadSince(id, step, seen)
}

function isReadSince(id: Weakness['id'], step: ResponseStep, { installedProducts }: Pick<Seen, 'installedProducts'>): boolean {
  const installed = byId(installedProducts, id)
  return installed !== undefined && isMachine(installed) && (installed.on ?? step.on) > step.on
}

/** Somebody puts their name to it: that this version runs (`signedBy`), or, for the facility, that the evidence shows it. */
function isStatement({ kind, signedBy, version, evidence }: ResponseStep): boolean {
  return (kind === 'done' && signedBy !== undefined && version !== undefined) || (kind === 'proven' && evidence !== undefined)
}

/** A word that is signed counts less than a machine's reading, and less again without a file that shows it. */
const statementConfidence = { withEvidence: 0.8, alone: 0.6 } as const

function confidenceOf(proof: NonNullable<ResponseState['proof']>, step: ResponseStep | undefined): number {
  if (proof === 'read-again') return 1
  return step?.evidence === undefined ? statementConfidence.alone : statementConfidence.withEvidence
}

function isReadAgain({ product, name, openedOn }: VulnerabilityResponse, asset: string, seen: Seen): boolean {
  const there = having(seen.installedProducts, 'asset', asset as InstalledProduct['asset']) // an id of the response's own devices
  return there.some(
    (installed) =>
      installed.name === name &&
      isMachine(installed) &&
      (cameIn(installed) ?? '') >= openedOn &&
      having(seen.matches, 'line', installed.line).some((match) => match.product === product && match.verdict === 'not-affected'),
  )
}

/**
 * The day on which somebody here could know of a reading; undefined where it has no day.
 * NOTE: the weak version was the newest reading when the response began, so what came in since and is newer still shows the work.
 */
export function cameIn({ on, takenOn }: Pick<InstalledProduct, 'on' | 'takenOn'>): CalendarDate | undefined {
  return on !== undefined && takenOn !== undefined && takenOn > on ? takenOn : on
}

function isMachine({ knownBy }: InstalledProduct): boolean {
  return knownBy !== 'hand'
}

const covering: ReadonlySet<ResponseStep['kind']> = new Set(['workaround', 'risk-accepted', 'not-affected'])

/**
 * A workaround, an acceptance and a "not affected" hold for what was known on their day; what is found or attacked later is new. That
 * another version runs holds until a machine reads the one that is meant.
 */
export function isCovered(
  { id, matches }: Weakness,
  step: ResponseStep | undefined,
  seen: Pick<Seen, 'installedProducts' | 'matches'>,
): boolean {
  if (!step || !covering.has(step.kind)) return false
  if (step.notAffected === 'other-version' && isReadSince(id, step, seen)) return false
  return matches.every((one) => {
    const match = byId(seen.matches, one)
    return match !== undefined && match.foundOn <= step.on && (match.knownExploitedOn ?? step.on) <= step.on
  })
}
