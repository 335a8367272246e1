import { createHash } from 'node:crypto'
import type { JvnProduct } from '@mimamori/matching'
import { type ProductBook, productBook, productKeysOf } from '@mimamori/matching'
import type { PoolClient } from 'pg'
import { installation, withScope } from '../../../../platform/index.ts'
import { jvnProducts } from '../kept/store.ts'
import type { FeedParts, KeysOf } from '../parts.ts'
import { keysOfKept } from '../record.ts'
import { nextRun } from '../states/store.ts'
import { changeKeys, printOfJvnProducts, readNames, readRecordsAfter, writeNames } from './store.ts'

/** Names of products: those of the catalogue, and of the list of JVN iPedia where one was taken in. */
export async function readProductBook({ products }: Pick<FeedParts, 'products'>, client: PoolClient): Promise<ProductBook> {
  const listed: JvnProduct[] = []
  for await (const product of jvnProducts(client)) listed.push(product)
  return productBook(products, listed)
}

/** What lies further back is looked up again. */
const mostRemembered = 50_000

/** NOTE: the same products are named again and again. */
export function keysBy(book: ProductBook): KeysOf {
  const known = new Map<string, readonly string[]>()
  return (product) => {
    const name = JSON.stringify([product.cpe, product.vendor, product.product, product.jvnProduct])
    const found = known.get(name)
    if (found) return found
    if (known.size >= mostRemembered) known.clear()
    const keys = productKeysOf(product, book).map(({ key }) => key)
    known.set(name, keys)
    return keys
  }
}

const atOnce = 500

/**
 * How products are named by now. Where names were learned since records were kept, by a new catalogue or list of products, the
 * keys of all of them are found anew first.
 */
export async function currentKeys(parts: FeedParts): Promise<KeysOf> {
  const write = <T>(work: (client: PoolClient) => Promise<T>) => withScope(parts.pool, { organisation: installation }, work)
  const { book, names, before } = await write(async (client) => ({
    book: await readProductBook(parts, client),
    names: printOfNames(parts, await printOfJvnProducts(client)),
    before: await readNames(client),
  }))
  const keysOf = keysBy(book)
  if (names === before) return keysOf
  const run = await write(nextRun)
  let after = { feed: '', id: '' }
  for (;;) {
    const rows = await write(async (client) => {
      const page = await readRecordsAfter(client, after, atOnce)
      for (const row of page) {
        const keys = keysOfKept(row, keysOf)
        if (!isSame(keys, row.keys)) await changeKeys(client, { ...row, keys, before: row.keys, run })
      }
      return page
    })
    const last = rows.at(-1)
    if (!last) break
    after = { feed: last.feed, id: last.id }
  }
  await write((client) => writeNames(client, names))
  return keysOf
}

function printOfNames({ products }: FeedParts, listed: string): string {
  return createHash('sha256').update(JSON.stringify(products)).update(listed).digest('hex')
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, at) => key === b[at])
}
