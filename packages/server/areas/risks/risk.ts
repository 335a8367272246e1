import type { RiskView } from '@mimamori/contract'
import { byId, having, type Risk } from '@mimamori/domain'
import { refsInWords } from '../checklists/index.ts'
import { versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { screenOf, screenOfFact } from './fact-screens.ts'
import { standingView } from './matrix.ts'
import { riskProblem } from './problems.ts'
import { nameOf, signsIn, standInIn, vendorNames } from './words.ts'

/** One risk whole. */
export function riskOf(now: Kept, id: string): RiskView {
  const { world } = now.analysis
  const risk = byId(world.risks, id)
  const standing = byId(world.riskStates, id)
  const group = byId(world.riskGroups, risk?.group)
  const category = byId(world.riskCategories, group?.category)
  if (!risk || !standing || !group || !category) throw riskProblem('risk/not-found')
  return {
    revision: now.state.revision,
    asOf: now.asOf,
    id,
    name: risk.name,
    middle: group.name,
    category: { id: category.id, name: category.name, large: category.large },
    scenario: risk.scenario,
    phases: [...risk.phases],
    harms: risk.harms,
    confidence: risk.confidence,
    standing: standingView(standing),
    entry: risk.entry.flatMap((fact) => factLine(now, fact)),
    controls: risk.controls.flatMap((one) => controlLine(now, risk, one)),
    names: namesIn(now, standing),
    refs: [...refsInWords(risk.refs, now.catalogue)],
    findings: findingsOf(now, id),
    decisions: versionedList(now, 'riskDecisions', having(now.picture.slices.riskDecisions, 'risk', id)),
    vendors: vendorNames(now),
  }
}

function factLine(now: Kept, id: string): RiskView['entry'] {
  const { riskFactWords, riskFacts } = now.analysis.world
  const words = byId(riskFactWords, id)
  if (!words) return []
  const value = byId(riskFacts, id)?.value
  const target = screenOfFact[id]
  return [{ id, says: words.says, asks: words.asks, ...(value !== undefined && { value }), ...(target && { target }) }]
}

function controlLine(now: Kept, risk: Risk, { control, role, needed }: Risk['controls'][number]): RiskView['controls'] {
  const { controlTypes, controlStandings, standIns } = now.analysis.world
  const type = byId(controlTypes, control)
  const standing = byId(controlStandings, control)
  if (!type || !standing) return []
  const own = new Set(risk.controls.flatMap((one) => (one.needed ? [one.control] : [])))
  // A control that the risk needs stands for itself and for no other.
  const usable = needed ? having(standIns, 'for', control).filter(({ by }) => !own.has(by)) : []
  return [
    {
      id: control,
      name: type.name,
      role,
      isNeeded: needed ?? false,
      owners: [...type.owners],
      state: standing.state,
      seats: standing.seats.map((seat) => ({ ...seat })),
      signs: signsIn(now, standing.signs),
      standIns: usable.map((one) => standInIn(now, one, 'by')),
    },
  ]
}

function namesIn(now: Kept, { by, missing, unsure, wouldClose, deciding }: Standing): RiskView['names'] {
  const ids = new Set([...by.map((one) => one.by), ...missing, ...unsure, ...wouldClose.flat(), ...deciding])
  return [...ids].sort().map((id) => ({ id, text: nameOf(now, id), target: screenOf(now, id) }))
}

type Standing = Kept['analysis']['world']['riskStates'][number]

/** Open findings that tell of this risk, or of an agreement about it. */
function findingsOf(now: Kept, risk: string): RiskView['findings'] {
  return now.tracked.flatMap(({ id, state, row }) => {
    if (state !== 'open' || !row.rule.startsWith('risks/') || !row.subjects.includes(risk)) return []
    const title = byId(now.lines, id)?.title
    return title ? [{ id, title }] : []
  })
}
