import { cardFor, cardSizeOf, cardsFor, type FullCatalogue, type WorkCard } from '@mimamori/catalog'
import type { WorkCardView } from '@mimamori/contract'
import { byId, type Facility } from '@mimamori/domain'
import { type Kept, versionKey } from '../kept.ts'
import { fillText, ownWords } from '../words.ts'
import { checklistProblem } from './problems.ts'

const families = ['yamaha', 'fortigate', 'windows'] as const

/** The work card of a topic for this facility; those of one device family are its companions. */
export function cardOf(catalogue: FullCatalogue, topic: string, facility: Facility | undefined): WorkCard | undefined {
  return cardsFor(catalogue.workCards, { topic, size: cardSizeOf(facility?.kind) })[0]
}

export function workCardOf(now: Kept, id: string): WorkCardView {
  const found = byId(now.catalogue.workCards, id)
  if (!found) throw checklistProblem('card/not-found')
  const size = cardSizeOf(now.picture.slices.facility[0]?.kind)
  const card = cardFor(found, size)
  const words = ownWords(now.picture, now.catalogue)
  const say = (text: WorkCard['title']) => fillText(text, words)
  const ticks = now.picture.slices.ticks.filter((tick) => tick.card === card.id)
  const others = cardsFor(now.catalogue.workCards, { topic: card.topic, size, families }).filter((one) => one.id !== card.id)
  return {
    id: card.id,
    topic: card.topic,
    title: say(card.title),
    minutes: card.minutes,
    confidence: card.confidence,
    who: say(card.who),
    before: card.before.map(say),
    steps: card.steps.map((step) => {
      const tick = ticks.findLast((one) => one.step === step.id)
      return {
        id: step.id,
        text: say(step.text),
        ...(tick && { doneOn: tick.doneOn, tick: tick.id, tickVersion: now.versions.get(versionKey('ticks', tick.id)) }),
      }
    }),
    checkAfter: card.checkAfter.map(say),
    whenNot: card.whenNot.map(say),
    askVendor: say(card.askVendor),
    evidenceHint: say(card.evidence),
    others: others.map((one) => ({ id: one.id, title: say(one.title) })),
  }
}
