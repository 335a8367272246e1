import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { VersionFamily } from '@mimamori/domain'
import { describe, expect, test } from 'vitest'
import { readCpe } from '../cpe/read.ts'
import { orderOf } from '../versions/orders.ts'
import { lineOf } from './line.ts'
import { readVersionPhrase } from './read.ts'

const folder = process.env.MIMAMORI_FEEDS ?? ''
const cve5 = join(folder, 'cve5-sample-500.jsonl.gz')
const jvn = existsSync(folder) ? readdirSync(folder).filter((name) => /^jvndb_detail_.*\.rdf$/.test(name)) : []
const nvd = join(folder, 'nvdcve-1.1-modified_20221020.json.gz')

/** Which family the products of the sample have; the catalogue knows better, and is not asked for a measurement. */
const products: readonly (readonly [RegExp, VersionFamily])[] = [
  [/^fortinet:.*forti(os|proxy|manager|analyzer|client)/, 'fortios'],
  [/^(ivanti|pulsesecure):.*(connect|policy).secure|^ivanti:(ics|ips)$/, 'ivanti'],
  [/^(citrix|netscaler):.*(adc|gateway|netscaler|application_delivery)/, 'netscaler'],
  [/^palo ?alto ?networks:pan-os/, 'panos'],
  [/^cisco:.*(adaptive.security|asa)/, 'asa'],
  [/^cisco:.*(ios(?! xr)|nx-os)/, 'cisco-ios'],
  [/^sonicwall:(sonicos|sma)/, 'sonicos'],
  [/^(juniper.*:.*junos)/, 'junos'],
  [/^qnap.*:(qts|quts|qutscloud)/, 'qnap'],
  [/^microsoft:windows/, 'windows'],
]

function familyOf(vendor: string, product: string): VersionFamily {
  const name = `${vendor}:${product}`.toLowerCase()
  return products.find(([names]) => names.test(name))?.[1] ?? 'dotted'
}

interface Cve5Version {
  readonly version?: string
  readonly lessThan?: string
  readonly lessThanOrEqual?: string
}

interface Cve5Affected {
  readonly vendor?: string
  readonly product?: string
  readonly versions?: readonly Cve5Version[]
}

interface Cve5Record {
  readonly containers: {
    readonly cna: { readonly affected?: readonly Cve5Affected[] }
    readonly adp?: readonly { readonly affected?: readonly Cve5Affected[] }[]
  }
}

/** How many were counted under each name. */
class Tally {
  readonly counts = new Map<string, number>()
  readonly examples = new Map<string, Set<string>>()

  add(name: string, example?: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    if (example !== undefined) this.examples.set(name, (this.examples.get(name) ?? new Set()).add(example))
  }

  print(title: string): void {
    console.log(title, Object.fromEntries([...this.counts].sort(([a], [b]) => (a < b ? -1 : 1))))
    for (const [name, texts] of this.examples) console.log(`  ${name} (${texts.size} texts):`, [...texts].slice(0, 14).join(' | '))
  }
}

describe('how much of real feeds is read', () => {
  test.skipIf(!existsSync(cve5) /* real feeds are no part of the product */)(
    'of the versions in CVE records: single values as phrases, ends of ranges by family',
    () => {
      const [singles, ends] = [new Tally(), new Tally()]
      const records = gunzipSync(readFileSync(cve5))
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Cve5Record) // shape of the sample
      for (const { containers } of records) {
        for (const affected of [containers.cna, ...(containers.adp ?? [])].flatMap((one) => one.affected ?? []))
          count(affected, singles, ends)
      }
      singles.print('single values')
      ends.print('ends of ranges')
      expect(singles.counts.get('read')).toBeGreaterThan(3000)
    },
  )

  test.skipIf(jvn.length === 0 /* real feeds are no part of the product */)('of the versions in JVN iPedia', () => {
    const phrases = new Tally()
    for (const file of jvn) {
      for (const [, text = ''] of readFileSync(join(folder, file), 'utf8').matchAll(/<VersionNumber>([^<]*)</g)) {
        const phrase = readVersionPhrase(text)
        phrases.add(phrase.kind === 'read' ? 'read' : phrase.why, text)
      }
    }
    phrases.print('phrases')
    expect([...phrases.counts.keys()]).toEqual(['read'])
  })

  test.skipIf(!existsSync(nvd) /* real feeds are no part of the product */)('of the names and ends of ranges in NVD', () => {
    const [names, ends] = [new Tally(), new Tally()]
    const text = gunzipSync(readFileSync(nvd)).toString('utf8')
    for (const [, name = ''] of text.matchAll(/"cpe23Uri" ?: ?"((?:[^"\\]|\\.)*)"/g)) {
      const read = readCpe(JSON.parse(`"${name}"`) as string) // a string of JSON
      names.add(read.kind === 'name' ? 'read' : read.why, read.kind === 'name' ? undefined : name)
    }
    for (const [, end = ''] of text.matchAll(/"version(?:Start|End)(?:In|Ex)cluding" ?: ?"([^"]*)"/g)) {
      const isRead = orderOf('dotted').parse(end) !== undefined
      ends.add(isRead ? 'read as dotted' : 'not dotted', isRead ? undefined : end)
    }
    names.print('CPE names')
    ends.print('ends of ranges')
    expect(names.counts.get('read')).toBeGreaterThan(4000)
  })
})

function count({ vendor = '', product = '', versions = [] }: Cve5Affected, singles: Tally, ends: Tally): void {
  const family = familyOf(vendor, product)
  for (const { version = '', lessThan, lessThanOrEqual } of versions) {
    const end = lessThan ?? lessThanOrEqual
    if (end !== undefined) {
      for (const text of [version, end]) {
        const isRead = orderOf(family).parse(text) !== undefined || text === '*' || text === 'n/a' || lineOf(text) !== undefined
        ends.add(isRead ? `${family}: read` : `${family}: not`, isRead ? undefined : text)
      }
      continue
    }
    const phrase = readVersionPhrase(version, { family, names: [vendor, product] })
    singles.add(phrase.kind === 'read' ? 'read' : phrase.why, phrase.kind === 'read' ? undefined : version)
  }
}
