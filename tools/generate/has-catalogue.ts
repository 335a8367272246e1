import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Generators that start from the catalogue have nothing to say in a tree that has none. */
export function hasCatalogue(root: string): boolean {
  return existsSync(join(root, 'packages/catalog/data'))
}
