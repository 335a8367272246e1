import { byId, type Reference, type Slices } from '../picture.ts'

/** A statement or an agreement that names nothing of the catalogue: it counts nowhere and is told instead. */
export interface RiskFault {
  readonly slice: 'controls' | 'riskDecisions'
  readonly id: string
  /** The name that nothing has. */
  readonly value: string
}

/** All of them at once. */
export function riskFaults(
  { controls, riskDecisions }: Pick<Slices, RiskFault['slice']>,
  { controlTypes, risks }: Pick<Reference, 'controlTypes' | 'risks'>,
): readonly RiskFault[] {
  return [
    ...controls.flatMap(({ id, control }) => (byId(controlTypes, control) ? [] : [{ slice: 'controls', id, value: control } as const])),
    ...riskDecisions.flatMap(({ id, risk }) => (byId(risks, risk) ? [] : [{ slice: 'riskDecisions', id, value: risk } as const])),
  ]
}
