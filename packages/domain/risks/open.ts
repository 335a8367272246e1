import { type DraftReason, noneWith } from '../finding.ts'
import { byId, having, type Party, type World } from '../picture.ts'
import type { RiskGround } from '../record.ts'
import { defineRule } from '../rule.ts'

type Lists = Pick<World, 'controlStandings' | 'controls'>

/** A risk for which a needed control is not in place and nothing stands in, and which nobody has agreed to bear for now. */
export const riskOpen = defineRule({
  id: 'risks/open',
  area: 'risks',
  reads: ['riskStates', 'risks', 'controlStandings', 'controls'],
  each: 'riskStates',
  evaluate({ risks, ...lists }, { id, state, missing, borne }) {
    if (state !== 'open' || borne !== undefined) return
    const grade = byId(risks, id)?.harms ?? 'order'
    return { subjects: [id], parties: partiesOf(missing, lists), because: missing.map((control) => reasonOf(control, grade, lists)) }
  },
})

function reasonOf(control: string, grade: string, lists: Lists): DraftReason {
  const signs = (byId(lists.controlStandings, control)?.signs ?? []).filter(({ state }) => state === 'no' || state === 'partly')
  const isPartly = signs.every(({ state }) => state === 'partly')
  return { say: isPartly ? 'partly' : 'missing', grade, facts: [...signs.flatMap(({ grounds }) => grounds), ...nameOf(control, lists)] }
}

/** NOTE: the name of the control in the sentence comes from its statement, or from that there is none. */
export function nameOf(control: string, { controls }: Pick<World, 'controls'>): readonly RiskGround[] {
  return having(controls, 'control', control).length > 0 ? [] : [noneWith('controls', 'control', control) as RiskGround] // of the slice that it names
}

function partiesOf(missing: readonly string[], { controlStandings }: Lists): readonly [Party, ...Party[]] {
  const seats = missing.flatMap((control) => byId(controlStandings, control)?.seats ?? [])
  const vendors = seats.flatMap(({ party, state }) => (isVendor(party) && (state === 'no' || state === 'partly') ? [party] : []))
  return ['facility', ...new Set(vendors.sort())]
}

function isVendor(party: string): party is `vendor:${string}` {
  return party.startsWith('vendor:')
}
