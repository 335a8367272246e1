import type { AssetId, CalendarDate, InstalledProduct } from '@mimamori/domain'
import type { Advisory } from '../advisory.ts'
import { type Device, deviceOf, type ProductRead } from '../engine/device.ts'
import { answerOf } from '../engine/evaluate.ts'
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
  const answersOf = answersOn(fleet, byGroup(advisories), options)
  return [...byRow].sort(([a], [b]) => a - b).flatMap(([row, groups]) => [...groups].sort().flatMap((group) => answersOf(row, group) ?? []))
}

interface Asked extends Options {
  readonly product: ProductRead
  readonly device: Device
}

/** What one group says of one installed product on its device; `undefined` where no record of it names the product. */
export function answerOfGroup(
  records: readonly Advisory[],
  {
    installed,
    device: products,
    ...options
  }: Options & { readonly installed: InstalledProduct; readonly device: readonly InstalledProduct[] },
): Omit<ProductMatch, 'group'> | undefined {
  const device = deviceOf(products, options.book)
  const product = device.products.find((one) => one.installed.id === installed.id)
  return product && answerOn(records, { ...options, product, device })
}

function answerOn(records: readonly Advisory[], asked: Asked): Omit<ProductMatch, 'group'> | undefined {
  const answers = records.flatMap((advisory): readonly SourceAnswer[] => {
    const answer = answerOf(advisory, asked)
    return answer ? [{ advisory, answer }] : []
  })
  const [first, ...others] = answers
  if (!first) return undefined
  const answer = joinAnswers([first, ...others])
  const ranked = answer.sources.flatMap((id) => answers.find(({ advisory }) => advisory.id === id)?.advisory ?? [])
  return { installed: asked.product.installed, answer, advisories: ranked }
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
  const devices = new Map<AssetId, Device>()
  return (row: number, group: string): ProductMatch | undefined => {
    const installed = fleet.rows[row]
    if (!installed) return undefined
    const key = JSON.stringify([fleet.kindOfRow[row], fleet.pairOfRow[row], installed.name, installed.knownBy, installed.on, group])
    if (!known.has(key)) {
      const there = (fleet.devices.get(installed.asset) ?? []).flatMap((at) => fleet.rows[at] ?? [])
      const device = devices.get(installed.asset) ?? deviceOf(there, options.book)
      devices.set(installed.asset, device)
      const product = device.products.find((one) => one.installed === installed)
      known.set(key, product && answerOn(groups.get(group) ?? [], { ...options, product, device }))
    }
    const found = known.get(key)
    return found && { ...found, installed, group }
  }
}
