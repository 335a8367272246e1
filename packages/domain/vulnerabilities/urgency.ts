import { addDays } from '../calendar.ts'
import type { CalendarDate } from '../ids.ts'
import type { UrgencyFact, Weakness } from './derived/types.ts'
import type { Exposure, Match, UrgencyRow } from './types.ts'

/** What the table asks of a weakness. */
export interface UrgencyInput {
  readonly inKev: boolean
  readonly exposed: boolean
  readonly automatable: boolean
  readonly impact: 'partial' | 'total'
}

type Lower = NonNullable<Weakness['lower']>

export interface Urgency {
  readonly row: UrgencyRow
  readonly action: UrgencyRow['action']
  readonly assumed: readonly UrgencyFact[]
  readonly lower?: Lower
  readonly dueOn?: CalendarDate
}

const order: readonly UrgencyRow['action'][] = ['days-3-forensics', 'days-3', 'days-14', 'days-60', 'next-upgrade']

/** 0 for what is most urgent. */
export function rankOfAction(action: UrgencyRow['action']): number {
  return order.indexOf(action)
}

/** The row of the table for these facts; the table has one for each. */
export function rowOf(input: UrgencyInput, table: readonly UrgencyRow[]): UrgencyRow {
  const found = table.find(
    (row) =>
      row.inKev === input.inKev && row.exposed === input.exposed && row.automatable === input.automatable && row.impact === input.impact,
  )
  if (!found) throw new Error('the table of urgency has no row for this')
  return found
}

/**
 * How urgent a match is on a device that can be come at like this. What nobody knows counts as the worse, and is told. A device that
 * nothing leads to waits for its next update, whatever the table says of weaknesses that are used in attacks: nobody can use them there.
 */
export function urgencyOf(match: Match, exposure: Exposure, table: readonly UrgencyRow[]): Urgency {
  const input: UrgencyInput = {
    inKev: match.knownExploitedOn !== undefined,
    exposed: exposure === 'internet' || exposure === 'remote-path' || exposure === 'unknown',
    automatable: match.automatable !== 'no',
    impact: match.impact ?? 'total',
  }
  const row = rowOf(input, table)
  const assumed: readonly UrgencyFact[] = [
    ...(exposure === 'unknown' ? (['exposed'] as const) : []),
    ...(match.automatable === undefined ? (['automatable'] as const) : []),
    ...(match.impact === undefined ? (['impact'] as const) : []),
  ]
  if (exposure === 'none') return { row, action: 'next-upgrade', assumed }
  const lower = lowerOf(input, { row, assumed }, table)
  const dueOn = row.dueDays === undefined ? undefined : addDays(startOf(match), row.dueDays)
  return { row, action: row.action, assumed, ...(lower && { lower }), ...(dueOn !== undefined && { dueOn }) }
}

/** The clock runs from the day on which it was found here; from the day on which attacks became known, where that came later. */
function startOf({ foundOn, knownExploitedOn }: Match): CalendarDate {
  return knownExploitedOn !== undefined && knownExploitedOn > foundOn ? knownExploitedOn : foundOn
}

/**
 * The one fact that would lower the urgency, of those that somebody here can change or find out: that it cannot be reached from outside,
 * or what is only assumed; the one that lowers it most. Where none of them does, that nothing leads to it.
 */
function lowerOf(
  input: UrgencyInput,
  { row, assumed }: { row: UrgencyRow; assumed: readonly UrgencyFact[] },
  table: readonly UrgencyRow[],
): Lower | undefined {
  const others: readonly (readonly [UrgencyFact, UrgencyInput])[] = [
    ['exposed', { ...input, exposed: false }],
    ['automatable', { ...input, automatable: false }],
    ['impact', { ...input, impact: 'partial' }],
  ]
  const better = others
    .filter(([fact]) => fact === 'exposed' || assumed.includes(fact))
    .map(([fact, other]) => ({ fact, row: rowOf(other, table) }))
    .filter((one) => rankOfAction(one.row.action) > rankOfAction(row.action))
    .toSorted((a, b) => rankOfAction(b.row.action) - rankOfAction(a.row.action))
  const [best] = better
  if (best) return { fact: best.fact, row: best.row.id, action: best.row.action }
  return row.action === 'next-upgrade' ? undefined : { fact: 'reached', row: row.id, action: 'next-upgrade' }
}
