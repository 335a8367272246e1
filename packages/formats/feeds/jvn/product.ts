import type { Condition, ProductReference, Unparsed } from '@mimamori/matching'
import { readCpe } from '../cpe.ts'
import { present, textOf } from '../fields.ts'
import { criterionOf, one, readVersions, type VersionsRead } from '../versions.ts'

export interface JvnAffected {
  readonly vendor: string | undefined
  readonly product: string | undefined
  readonly cpe: string | undefined
  readonly jvnProduct?: string | undefined
  /** What stands for versions, every one of them as written; empty texts say nothing. */
  readonly versions: readonly string[]
}

/**
 * A product as JVN iPedia names it: in Japanese, with a CPE name that often has no version or is absent, and versions in words.
 * With no version at all nothing is known of any: a person must look.
 */
export function jvnCondition(said: JvnAffected): { readonly condition?: Condition; readonly unparsed: readonly Unparsed[] } {
  const [vendor, name] = [textOf(said.vendor, 200), textOf(said.product, 200)]
  const cpe = said.cpe === undefined ? undefined : readCpe(said.cpe)
  if (name === undefined && !cpe) return { unparsed: [{ text: vendor ?? textOf(said.cpe, 200) ?? '', why: 'no-product' }] }
  const product = present<ProductReference>({ cpe: cpe?.name, vendor, product: name, jvnProduct: said.jvnProduct })
  const texts = said.versions.flatMap((version) => textOf(version, 1000) ?? [])
  const parts = texts.map((text) => readVersions({ text, status: 'affected', names: [vendor, name] }))
  const own: readonly VersionsRead[] = cpe?.version === undefined ? [] : [{ statements: [{ status: 'affected', range: one(cpe.version) }] }]
  const told = parts.length > 0 ? parts : own
  const { criterion, unparsed } = criterionOf({ product, parts: told, otherwise: told.length > 0 ? 'unaffected' : 'unknown' })
  return { condition: { kind: 'product', criterion }, unparsed }
}
