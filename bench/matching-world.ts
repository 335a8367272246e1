import { type AssetId, entityId, type InstalledProduct } from '@mimamori/domain'
import type { Advisory, Condition, Criterion, VersionRange } from '@mimamori/matching'
import { type Random, randomFrom } from '../tools/generate-hospital/random.ts'
import { leavesIn, type Shape } from './matching-shape.ts'

/** Products of the generated world: NVD names about one key for every four criteria of a week, and few are named often. */
const productCount = 100_000
const vendorCount = 9000

/** The few that are named often are also the few that are installed often. */
function productAt(random: Random): number {
  return Math.floor(productCount * random.next() ** 2)
}

function cpeOf(part: string, product: number, { update = '*', target = '*' } = {}): string {
  // NOTE: one flat text, as a feed that was read has it; pieces that are joined later would be joined in what is measured.
  return ['cpe', '2.3', part, `maker${product % vendorCount}`, `product_${product}`, '*', update, '*', '*', '*', target, '*', '*'].join(':')
}

function versionFrom(random: Random): string {
  return [random.whole(10), random.whole(20), random.whole(10)].join('.')
}

/** Advisories in a given shape, one after the other; the same for the same seed. */
export function* generatedAdvisories(shape: Shape, { count, seed }: { count: number; seed: number }): Generator<Advisory> {
  const random = randomFrom(seed)
  for (let at = 0; at < count; at++) {
    // NOTE: the largest record of all stands for four in a thousand, so that the mean of a record is that of the real ones.
    const hundredth = Math.floor(random.next() * (shape.perRecord.length - 0.6))
    const [criteria, ands] = shape.perRecord[hundredth] ?? [1, 0]
    const id = `CVE-2099-${String(at).padStart(7, '0')}`
    const empty = { unparsed: [], scores: [], remedies: [], links: [] }
    yield {
      id,
      feed: 'nvd',
      cves: [id],
      title: id,
      titleLang: 'en',
      conditions: conditionsFrom(random, { criteria, ands, shape }),
      ...empty,
    }
  }
}

interface Wanted {
  readonly criteria: number
  readonly ands: number
  readonly shape: Shape
}

/** In each AND some weak firmware and the models on which it runs; what is left over stands alone. */
function conditionsFrom(random: Random, { criteria, ands, shape }: Wanted): readonly Condition[] {
  const product = productAt(random)
  const platforms = ands === 0 ? 0 : Math.max(ands, Math.round(criteria / 2))
  const perAnd = ands === 0 ? 0 : Math.floor(platforms / ands)
  const weakPerAnd = ands === 0 ? 0 : Math.max(1, Math.floor((criteria - platforms) / ands))
  const trees = Array.from({ length: ands }, (_, at): Condition => {
    const weak = Array.from({ length: weakPerAnd }, () => weakLeaf(random, { product: product + at, part: 'o', shape }))
    const models = Array.from({ length: perAnd }, (__, model) => platformLeaf(product + at + model * 7))
    return {
      kind: 'all',
      of: [
        { kind: 'any', of: weak },
        { kind: 'any', of: models },
      ],
    }
  })
  const rest = Math.max(0, criteria - ands * (weakPerAnd + perAnd))
  // NOTE: a record that lists many single products lists versions of a few; one in three begins another product.
  let named = product
  const alone = Array.from({ length: rest }, () => {
    if (random.isTrue(0.3)) named = productAt(random)
    return weakLeaf(random, { product: named, part: 'a', shape })
  })
  return [...trees, ...alone]
}

function platformLeaf(product: number): Condition {
  const criterion: Criterion = {
    product: { cpe: cpeOf('h', (product % productCount) + productCount) },
    vulnerable: false,
    versions: [],
    otherwise: 'affected',
  }
  return { kind: 'product', criterion }
}

