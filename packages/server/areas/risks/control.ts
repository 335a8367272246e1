import type { ControlView } from '@mimamori/contract'
import { byId, having, ifDone, ifFailed, type RiskState, risksOfControl, standInsOf } from '@mimamori/domain'
import { versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { riskProblem } from './problems.ts'
import { nameOf, signsIn, standInIn, vendorNames } from './words.ts'

type NamedRisk = ControlView['opens'][number]

/** One control in both directions: what opens without it, and what it would close. */
export function controlOf(now: Kept, id: string): ControlView {
  const { world } = now.analysis
  const type = byId(world.controlTypes, id)
  const standing = byId(world.controlStandings, id)
  if (!type || !standing) throw riskProblem('risk/no-such-control')
  const { by, for: others } = standInsOf(world, id)
  return {
    revision: now.state.revision,
    asOf: now.asOf,
    id,
    name: type.name,
    owners: [...type.owners],
    confidence: type.confidence,
    state: standing.state,
    seats: standing.seats.map((seat) => ({ ...seat })),
    signs: signsIn(now, standing.signs),
    statements: versionedList(now, 'controls', having(now.picture.slices.controls, 'control', id)),
    opens: ifFailed(world, id).map((state) => namedRisk(now, state)),
    closes: ifDone(world, [id]).map((state) => namedRisk(now, state)),
    risks: risksOfControl(world, id).flatMap((risk) => {
      const role = risk.controls.find(({ control }) => control === id)
      const state = byId(world.riskStates, risk.id)
      return role && state ? [{ ...namedRisk(now, state), role: role.role, isNeeded: role.needed ?? false }] : []
    }),
    heldBy: by.map((one) => standInIn(now, one, 'by')),
    standsInFor: others.map((one) => standInIn(now, one, 'for')),
    vendors: vendorNames(now),
  }
}

function namedRisk(now: Kept, { id, state }: RiskState): NamedRisk {
  return { id, name: nameOf(now, id), state }
}
