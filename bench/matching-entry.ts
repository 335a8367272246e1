import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFeeds } from '@mimamori/formats'
import { type Advisory, matchOne, type ProductBook, type RowIndex } from '@mimamori/matching'
import { type Measured, measured } from './measure.ts'

/** An entry as NVD writes it, with the criteria of an advisory that stand alone. */
function entryOf({ id, conditions }: Advisory): string {
  const cpeMatch = conditions.flatMap((condition) => {
    if (condition.kind !== 'product') return []
    const { product, vulnerable, versions } = condition.criterion
    const { from, to, toIncluded } = versions[0]?.range ?? {}
    const ends = { ...(from !== undefined && { versionStartIncluding: from }), ...(to !== undefined && endOf(to, toIncluded)) }
    return [{ vulnerable, criteria: product.cpe, ...ends }]
  })
  const cve = { id, descriptions: [{ lang: 'en', value: id }], configurations: [{ nodes: [{ operator: 'OR', cpeMatch }] }] }
  return JSON.stringify({ format: 'NVD_CVE', vulnerabilities: [{ cve }] })
}

function endOf(to: string, isIncluded: boolean | undefined) {
  return isIncluded === false ? { versionEndExcluding: to } : { versionEndIncluding: to }
}

/** From a file that has arrived to the rows that its entry concerns: recognised, read, and held against what is installed. */
export async function measureEntry(advisory: Advisory, rows: RowIndex, book: ProductBook): Promise<Measured> {
  const place = await mkdtemp(join(tmpdir(), 'mimamori-bench-'))
  const file = join(place, 'entry.json')
  try {
    await writeFile(file, entryOf(advisory))
    return await measured(50, async () => {
      let found = 0
      for await (const feed of openFeeds(file))
        if (feed.kind === 'feed')
          for await (const item of feed.feed.items) if (item.kind === 'advisory') found += matchOne(item.advisory, rows, { book }).length
      if (found === 0) throw new Error('the entry concerns nothing')
    })
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
