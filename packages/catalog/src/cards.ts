import type { FacilityKind } from '@mimamori/domain'
import type { CardSize, DeviceFamily, WorkCard } from './types.ts'

/** Which wording of a work card a facility gets: one with departments, or one where everybody sits in a few rooms. */
export function cardSizeOf(kind: FacilityKind | undefined): CardSize {
  return kind === 'hospital' || kind === 'checkup-lab-centre' ? 'hospital' : 'clinic'
}

/** The card as it is printed for this size: its own steps, person and length. */
export function cardFor(card: WorkCard, size: CardSize): WorkCard {
  const { variants = [], ...rest } = card
  const { for: _, ...own } = variants.find((variant) => variant.for === size) ?? {}
  return { ...rest, ...own, steps: card.steps.filter((step) => step.for === undefined || step.for === size) }
}

/** Cards of a topic for this size, general ones first; those of a device family only where it is named. */
export function cardsFor(
  cards: readonly WorkCard[],
  wanted: { readonly topic: string; readonly size: CardSize; readonly families?: readonly DeviceFamily[] },
): readonly WorkCard[] {
  const fits = cards.filter((card) => {
    const family = card.deviceFamily
    return (
      card.topic === wanted.topic && card.sizes.includes(wanted.size) && (family === undefined || (wanted.families ?? []).includes(family))
    )
  })
  const ordered = fits.toSorted((a, b) => Number(a.deviceFamily !== undefined) - Number(b.deviceFamily !== undefined))
  return ordered.map((card) => cardFor(card, wanted.size))
}
