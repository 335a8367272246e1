import { glossaryPage, loadCatalogue } from '@mimamori/catalog'

/** docs/glossary.md from the catalogue's words. */
export function outputs(): Promise<ReadonlyMap<string, string>> {
  return Promise.resolve(new Map([['docs/glossary.md', glossaryPage(loadCatalogue().glossary)]]))
}
