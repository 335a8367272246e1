import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalogue, lockText } from '@mimamori/catalog'
import { hasCatalogue } from './has-catalogue.ts'

const path = 'packages/catalog/ids.lock'

/** packages/catalog/ids.lock: the ids of today are added, none is ever taken away. */
export function outputs(root: string): Promise<ReadonlyMap<string, string>> {
  if (!hasCatalogue(root)) return Promise.resolve(new Map())
  const file = join(root, path)
  const lock = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return Promise.resolve(new Map([[path, lockText(loadCatalogue(), lock)]]))
}
