import type { BeatView } from '@mimamori/contract'
import { type PersonScope, withScope } from '../../platform/index.ts'
import { facilityProblem } from '../facilities/index.ts'
import type { Services } from '../services.ts'
import { noteBeat, noteSheetBeat } from './store.ts'

/** Three beats may get lost before somebody is taken for gone. */
const goneAfterMs = 60_000

/**
 * A page tells that it is open, and hears who else has the same one open and which revision the facility is at. It is no act of
 * a person's: nothing of it stands in the picture or the trail.
 */
export async function hearBeat(
  services: Services,
  asking: PersonScope,
  facility: string,
  given: { tab: string; place: string },
): Promise<BeatView> {
  const at = services.now()
  const goneBefore = new Date(at.getTime() - goneAfterMs)
  const heard = await withScope(services.pool, asking, (client) => noteBeat(asking, client, { facility, ...given, at, goneBefore }))
  if (!heard) throw facilityProblem('facility/not-found')
  return { revision: heard.revision, others: [...heard.others] }
}

/**
 * The same for one sheet of a vendor: colleagues of the vendor alone are heard of, and the facility hears of none of them. The
 * revision is that of their draft.
 */
export async function hearSheetBeat(
  services: Services,
  asking: PersonScope,
  { isHere, ...given }: { relation: string; sheet: string; tab: string; isHere: boolean },
): Promise<BeatView> {
  const at = services.now()
  const goneBefore = new Date(at.getTime() - goneAfterMs)
  const beat = { ...given, place: isHere ? given.sheet : '', at, goneBefore }
  const { revision, others } = await withScope(services.pool, asking, (client) => noteSheetBeat(asking, client, beat))
  return { revision, others: [...others] }
}
