import type { VersionFamily } from '@mimamori/domain'
import type { ComparedBy, Criterion, ProductReference } from '../advisory.ts'
import { textOf } from '../cpe/product.ts'
import { readCpe } from '../cpe/read.ts'
import type { ProductBook } from '../names/book.ts'
import { keysOfCpeName, type ProductKey, productKeysOf } from '../names/keys.ts'
import type { GroupNumbers } from '../names/numbers.ts'
import { orderOf } from '../versions/orders.ts'
import type { Device, Part, ProductRead } from './device.ts'
import { type EditionTest, editionHolds, editionKnown, editionTestOf } from './editions.ts'
import { holdsUpdate, readStatements, type StatementRead, type StatusFound, statusAt, type VersionRead } from './statements.ts'
import { least, no, type Tri, unknown, yes } from './tri.ts'

/** What a reference to a product means; the same for every device. */
export interface ReferenceRead {
  readonly keys: readonly ProductKey[]
  readonly part: Part
  /** The update of its CPE name, and what the name demands with it and beside it. */
  readonly update?: string
  readonly edition?: EditionTest
  readonly editionBesideUpdate?: EditionTest
}

export function readReference(reference: ProductReference, book: ProductBook): ReferenceRead {
  const read = reference.cpe === undefined ? undefined : readCpe(reference.cpe)
  const name = read?.kind === 'name' ? read.name : undefined
  const part = name && textOf(name.part)
  const update = name && textOf(name.update)
  const edition = name && editionTestOf(name)
  const besideUpdate = edition?.filter(({ attribute }) => attribute !== 'update')
  return {
    keys: name && isCpeAlone(reference) ? keysOfCpeName(name, book) : productKeysOf(reference, book),
    part: part === 'h' || part === 'o' ? part : 'a',
    ...(update !== undefined && { update }),
    ...(edition && { edition }),
    ...(besideUpdate && besideUpdate.length > 0 && { editionBesideUpdate: besideUpdate }),
  }
}

function isCpeAlone({ product, jvnProduct }: ProductReference): boolean {
  return product === undefined && jvnProduct === undefined
}

/** A criterion as it is compared. */
export interface CriterionRead extends ReferenceRead {
  readonly criterion: Criterion
}

/** A reference with the numbers of its groups: by key, in the order of its family, else in that of plain numbers. */
export interface ReferenceGrouped extends ReferenceRead {
  readonly groups: readonly number[]
}

/** A criterion beside what its product means, which many share. */
export interface Leaf {
  readonly criterion: Criterion
  readonly reference: ReferenceGrouped
}

export function groupReference(reference: ReferenceRead, numbers: GroupNumbers): ReferenceGrouped {
  return { ...reference, groups: reference.keys.map(({ key, family = 'dotted' }) => numbers.numberOf(key, family)) }
}

/** The group in which a leaf is compared by one of its keys. */
export function groupOfLeaf({ criterion, reference }: Leaf, at: number, numbers: GroupNumbers): number {
  const { key = '', family } = reference.keys[at] ?? {}
  const isNamed = family === undefined && criterion.product.versionType === 'semver'
  return isNamed ? numbers.numberOf(key, 'semver') : (reference.groups[at] ?? numbers.numberOf(key, family ?? 'dotted'))
}

export function readCriterion(criterion: Criterion, book: ProductBook): CriterionRead {
  return { ...readReference(criterion.product, book), criterion }
}

/** By which order the versions of a criterion are compared for one of its keys. */
export function comparedBy({ family }: ProductKey, { product }: Criterion): ComparedBy {
  if (family !== undefined) return { family, because: 'product' }
  return product.versionType === 'semver' ? { family: 'semver', because: 'feed' } : { family: 'dotted', because: 'fallback' }
}

/** A criterion with its versions read in one family. */
export interface CriterionIn {
  readonly statements: readonly StatementRead[]
  readonly edition?: EditionTest
}

export function readIn({ criterion, update, edition: whole, editionBesideUpdate }: CriterionRead, family: VersionFamily): CriterionIn {
  const edition = holdsUpdate(criterion, { update, family }) ? editionBesideUpdate : whole
  return { statements: readStatements(criterion, { update, family }), ...(edition && { edition }) }
}

/** How a criterion stands to one product that it may mean. */
export interface LeafAnswer {
  readonly value: Tri
  readonly key: ProductKey
  readonly compared: ComparedBy
  readonly edition: Tri
  readonly version: VersionRead
  readonly found: StatusFound
  /** The record speaks of some versions, and not of this one. */
  readonly isSilent: boolean
  readonly statements: readonly StatementRead[]
  readonly editionTest?: EditionTest
}

/** `undefined`: the criterion does not mean this product. Where it may mean it in several ways the one that says most counts. */
export function leafAnswer(read: CriterionRead, product: ProductRead, device: Pick<Device, 'systems'>): LeafAnswer | undefined {
  const shared = product.keys.filter((one) => read.keys.some((other) => other.key === one.key))
  const answers = shared.map((key) => leafAnswerBy(key, { read, product, device }))
  return answers.reduce<LeafAnswer | undefined>((so, answer) => (so && so.value >= answer.value ? so : answer), undefined)
}

interface AskedLeaf {
  readonly read: CriterionRead
  readonly product: ProductRead
  readonly device: Pick<Device, 'systems'>
}

function leafAnswerBy(key: ProductKey, { read, product, device }: AskedLeaf): LeafAnswer {
  const { criterion } = read
  const compared = comparedBy(key, criterion)
  const { statements, edition: editionTest } = readIn(read, compared.family)
  const version = versionOf(product, { key, family: compared.family })
  const found = statusAt(statements, criterion.otherwise, version)
  const edition = editionTest ? editionHolds(editionTest, editionKnown({ ...cpeOf(product), systems: device.systems })) : yes
  const isSilent = isSilentOf(criterion) && found.status === 'unknown' && found.range === undefined
  const value = least(edition, isSilent ? no : triOfStatus(found.status))
  return { value, key, compared, edition, version, found, isSilent, statements, ...(editionTest && { editionTest }) }
}

function cpeOf({ installed: { cpe } }: ProductRead): { readonly cpe?: string } {
  return cpe === undefined ? {} : { cpe }
}

/** The version of a product under one of its keys: the version of the firmware is none of the model. */
export function versionOf(
  { version: text }: Pick<ProductRead, 'version'>,
  { key, family }: { readonly key: ProductKey; readonly family: VersionFamily },
): VersionRead {
  if (text === undefined || key.model) return {}
  const read = orderOf(family).parse(text)
  return { text, ...(read && { key: read }) }
}

/**
 * CVE records say "unknown" of every version that they do not list, mostly by leaving it out. A record that lists versions and is
 * read whole is then silent, which is no warning; one with words that nobody could read is not.
 */
export function isSilentOf({ otherwise, versions, text }: Criterion): boolean {
  return otherwise === 'unknown' && text === undefined && versions.some(({ status }) => status !== 'unknown')
}

export function triOfStatus(status: StatusFound['status']): Tri {
  return status === 'affected' ? yes : status === 'unaffected' ? no : unknown
}
