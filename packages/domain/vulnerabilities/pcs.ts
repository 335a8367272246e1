import type { World } from '../picture.ts'
import type { Weakness } from './derived/types.ts'
import { rankOfAction } from './urgency.ts'

/** The weaknesses of PCs and tablets that are wanted, by product, the most urgent of each first. */
export function pcsByProduct(
  { weaknesses }: Pick<World, 'weaknesses'>,
  isWanted: (weakness: Weakness) => boolean,
): readonly (readonly [Weakness, ...Weakness[]])[] {
  const byProduct = new Map<string, [Weakness, ...Weakness[]]>()
  for (const weakness of weaknesses) {
    if (!weakness.oneOfMany || !isWanted(weakness)) continue
    const there = byProduct.get(weakness.product)
    if (there) there.push(weakness)
    else byProduct.set(weakness.product, [weakness])
  }
  return [...byProduct.values()].map((all) => {
    all.sort((a, b) => rankOfAction(a.action) - rankOfAction(b.action) || (a.id < b.id ? -1 : 1))
    return all
  })
}