function weakLeaf(random: Random, { product, part, shape }: { product: number; part: string; shape: Shape }): Condition {
  const chance = random.next() * (1 - shape.platformShare)
  const range =
    chance < shape.wildcardShare ? undefined : chance < shape.wildcardShare + shape.rangeShare ? rangeFrom(random) : oneFrom(random)
  const edition = random.isTrue(shape.editionShare)
    ? { update: random.isTrue(0.8) ? 'sp1' : '*', target: random.isTrue(0.2) ? 'android' : '*' }
    : {}
  const criterion: Criterion = {
    product: { cpe: cpeOf(part, product % productCount, edition) },
    vulnerable: true,
    versions: range ? [{ status: 'affected', range }] : [],
    otherwise: range ? 'unaffected' : 'affected',
  }
  return { kind: 'product', criterion }
}

function oneFrom(random: Random): VersionRange {
  const version = versionFrom(random)
  return { from: version, to: version, fromIncluded: true, toIncluded: true }
}

function rangeFrom(random: Random): VersionRange {
  const [to, isIncluded] = [versionFrom(random), random.isTrue(0.3)]
  return random.isTrue(0.5) ? { to, toIncluded: isIncluded } : { from: versionFrom(random), fromIncluded: true, to, toIncluded: isIncluded }
}

/** Rows as the worst register has them: every device with other products in other versions, one in twenty of them firmware on a model. */
export function generatedRows({
  count,
  seed,
  perDevice = 20,
}: {
  count: number
  seed: number
  perDevice?: number
}): readonly InstalledProduct[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, at) => rowFrom(random, { at, device: Math.floor(at / perDevice), product: productAt(random) }))
}

/** Rows as a hospital has them: few kinds of devices, each with the same list on many. */
export function hospitalRows({
  count,
  seed,
  perDevice = 20,
}: {
  count: number
  seed: number
  perDevice?: number
}): readonly InstalledProduct[] {
  const kinds = generatedRows({ count: 60 * perDevice, seed, perDevice })
  const random = randomFrom(seed + 1)
  const devices = Array.from({ length: count / perDevice }, () => random.whole(60) * perDevice)
  return devices.flatMap((first, device) =>
    kinds.slice(first, first + perDevice).map((row, at) => ({ ...row, id: `p:${device}:${at}`, asset: entityId<AssetId>(`d:${device}`) })),
  )
}

/** Rows of products and versions that advisories name, so that real ones have something to say. */
export function namedRows(advisories: readonly Advisory[], { count, seed }: { count: number; seed: number }): readonly InstalledProduct[] {
  const random = randomFrom(seed)
  const weak = advisories.flatMap(({ conditions }) => leavesIn(conditions)).filter(({ vulnerable }) => vulnerable)
  return Array.from({ length: count }, (_, at) => namedRow(weak[random.whole(weak.length)], at))
}

function namedRow(criterion: Criterion | undefined, at: number): InstalledProduct {
  const { cpe = '', vendor, product } = criterion?.product ?? {}
  const { from, to } = criterion?.versions[0]?.range ?? {}
  const [part, maker, name] = cpe.split(':').slice(2)
  return {
    ...{ id: `p:${at}`, asset: entityId<AssetId>(`d:${Math.floor(at / 20)}`), knownBy: 'tool', line: '', facts: [] },
    ...{ name: product ?? name ?? 'unknown', vendor: vendor ?? maker ?? 'unknown', role: part === 'o' ? 'os' : 'program' },
    version: from ?? to ?? '1.0',
    ...(cpe !== '' && { cpe }),
  }
}

function rowFrom(random: Random, { at, device, product }: { at: number; device: number; product: number }): InstalledProduct {
  const isFirmware = at % 20 === 0
  return {
    id: `p:${at}`,
    asset: entityId<AssetId>(`d:${device}`),
    name: `product ${product}`,
    vendor: `maker${product % vendorCount}`,
    version: versionFrom(random),
    role: isFirmware ? 'firmware' : 'program',
    knownBy: 'tool',
    line: '',
    facts: [],
    ...(!isFirmware && { cpe: cpeOf('a', product) }),
  }
}
