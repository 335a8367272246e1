import { byId, type Lang, type World } from '@mimamori/domain'
import type { OpenFact } from '@mimamori/money'

/** What an open fact is called: an input, a control, or what a fact asks. */
export function nameOfFact({ kind, id }: OpenFact, world: World, lang: Lang): string {
  if (kind === 'parameter') return byId(world.lossParameters, id)?.name[lang] ?? id
  if (kind === 'control') return byId(world.controlTypes, id)?.name[lang] ?? id
  return byId(world.riskFactWords, id)?.asks[lang] ?? id
}
