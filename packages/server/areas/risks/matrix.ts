import type { RisksView } from '@mimamori/contract'
import { withoutProvenance } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { screenOf } from './fact-screens.ts'
import { nameOf, vendorNames } from './words.ts'

/** The matrix as a screen puts it together. NOTE: kept by the facility as it stood, since it is asked for more often than it changes. */
const views = new WeakMap<Kept, RisksView>()

export function risksOf(now: Kept): RisksView {
  const known = views.get(now)
  if (known) return known
  const view = viewOf(now)
  views.set(now, view)
  return view
}

function viewOf(now: Kept): RisksView {
  const { world } = now.analysis
  return {
    revision: now.state.revision,
    asOf: now.asOf,
    riskCategories: world.riskCategories.map(({ id, order, name, large, confidence }) => ({ id, order, name, large, confidence })),
    riskGroups: world.riskGroups.map(({ id, category, name, confidence }) => ({ id, category, name, confidence })),
    risks: world.risks.map(({ id, order, group, phases: [first, ...others], name, entry, harms, controls }) => ({
      id,
      order,
      group,
      phases: [first, ...others],
      name,
      entry: [...entry],
      harms,
      controls: controls.map((one) => ({ ...one })),
    })),
    controlTypes: world.controlTypes.map(({ id, order, name, owners: [first, ...others] }) => ({
      id,
      order,
      name,
      owners: [first, ...others],
    })),
    standIns: world.standIns.map((one) => ({ ...one })),
    controlStandings: world.controlStandings.map(({ id, state, seats }) => ({ id, state, seats: seats.map((seat) => ({ ...seat })) })),
    riskFacts: world.riskFacts.map(({ id, value }) => ({ id, ...(value !== undefined && { value }) })),
    riskStates: world.riskStates.map(standingView),
    riskDecisions: world.riskDecisions.map(withoutProvenance),
    vendors: vendorNames(now),
    questions: questionsOf(now),
  }
}

export function standingView(standing: Kept['analysis']['world']['riskStates'][number]): RisksView['riskStates'][number] {
  const { by, missing, unsure, wouldClose, deciding } = standing
  return {
    ...standing,
    by: by.map((one) => ({ ...one })),
    missing: [...missing],
    unsure: [...unsure],
    wouldClose: wouldClose.map((set) => [...set]),
    deciding: [...deciding],
  }
}

/** What would decide the risks of which nobody knows, those that decide most first. */
function questionsOf(now: Kept): RisksView['questions'] {
  const counts = new Map<string, number>()
  for (const { deciding } of now.analysis.world.riskStates) for (const id of deciding) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .map(([id, decides]) => ({ id, asks: nameOf(now, id), decides, target: screenOf(now, id) }))
    .sort((a, b) => b.decides - a.decides || (a.id < b.id ? -1 : 1))
}
