import { say } from '../text/index.ts'
import { composeWithin } from './budget.ts'
import { edgesOf } from './edges.ts'
import { factsOf, type MapFacts } from './facts.ts'
import { hopsOf } from './lit.ts'
import { compareRanked } from './order.ts'
import { placementOf } from './places.ts'
import { type Shown, shownOf } from './shown.ts'
import type { MapInput, MapModel } from './types.ts'

/**
 * What is drawn of a network: points outside, entrances, core, and zones with their devices in stacks; no more boxes than the budget
 * (60 without one) until a person unfolds one. The same records give the same model, in whatever order they come.
 */
export function mapModel(input: MapInput): MapModel {
  const { lang = 'ja' } = input
  const facts = factsOf(input)
  const placement = placementOf(facts)
  const composed = composeWithin(placement, facts, new Set(input.unfolded ?? []))
  const shown = shownOf(composed, placement, facts)
  const edges = edgesOf(facts, shown)
  const boxes = composed.boxes.toSorted(compareRanked)
  return {
    lang,
    ...(input.budget?.first && { first: true as const }),
    boxes,
    zones: composed.zones.toSorted((a, b) => a.tier - b.tier || compareRanked(a, b)),
    edges,
    hops: hopsOf(facts, shown, edges),
    entrances: facts.input.entrances.length,
    title: say(lang, 'map.title'),
    about: [say(lang, 'map.about', { boxes: boxes.length, edges: edges.length }), ...litInWords(facts, shown)].join(
      lang === 'ja' ? '' : ' ',
    ),
  }
}

function litInWords({ input: { path, lang = 'ja' } }: MapFacts, shown: Shown): readonly string[] {
  if (path === undefined) return []
  const title = (id: string) => shown.titleOf(shown.at(id) ?? id)
  return [say(lang, 'map.lit', { start: title(path.start), target: title(path.target) })]
}
