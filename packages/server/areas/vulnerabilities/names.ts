import type { ProductBook } from '@mimamori/matching'
import type { PoolClient } from 'pg'
import type { Services } from '../services.ts'
import { feedStates, readProductBook } from './feeds/index.ts'

interface KeptBook {
  readonly run: number
  readonly book: ProductBook
}

/** The names of products are the same for every facility, and some 60,000 of them come from a feed. */
const books = new WeakMap<Services, KeptBook>()

/** How products are named, read anew where the list of products has changed. */
export async function bookOf(services: Services, client: PoolClient): Promise<ProductBook> {
  const run = (await feedStates(client)).find(({ feed }) => feed === 'jvn-products')?.run ?? 0
  const kept = books.get(services)
  if (kept?.run === run) return kept.book
  const book = await readProductBook({ products: services.catalogue.reference.knownProducts }, client)
  books.set(services, { run, book })
  return book
}
