import { type CalendarDate, date } from '@mimamori/domain'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import type { Services } from '../services.ts'
import { readHandOver } from './store.ts'

/** What the 引継書 is told besides the picture. */
export interface FoundHandOver {
  readonly predecessor: string
  readonly successor: string
  readonly movesOn: CalendarDate
  readonly places: string
  readonly calls: string
  /** The two in the picture, where they stand in it. */
  readonly people: readonly string[]
}

/** A hand-over of this facility, for its paper. */
export async function findForPaper(
  services: Services,
  asking: Asking,
  of: { facility: string; handOver: string },
): Promise<FoundHandOver | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(of.handOver)) return undefined
  const held = await withScope(services.pool, asking, (client) => readHandOver(asking, client, of.handOver), { readOnly: true })
  if (!held || held.facility !== of.facility) return undefined
  return {
    predecessor: held.predecessorName,
    successor: held.successorName,
    movesOn: date(held.movesOn),
    places: held.places,
    calls: held.calls,
    people: [held.fromRecord, held.toRecord].filter((one) => one !== null),
  }
}
