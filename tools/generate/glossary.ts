import { glossaryPage, loadCatalogue } from '@mimamori/catalog'
import { hasCatalogue } from './has-catalogue.ts'

/** docs/glossary.md from the catalogue's words. */
export function outputs(root: string): Promise<ReadonlyMap<string, string>> {
  if (!hasCatalogue(root)) return Promise.resolve(new Map())
  return Promise.resolve(new Map([['docs/glossary.md', glossaryPage(loadCatalogue().glossary)]]))
}
