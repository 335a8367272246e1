import { having, type World } from '../picture.ts'
import { isKnown, type RiskGround } from '../record.ts'
import { defineDerivation } from '../rule.ts'
import { bedsOf, type FigureLists, figureReaders } from './figures.ts'
import { spreadOfInput } from './spread.ts'
import type { LossAssumption, LossParameter, Spread } from './types.ts'

type Lists = FigureLists & Pick<World, 'lossInputs'>

/** Every input of the damage model as it counts here: stated by hand, else read from the picture, else usual for the class, else the default. */
export const lossAssumptions = defineDerivation({
  name: 'lossAssumptions',
  reads: ['lossParameters', 'lossInputs', 'finances', 'facility', 'assets', 'entrances'],
  derive({ lossParameters, ...lists }) {
    return lossParameters.map((parameter) => assumptionOf(parameter, lists))
  },
})

function assumptionOf(parameter: LossParameter, lists: Lists): LossAssumption {
  const { id, unit, unlearnable } = parameter
  const known = { id, unit, isLearnable: unlearnable !== true }
  const stated = statedOf(parameter, lists)
  if (stated) return { ...known, by: 'stated', ...stated }
  const usual = usualValue(parameter, { kind: lists.facility[0]?.kind, beds: bedsOf(lists) })
  const read = figureReaders[id]?.(lists, usual.value)
  return read
    ? { ...known, by: 'picture', ...read }
    : { ...known, by: usual.by, value: usual.value, grounds: groundsOfClass(usual.by, lists) }
}

/** The last one stated counts. NOTE: one whose ends cannot be is passed over here and named by `moneyFaults`. */
function statedOf({ id, unit }: LossParameter, { lossInputs }: Lists): Pick<LossAssumption, 'value' | 'grounds'> | undefined {
  const inputs = having(lossInputs, 'parameter', id).toSorted((a, b) => ((a.statedOn ?? '') < (b.statedOn ?? '') ? 1 : -1))
  for (const input of inputs) {
    const value = spreadOfInput(input, unit)
    if (value) return { value, grounds: [{ slice: 'lossInputs', id: input.id, field: 'best' }] }
  }
  return undefined
}

/** What a facility of this kind and size usually has: the first class that fits, else the value for all. */
export function usualValue(
  { value, classes = [] }: LossParameter,
  { kind, beds }: { readonly kind: string | undefined; readonly beds: number | undefined },
): { readonly value: Spread; readonly by: 'class' | 'default' } {
  const found = classes.find(({ kinds, bedsFrom, bedsTo }) => {
    if (kinds && (kind === undefined || !kinds.includes(kind))) return false
    if (bedsFrom === undefined && bedsTo === undefined) return true
    return beds !== undefined && beds >= (bedsFrom ?? 0) && beds <= (bedsTo ?? Number.POSITIVE_INFINITY)
  })
  return found ? { value: found.value, by: 'class' } : { value, by: 'default' }
}

function groundsOfClass(by: 'class' | 'default', { facility: [own] }: Lists): readonly RiskGround[] {
  if (by === 'default' || !own) return []
  return [
    { slice: 'facility', id: own.id, field: 'kind' },
    ...(isKnown(own.beds) ? [{ slice: 'facility', id: own.id, field: 'beds' } as const] : []),
  ]
}
