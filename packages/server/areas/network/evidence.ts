import type { NetworkEvidence } from '@mimamori/contract'
import { type NetworkEdge, type Text, toldBy } from '@mimamori/domain'
import { sourceNames } from '../assets/index.ts'
import type { Kept } from '../kept.ts'
import { nameOf } from './names.ts'

const statedName: Text = { ja: '手で入れたつながり', en: 'a link entered by hand' }

/** What tells of a link, each with the file, the row and the day. */
export function evidenceOf(now: Kept, { facts }: Pick<NetworkEdge, 'facts'>): NetworkEvidence[] {
  return facts.map((one) => {
    const { fact, by, ...where } = toldBy(one, now.picture.slices)
    if (by) return { ...fact, name: sourceNames[by], by, ...where }
    return { ...fact, name: nameOf(now, fact.id) ?? statedName, ...where }
  })
}
