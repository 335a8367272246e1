import type { XmlAttributes } from '../../xml-steps.ts'
import { readCpe } from '../cpe.ts'
import { textOf } from '../fields.ts'
import { lackingRecord, nameless } from '../json/records.ts'
import { lacks } from '../lacks.ts'
import type { Feed, FeedItem } from '../types.ts'
import { childrenOf, type XmlElement, xmlItemsOf } from '../xml.ts'
import { aboutOfStatus } from './status.ts'

/** The list of products of JVN iPedia as file or as answer of getProductList, by MyJVN's own description of it; not seen on the real one. */
export async function* readJvnProducts(feed: Feed): AsyncIterable<FeedItem> {
  let status: XmlAttributes | undefined
  yield* xmlItemsOf(feed, {
    records: ['Vendor'],
    read: function* (vendor) {
      feed.progress.records--
      for (const product of childrenOf(vendor, 'Product')) {
        feed.progress.records++
        yield itemOf(product, { vendor, feed })
      }
    },
    outside: (name, attributes) => {
      if (name === 'Status') status = attributes
    },
  })
  const told = aboutOfStatus(status, feed)
  if (told) yield told
}

function itemOf({ attributes }: XmlElement, { vendor, feed }: { readonly vendor: XmlElement; readonly feed: Feed }): FeedItem {
  const id = /^\d{1,20}$/.test(attributes.pid ?? '') ? attributes.pid : undefined
  const [maker, name] = [textOf(vendor.attributes.vname, 200), textOf(attributes.pname, 200)]
  if (id === undefined) return { kind: 'problem', problem: lackingRecord(feed, { record: name ?? nameless, what: lacks('id').what }) }
  if (maker === undefined || name === undefined)
    return { kind: 'problem', problem: lackingRecord(feed, { record: id, what: lacks('product').what }) }
  const cpe = readCpe(attributes.cpe ?? '')
  return { kind: 'jvn-product', product: { id, vendor: maker, product: name, ...(cpe && { cpe: cpe.name }) } }
}
