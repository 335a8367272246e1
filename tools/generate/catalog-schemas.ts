import { jsonSchemas } from '@mimamori/catalog'

/** packages/catalog/schemas/: JSON Schemas of the catalogue files, so that an editor helps while they are written. */
export function outputs(): Promise<ReadonlyMap<string, string>> {
  return Promise.resolve(new Map([...jsonSchemas()].map(([name, text]) => [`packages/catalog/schemas/${name}`, text])))
}
