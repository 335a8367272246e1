import type { VendorClientLine } from '@mimamori/contract'
import type { CalendarDate } from '@mimamori/domain'

/** The four numbers over the list. `weekEnd`: the last day that counts as this week. */
export function countsOf(lines: readonly VendorClientLine[], weekEnd: CalendarDate) {
  const open = lines.filter((line) => line.state !== 'submitted')
  return {
    week: open.filter((line) => line.dueOn !== undefined && line.dueOn <= weekEnd).length,
    perClient: open.filter((line) => line.left > 0 && line.left === line.perClientLeft).length,
    checking: open.filter((line) => line.state === 'checking').length,
    submitted: lines.length - open.length,
  }
}
