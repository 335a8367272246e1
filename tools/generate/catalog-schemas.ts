import { jsonSchemas } from '@mimamori/catalog'
import { hasCatalogue } from './has-catalogue.ts'

/** packages/catalog/schemas/: JSON Schemas of the catalogue files, so that an editor helps while they are written. */
export function outputs(root: string): Promise<ReadonlyMap<string, string>> {
  if (!hasCatalogue(root)) return Promise.resolve(new Map())
  return Promise.resolve(new Map([...jsonSchemas()].map(([name, text]) => [`packages/catalog/schemas/${name}`, text])))
}
