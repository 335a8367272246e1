import { byId, type Reference, type Slices } from '../picture.ts'
import { spreadOfInput } from './spread.ts'

/** Something stated about money that cannot be, or that names nothing of the catalogue: it counts nowhere and is told instead. */
export interface MoneyFault {
  readonly kind: 'impossible-range' | 'unknown-name'
  readonly slice: 'quotes' | 'lossInputs' | 'planChoices' | 'policies'
  readonly id: string
  /** What is out of order, or the name. */
  readonly value: string
}

interface Names extends Pick<Reference, 'lossParameters' | 'planMeasures' | 'controlTypes'> {
  readonly lossHeads: readonly { readonly id: string }[]
}

/** Ranges that cannot be, of records that came or are otherwise than before. */
export function newRangeFaults(before: Slices, after: Slices, names: Pick<Reference, 'lossParameters'>): readonly MoneyFault[] {
  const fresh = <R extends { readonly id: string }>(old: readonly R[], now: readonly R[]) => now.filter((one) => byId(old, one.id) !== one)
  const records = {
    quotes: fresh(before.quotes, after.quotes),
    lossInputs: fresh(before.lossInputs, after.lossInputs),
    planChoices: [],
    policies: fresh(before.policies, after.policies),
  }
  const faults = moneyFaults(records, { ...names, planMeasures: [], controlTypes: [], lossHeads: [] })
  return faults.filter(({ kind }) => kind === 'impossible-range')
}

/** All of them at once. */
export function moneyFaults(
  { quotes, lossInputs, planChoices, policies }: Pick<Slices, MoneyFault['slice']>,
  { lossParameters, planMeasures, controlTypes, lossHeads }: Names,
): readonly MoneyFault[] {
  const unnamed = (slice: MoneyFault['slice'], id: string, list: Names[keyof Names], value: string): readonly MoneyFault[] =>
    byId<{ readonly id: string }>(list, value) ? [] : [{ kind: 'unknown-name', slice, id, value }]
  return [
    ...lossInputs.flatMap((input): readonly MoneyFault[] => {
      const { id, parameter, low, best, high } = input
      const unit = byId(lossParameters, parameter)?.unit
      if (unit === undefined) return unnamed('lossInputs', id, lossParameters, parameter)
      const value = [low, best, high].filter((one) => one !== undefined).join(' → ')
      return spreadOfInput(input, unit) ? [] : [{ kind: 'impossible-range', slice: 'lossInputs', id, value }]
    }),
    ...quotes.flatMap(({ id, measure, minYen, maxYen }): readonly MoneyFault[] => [
      ...unnamed('quotes', id, planMeasures, measure),
      ...(maxYen !== undefined && maxYen < minYen
        ? [{ kind: 'impossible-range', slice: 'quotes', id, value: `${minYen} → ${maxYen}` } as const]
        : []),
    ]),
    ...planChoices.flatMap(({ id, measure }) => unnamed('planChoices', id, planMeasures, measure)),
    ...policies.flatMap(({ id, conditions = [], heads = [], from, until }): readonly MoneyFault[] => [
      ...conditions.flatMap((control) => unnamed('policies', id, controlTypes, control)),
      ...heads.flatMap((head) => unnamed('policies', id, lossHeads, head)),
      ...(from !== undefined && until !== undefined && until < from
        ? [{ kind: 'impossible-range', slice: 'policies', id, value: `${from} → ${until}` } as const]
        : []),
    ]),
  ]
}
