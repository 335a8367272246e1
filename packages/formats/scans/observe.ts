import type { Observation, ObservationSource } from '@mimamori/domain'
import type { Loose, RawItem } from './types.ts'

type Facts = Partial<Loose<Omit<Observation, 'source' | 'file' | 'row'>>>

/** An observation of these facts; what is undefined or empty leaves at the gate. */
export function observed(source: ObservationSource, place: { readonly file: string; readonly row: number }, facts: Facts): RawItem {
  return { kind: 'observation', observation: { source, file: place.file, row: place.row, ...facts } }
}
