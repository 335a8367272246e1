import { createHash } from 'node:crypto'
import type { Catalogue, ChecklistItem, CrosswalkLink, Edition } from '@mimamori/domain'
import { sortedById } from './load.ts'

/** An edition read from an official workbook, with the links that lead to its items. */
export interface LoadedEdition {
  readonly edition: Edition
  readonly items: readonly ChecklistItem[]
  readonly crosswalk: readonly CrosswalkLink[]
}

/**
 * The catalogue with an uploaded edition. Its items take the place of all that the edition had, other entries of the same
 * id are replaced, and links that would lead nowhere are left out. Loading the same again gives the same version.
 */
export function withEdition<C extends Catalogue>(catalogue: C, loaded: LoadedEdition): C {
  const { reference } = catalogue
  const kept = reference.items.filter((item) => item.edition !== loaded.edition.id)
  const items = replaced(kept, loaded.items)
  const ids = new Set(items.map(({ id }) => id))
  const stands = ({ from, to }: CrosswalkLink) => ids.has(from) && (to === undefined || ids.has(to))
  return Object.freeze({
    ...catalogue,
    version: versionWith(catalogue.version, loaded),
    reference: Object.freeze({
      ...reference,
      editions: replaced(reference.editions, [{ ...loaded.edition, itemsLoaded: true }]),
      items,
      crosswalk: replaced(reference.crosswalk, loaded.crosswalk).filter(stands),
    }),
  })
}

function replaced<T extends { readonly id: string }>(old: readonly T[], added: readonly T[]): readonly T[] {
  const ids = new Set(added.map(({ id }) => id))
  return sortedById([...old.filter(({ id }) => !ids.has(id)), ...added])
}

/** NOTE: from the version before, so that two catalogues with the same version hold the same entries. */
function versionWith(before: string, loaded: LoadedEdition): string {
  const print = JSON.stringify([before, loaded.edition, loaded.items, loaded.crosswalk])
  return createHash('sha256').update(print).digest('hex').slice(0, 12)
}
