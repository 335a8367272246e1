import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkCatalogue, checkCatalogueFiles, readCatalogue } from '@mimamori/catalog'
import type { Problem } from './problem.ts'

const data = 'packages/catalog/data'

/** Schemas, ids, references, both languages, and no id that was released and has vanished. */
export function run(root: string): readonly Problem[] {
  if (!existsSync(join(root, data))) return []
  const folder = pathToFileURL(`${join(root, data)}/`)
  return [...checkCatalogueFiles(folder), ...checkCatalogue(readCatalogue(folder))].map((message) => ({ file: data, message }))
}
