import type { CalendarDate, InstalledProduct } from '@mimamori/domain'
import type { Advisory } from '../advisory.ts'
import { evaluate } from '../engine/evaluate.ts'
import { type Fleet, fleetOf } from '../engine/fleet.ts'
import { indexBuilder } from '../engine/index-build.ts'
import { type JoinedAnswer, joinAnswers, type SourceAnswer } from '../engine/join.ts'
import { eachAnswer, matchAll } from '../engine/match.ts'
import type { ProductBook } from '../names/book.ts'
import { groupsOf } from './published.ts'

/** What all records of one group say of one installed product. */
export interface ProductMatch {
  readonly installed: InstalledProduct
  /** The CVE, or the number of an advisory without one. */
  readonly group: string
  /** Of records that contradict each other the first decides: it may say that the product is not affected. */
  readonly answer: JoinedAnswer
  /** The record that decides first. */
  readonly advisories: readonly Advisory[]
}

interface Options {
  readonly book: ProductBook
  readonly asOf?: CalendarDate
}

/** Everything that is installed, and what is or may be weak in it: found by the index, explained and joined record by record. */
export function matchProducts(
  rows: readonly InstalledProduct[],
  advisories: readonly Advisory[],
  options: Options,
): readonly ProductMatch[] {
  const builder = indexBuilder(options.book)
  for (const advisory of advisories) builder.add(advisory)
  const fleet = fleetOf(rows, options.book)
  const byRow = new Map<number, Set<string>>()
  eachAnswer(matchAll(builder.build(), fleet, options), (row, at) => {
    const groups = byRow.get(row) ?? new Set()
    byRow.set(row, groups)
    for (const group of advisories[at] ? groupsOf(advisories[at]) : []) groups.add(group)
  })
  const answerOf = answersOn(fleet, byGroup(advisories), options)
  return [...byRow].sort(([a], [b]) => a - b).flatMap(([row, groups]) => [...groups].sort().flatMap((group) => answerOf(row, group) ?? []))
}

/** What one group says of one installed product on its device; `undefined` where no record of it names the product. */
export function answerOfGroup(
  records: readonly Advisory[],
  { installed, device, book, asOf }: Options & { readonly installed: InstalledProduct; readonly device: readonly InstalledProduct[] },
): Omit<ProductMatch, 'group'> | undefined {
  const answers = records.flatMap((advisory): SourceAnswer[] => {
    const found = evaluate(advisory, device, { book, ...(asOf !== undefined && { asOf }) })
    return found.filter(({ product }) => product.id === installed.id).map(({ answer }) => ({ advisory, answer }))
  })
  const [first, ...others] = answers
  if (!first) return undefined
  const answer = joinAnswers([first, ...others])
  const ranked = answer.sources.flatMap((id) => answers.find(({ advisory }) => advisory.id === id)?.advisory ?? [])
  return { installed, answer, advisories: ranked }
}

function byGroup(advisories: readonly Advisory[]): ReadonlyMap<string, readonly Advisory[]> {
  const groups = new Map<string, Advisory[]>()
  for (const advisory of advisories)
    for (const group of groupsOf(advisory)) {
      const there = groups.get(group)
      if (there) there.push(advisory)
      else groups.set(group, [advisory])
    }
  return groups
}

/** NOTE: devices that are alike in everything that decides an answer share it; a thousand PCs are asked once. */
function answersOn(fleet: Fleet, groups: ReadonlyMap<string, readonly Advisory[]>, options: Options) {
  const known = new Map<string, Omit<ProductMatch, 'group'> | undefined>()
  return (row: number, group: string): ProductMatch | undefined => {
    const installed = fleet.rows[row]
    if (!installed) return undefined
    const key = JSON.stringify([fleet.kindOfRow[row], fleet.pairOfRow[row], installed.name, installed.knownBy, installed.on, group])
    if (!known.has(key)) {
      const device = (fleet.devices.get(installed.asset) ?? []).flatMap((at) => fleet.rows[at] ?? [])
      known.set(key, answerOfGroup(groups.get(group) ?? [], { ...options, installed, device }))
    }
    const found = known.get(key)
    return found && { ...found, installed, group }
  }
}
