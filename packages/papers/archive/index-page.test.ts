import { createHash, randomBytes } from 'node:crypto'
import vm from 'node:vm'
import { loadCatalogue } from '@mimamori/catalog'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { checkNumberOf } from '../paper/check-number.ts'
import { closeCompiler } from '../render/index.ts'
import { packZip } from './pack-zip.ts'
import { readZip } from './zip-read.ts'
import { writeZip } from './zip-write.ts'

const catalogue = loadCatalogue()
const name = '</script><b>病院&"\''
const time = { year: 2026, month: 11, day: 20, hour: 10, minute: 42 }

interface Page {
  readonly sha256: (bytes: Uint8Array) => string
  readonly checkNumberOf: (hash: string) => string
  readonly verdictOf: (files: Map<string, Uint8Array>) => readonly string[]
  readonly unzip: (bytes: Uint8Array) => Promise<Map<string, Uint8Array>>
}

let zip: Uint8Array
let html: string
let page: Page
let files: Map<string, Uint8Array>

beforeAll(async () => {
  const made = await packZip(inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 1, facility: { name } })))
  zip = made.bytes
  files = new Map((await readZip(zip)).files.map((file) => [file.path, file.bytes]))
  html = Buffer.from(files.get('index.html') ?? []).toString()
  page = run(html)
})

afterAll(closeCompiler)

/** Runs the script of the page as a browser would, with no network and next to nothing else. */
function run(source: string): Page {
  const script = /<script>([\s\S]*)<\/script>\s*<\/body>/.exec(source)?.[1] ?? ''
  const words = /<script type="application\/json" id="words">(.*?)<\/script>/.exec(source)?.[1] ?? ''
  const element = {
    textContent: words,
    addEventListener: () => undefined,
    replaceChildren: () => undefined,
    classList: { add: () => undefined, remove: () => undefined },
  }
  let found: Page | undefined
  const context = {
    document: { getElementById: () => element, createElement: () => ({}) },
    TextDecoder,
    Blob,
    Response,
    DecompressionStream,
    mimamoriTest: (inside: Page) => (found = inside),
  }
  vm.runInNewContext(script, context)
  if (!found) throw new Error('the script did not run')
  return found
}

test('the script computes SHA-256 and check numbers as everybody else does', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_000]) {
    const bytes = new Uint8Array(randomBytes(length))
    expect(page.sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
  const hash = createHash('sha256').update('x').digest('hex')
  expect(page.checkNumberOf(hash)).toBe(checkNumberOf(hash))
})

test('a ZIP, a folder and single files that were put in are found unchanged', async () => {
  expect([...page.verdictOf(await page.unzip(zip))]).toEqual([])
  const packed = await writeZip(
    [...files].map(([path, bytes]) => ({ path, bytes })),
    time,
    { packed: true },
  )
  expect([...page.verdictOf(await page.unzip(packed))]).toEqual([])
  expect([...page.verdictOf(new Map([...files].map(([path, bytes]) => [`一式/${path}`, bytes])))]).toEqual([])
  expect([...page.verdictOf(new Map([...files].map(([path, bytes]) => [path.split('/').at(-1) ?? '', bytes])))]).toEqual([])
})

test('what has changed, is missing or was added is named', () => {
  const changed = new Map(files).set('forms/facility.xlsx', new Uint8Array([1]))
  expect([...page.verdictOf(changed)]).toEqual(['次のファイルが作成時と違います:forms/facility.xlsx'])
  const missing = new Map(files)
  missing.delete('forms/facility.xlsx')
  expect([...page.verdictOf(missing)]).toEqual(['次のファイルがありません:forms/facility.xlsx'])
  expect([...page.verdictOf(new Map(files).set('more.txt', new Uint8Array()))]).toEqual(['作成時になかったファイルがあります:more.txt'])
  expect([...page.verdictOf(new Map())][0]).toContain('manifest.json が見つかりません')
  expect(page.verdictOf(new Map(files).set('content.json', new Uint8Array([1]))).join()).toMatch(/content\.json.*照合番号/)
})

test('the page runs its own script alone, fetches nothing and shows names as text', () => {
  expect(html).toMatch(
    /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[A-Za-z0-9+/=]+'"/,
  )
  expect(html).not.toMatch(/\b(?:src|href)="(?:https?:)?\/\//)
  expect(html).not.toContain('</script><b>')
  expect(html).toContain('&lt;/script&gt;&lt;b&gt;病院&amp;&quot;&#39;')
  expect(html).toContain('この一式には署名がありません。')
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, path]) => path)
  expect(new Set(links)).toEqual(new Set([...files.keys()].filter((path) => path !== 'index.html')))
})
