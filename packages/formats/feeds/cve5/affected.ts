import type { Condition, Criterion, ProductReference, Status, Unparsed } from '@mimamori/matching'
import { readCpe } from '../cpe.ts'
import { type JsonObject, objectsOf, present, textOf, textsOf } from '../fields.ts'
import { criterionOf, one, type VersionsRead } from '../versions.ts'
import { statementsOf } from './statements.ts'

/** What a container says of one product. */
interface Said {
  readonly criteria: readonly Criterion[]
  readonly unparsed: readonly Unparsed[]
}

interface Affected {
  readonly conditions: readonly Condition[]
  readonly unparsed: readonly Unparsed[]
}

/**
 * The products of a record. Platforms, modules and files only narrow what a record says and are written in free words; without
 * them the answer is on the safe side. Where an ADP leaves open what holds for other versions, the CNA's word on the same product
 * counts: what one does not know does not make unknown what the other says.
 */
export function affectedOf(cna: JsonObject, adps: readonly JsonObject[]): Affected {
  const own = objectsOf(cna.affected)
  const ownOtherwise = new Map(own.map((entry) => [productKey(entry), statusOf(entry.defaultStatus)] as const))
  const said = [
    ...own.map((entry) => saidOf(entry, statusOf(entry.defaultStatus) ?? 'unknown')),
    ...adps
      .flatMap((adp) => objectsOf(adp.affected))
      .map((entry) => {
        const status = statusOf(entry.defaultStatus) ?? 'unknown'
        return saidOf(entry, (status === 'unknown' ? ownOtherwise.get(productKey(entry)) : undefined) ?? status)
      }),
  ]
  return {
    conditions: said.flatMap(({ criteria }) => criteria.map((criterion): Condition => ({ kind: 'product', criterion }))),
    unparsed: said.flatMap(({ unparsed }) => unparsed),
  }
}

function productKey(entry: JsonObject): string {
  return [entry.vendor, entry.product].map((name) => (textOf(name) ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')).join('|')
}

function statusOf(said: unknown): Status | undefined {
  return said === 'affected' || said === 'unaffected' || said === 'unknown' ? said : undefined
}

function saidOf(entry: JsonObject, otherwise: Status): Said {
  const names = present<ProductReference>({ vendor: nameOf(entry.vendor), product: nameOf(entry.product) ?? nameOf(entry.packageName) })
  const versions = objectsOf(entry.versions)
  const cpes = cpesOf(entry)
  if (names.product === undefined && cpes.length === 0)
    return {
      criteria: [],
      unparsed: [{ text: [entry.vendor, entry.product].flatMap((name) => textOf(name) ?? []).join(' '), why: 'no-product' }],
    }
  const typed = textOf(versions.find(({ versionType }) => textOf(versionType) !== undefined)?.versionType, 40)
  const parts = statementsOf(versions, [names.vendor, names.product])
  const read = (cpes.length === 0 ? [undefined] : cpes).map((cpe) =>
    criterionOf({
      product: { ...(cpe && { cpe: cpe.name }), ...names, ...(typed !== undefined && { versionType: typed }) },
      parts: versions.length > 0 ? parts : (cpe?.versions ?? []),
      otherwise,
    }),
  )
  return { criteria: read.map(({ criterion }) => criterion), unparsed: read[0]?.unparsed ?? [] }
}

function nameOf(said: unknown): string | undefined {
  const name = textOf(said, 200)
  return name === undefined || /^(?:n\/?a|unknown|unspecified|none|-|\*)$/i.test(name) ? undefined : name
}

interface NamedCpe {
  readonly name: string
  /** Versions that stand in the names; they count where the entry has no versions of its own. */
  readonly versions: VersionsRead[]
}

/** The names of an entry, those that differ in nothing but the version as one. */
function cpesOf(entry: JsonObject): readonly NamedCpe[] {
  const found = new Map<string, NamedCpe>()
  for (const text of textsOf(entry.cpes)) {
    const cpe = readCpe(text)
    if (!cpe) continue
    const named = found.get(cpe.name) ?? { name: cpe.name, versions: [] }
    if (cpe.version !== undefined) named.versions.push({ statements: [{ status: 'affected', range: one(cpe.version) }] })
    found.set(cpe.name, named)
  }
  return [...found.values()]
}
