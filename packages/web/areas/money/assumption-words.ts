import type { DamageView } from '@mimamori/contract'
import { byId, type LossAssumption, type LossParameter, type ParameterUnit } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'
import { readFigure, readShare, readYen } from './read-yen.ts'

export const byWords: Readonly<Record<LossAssumption['by'], PlainKey>> = {
  stated: 'money.by.stated',
  picture: 'money.by.picture',
  class: 'money.by.class',
  default: 'money.by.default',
}

/** An assumption with what the catalogue says of it and what was stated of it here. */
export interface AssumptionLine {
  readonly parameter: LossParameter
  readonly here: LossAssumption
  readonly stated?: DamageView['lossInputs'][number]
}

/** In the order of the catalogue, what was stated by hand first. */
export function assumptionLines({ parameters, world, lossInputs }: DamageView): readonly AssumptionLine[] {
  const lines = parameters.flatMap((parameter): readonly AssumptionLine[] => {
    const here = byId(world.lossAssumptions, parameter.id)
    const stated = lossInputs.findLast(({ record }) => record.parameter === parameter.id)
    return here ? [{ parameter, here, ...(stated && { stated }) }] : []
  })
  return lines.toSorted((a, b) => Number(b.stated !== undefined) - Number(a.stated !== undefined) || a.parameter.order - b.parameter.order)
}

/** How a figure of this kind is typed. Events: how often in a year, as 0.05 or as 1/20. */
export function readOfUnit(unit: ParameterUnit): (text: string) => number | undefined {
  if (unit === 'yen') return readYen
  if (unit === 'share') return readShare
  if (unit === 'eventsPerYear') return readOften
  return readFigure
}

function readOften(text: string): number | undefined {
  const [, years] = /^1\s*\/\s*(.+)$/.exec(text.normalize('NFKC').trim()) ?? []
  if (years === undefined) return readFigure(text)
  const count = readFigure(years)
  return count === undefined || count === 0 ? undefined : 1 / count
}

/** As it stands in the field: exact, so that leaving the field changes nothing. */
export function typedOfUnit(value: number, unit: ParameterUnit): string {
  if (unit === 'yen') return value.toLocaleString('en-US')
  if (unit === 'share') return `${Number((value * 100).toPrecision(12))}%`
  return String(value)
}
