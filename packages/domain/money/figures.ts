import { having, type World } from '../picture.ts'
import { isKnown, type RiskGround } from '../record.ts'
import { exactly } from './spread.ts'
import type { Finances, Spread } from './types.ts'

export type FigureLists = Pick<World, 'finances' | 'facility' | 'assets' | 'entrances'>

interface Figure {
  readonly value: Spread
  readonly grounds: readonly RiskGround[]
}

type FigureReader = (lists: FigureLists, usual: Spread) => Figure | undefined

const daysPerYear = 365

/** What the picture says of an input, in place of what is usual for facilities of this kind and size. */
export const figureReaders: Readonly<Record<string, FigureReader>> = {
  'param:revenue-day': (lists) => ofFinances(lists, 'revenueYen', (yen) => yen / daysPerYear),
  'param:margin-share': (lists) => ofFinances(lists, 'marginShare'),
  'param:patient-records': (lists) => ofFinances(lists, 'patientRecords'),
  'param:staff': (lists) => ofFinances(lists, 'staff'),
  'param:pcs': ({ facility: [own] }, usual) => {
    const band = own?.clientPcs && bands[own.clientPcs]
    if (!own || !band) return undefined
    return { value: within(band, usual), grounds: [{ slice: 'facility', id: own.id, field: 'clientPcs' }] }
  },
  'param:servers': ({ assets }) => {
    const servers = having(assets, 'kind', 'server')
    if (servers.length === 0) return undefined
    return {
      value: exactly(servers.length),
      grounds: servers.slice(0, mostGrounds).map(({ id }) => ({ slice: 'assets', id, field: 'kind' })),
    }
  },
  'param:gates': ({ entrances }) => {
    const gates = entrances.flatMap(({ line }) => (line === undefined ? [] : [line]))
    if (gates.length === 0) return undefined
    return { value: exactly(new Set(gates).size), grounds: gates.slice(0, mostGrounds).map((id) => ({ slice: 'lines', id })) }
  },
}

/** The year whose figure counts: the last one that has it. */
export function latestWith<K extends keyof Finances>(finances: readonly Finances[], field: K): Finances | undefined {
  return finances.filter((one) => one[field] !== undefined).toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0]
}

/** Beds as a number; undefined where they are not known or the kind has none. */
export function bedsOf({ facility: [own] }: Pick<World, 'facility'>): number | undefined {
  return isKnown(own?.beds) ? own.beds : undefined
}

/** Records that a person still looks at. */
const mostGrounds = 5

function ofFinances(
  { finances }: FigureLists,
  field: 'revenueYen' | 'marginShare' | 'patientRecords' | 'staff',
  turn: (value: number) => number = (value) => value,
): Figure | undefined {
  const year = latestWith(finances, field)
  const value = year?.[field]
  return year && value !== undefined ? { value: exactly(turn(value)), grounds: [{ slice: 'finances', id: year.id, field }] } : undefined
}

const bands: Readonly<Record<string, { readonly from: number; readonly to?: number }>> = {
  '1-5': { from: 1, to: 5 },
  '6-20': { from: 6, to: 20 },
  '21-50': { from: 21, to: 50 },
  '51-200': { from: 51, to: 200 },
  '201+': { from: 201 },
}

/** What is usual, kept within a band; an open band ends at what is usual at most, or at twice its beginning. */
function within({ from, to }: { readonly from: number; readonly to?: number }, usual: Spread): Spread {
  const high = to ?? Math.max(usual.high, from * 2)
  const clamp = (value: number) => Math.min(high, Math.max(from, value))
  return { low: from, best: clamp(usual.best), high }
}
