import type { AssetRow } from '@mimamori/contract'
import { type Asset, byId, type Contract, type Fact, type ObservationSource, type Text } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/** By what a device was seen, as people call it. */
export function sourceName(now: Pick<Kept, 'catalogue'>, by: ObservationSource): Text {
  return byId(now.catalogue.observationSources, by)?.name ?? same(by)
}

/** A day in Japan on which something was seen, by what. */
export function seenView(
  now: Pick<Kept, 'catalogue'>,
  { on, by }: { on: string; by: ObservationSource },
): NonNullable<AssetRow['lastSeen']> {
  return { on, by, byName: sourceName(now, by) }
}

export const unknownValue = '-'

/** The words for a fact without a value. */
export const factTexts: Readonly<Record<'none' | 'not-applicable' | typeof unknownValue, Text>> = {
  none: { ja: 'なし', en: 'none' },
  'not-applicable': { ja: '対象外', en: 'not applicable' },
  [unknownValue]: { ja: '未記入', en: 'not known' },
}

export function same(text: string): Text {
  return { ja: text, en: text }
}

/** A reference in words; undefined where nobody knows. */
export function factName(
  list: readonly { readonly id: string; readonly name: string }[],
  fact: Fact<string> | undefined,
): { id: string; name: Text } | undefined {
  if (fact === undefined) return undefined
  if (fact === 'none' || fact === 'not-applicable') return { id: fact, name: factTexts[fact] }
  return { id: fact, name: same(byId(list, fact)?.name ?? '') }
}

/** The records that these ids name, with their names, in order. */
export function namesOf(
  list: readonly { readonly id: string; readonly name: string }[],
  ids: readonly string[] | undefined,
): { id: string; name: string }[] {
  return (ids ?? []).flatMap((id) => {
    const found = byId(list, id)
    return found ? [{ id: found.id, name: found.name }] : []
  })
}

export function kindName(now: Pick<Kept, 'catalogue'>, kind: Asset['kind']): Text | undefined {
  return byId(now.catalogue.reference.assetKinds, kind)?.name
}

/** What a contract is called: its title, else the name of the vendor. */
export function contractName(now: Pick<Kept, 'picture'>, { id, title, vendor }: Contract): { id: string; name: string } {
  return { id, name: title ?? byId(now.picture.slices.vendors, vendor)?.name ?? '' }
}
