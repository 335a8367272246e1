import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { gzipSync } from 'node:zlib'
import { benchDamage } from './damage.ts'
import { benchFeeds } from './feeds.ts'
import { benchFuzz } from './fuzz.ts'
import { benchIdentity } from './identity.ts'
import { benchKernel } from './kernel.ts'
import { benchKills } from './kills.ts'
import { benchMaps } from './maps.ts'
import { benchMatching } from './matching.ts'
import { calibrate } from './measure.ts'
import { benchMoney } from './money.ts'
import { benchNetwork } from './network.ts'
import { figureRow, heading, type Row } from './rows.ts'
import { benchScans } from './scans.ts'
import { benchDevices, benchLoad, benchMap, benchServer, benchVulnerabilities } from './server.ts'

const scanMegabytes = 500

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** First load of the screens, as the browser gets it. */
function* benchBundle(): Generator<Row> {
  const folder = new URL('../.build/web/', import.meta.url)
  if (!existsSync(new URL('index.html', folder))) {
    yield heading('screens: not built')
    return
  }
  const page = readFileSync(new URL('index.html', folder), 'utf8')
  const files = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '')
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, folder))).byteLength, 0)
  yield heading(`screens: first load, ${files.length} files`)
  yield figureRow('compressed', bytes / 1000, { unit: 'kB', digits: 1, bar: { most: 350 } })
}

/** What the machine manages now and how much else runs on it, to read the figures by. */
function machine(when: string): string {
  const loads = loadavg().map((load) => load.toFixed(1))
  return `machine ${when}: ${calibrate().toFixed(1)} ms for the fixed piece of arithmetic (5,000,000 steps), load ${loads.join(' ')}`
}

/** Prints rows as they come, and at the end which bars were missed. */
async function print(...benches: readonly (Iterable<Row> | AsyncIterable<Row>)[]): Promise<void> {
  const missed: string[] = []
  for (const rows of benches) {
    for await (const row of rows) {
      say(row.text)
      if (row.missed !== undefined) missed.push(row.missed)
    }
  }
  say(missed.length === 0 ? 'bars: all held' : `bars missed: ${missed.join('; ')}`)
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

const [what, count, seed] = process.argv.slice(2)
say(machine('before'))
if (what === 'kills') process.exitCode = (await benchKills(Number(count ?? 50))) ? 0 : 1
else if (what === 'fuzz') process.exitCode = benchFuzz({ requests: Number(count ?? 20_000), seed: Number(seed ?? 1) }) ? 0 : 1
else if (what === 'kernel') await print(benchKernel(), benchIdentity())
else if (what === 'scans') await print(benchScans(Number(count ?? scanMegabytes)))
else if (what === 'feeds') await print(benchFeeds())
else if (what === 'network') await print(benchNetwork())
else if (what === 'maps') await print(benchMaps())
else if (what === 'matching') await print(benchMatching({ advisories: numberIn(count), rows: numberIn(seed) }))
else if (what === 'money') await print(benchMoney(), benchDamage())
else if (what === 'map-routes') await print(benchMap())
else if (what === 'devices') await print(benchDevices())
else if (what === 'weaknesses') await print(benchVulnerabilities())
else if (what === 'load') await print(benchLoad())
else
  await print(
    benchKernel(),
    benchIdentity(),
    benchNetwork(),
    benchMaps(),
    benchMatching(),
    benchMoney(),
    benchDamage(),
    benchServer(),
    benchScans(scanMegabytes),
    benchFeeds(),
    benchBundle(),
  )
say(machine('afterwards'))
