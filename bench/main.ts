import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { gzipSync } from 'node:zlib'
import { benchFuzz } from './fuzz.ts'
import { benchIdentity } from './identity.ts'
import { benchKernel } from './kernel.ts'
import { benchKills } from './kills.ts'
import { benchMaps } from './maps.ts'
import { calibrate } from './measure.ts'
import { benchNetwork } from './network.ts'
import { benchScans } from './scans.ts'
import { benchLoad, benchMap, benchServer } from './server.ts'

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** First load of the screens, as the browser gets it. */
function benchBundle(): readonly string[] {
  const folder = new URL('../.build/web/', import.meta.url)
  if (!existsSync(new URL('index.html', folder))) return ['screens: not built']
  const page = readFileSync(new URL('index.html', folder), 'utf8')
  const files = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '')
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, folder))).byteLength, 0)
  return [`screens: first load ${(bytes / 1024).toFixed(1)} kB gzip in ${files.length} files (bar: 350 kB)`]
}

/** What is computed without a server. */
function derived(): readonly string[] {
  return [...benchKernel(), ...benchIdentity(), ...benchNetwork(), ...benchMaps()]
}

/** What the machine manages now and how much else runs on it, to read the figures by. */
function machine(when: string): string {
  const loads = loadavg().map((load) => load.toFixed(1))
  return `machine ${when}: ${calibrate().toFixed(1)} ms for the fixed piece of arithmetic (5,000,000 steps), load ${loads.join(' ')}`
}

const [what, count, seed] = process.argv.slice(2)
say(machine('before'))
if (what === 'kills') process.exitCode = (await benchKills(Number(count ?? 50))) ? 0 : 1
else if (what === 'fuzz') process.exitCode = benchFuzz({ requests: Number(count ?? 20_000), seed: Number(seed ?? 1) }) ? 0 : 1
else if (what === 'scans') for (const text of await benchScans(Number(count ?? 500))) say(text)
else if (what === 'network') for (const text of benchNetwork()) say(text)
else if (what === 'maps') for (const text of benchMaps()) say(text)
else if (what === 'map-routes') for (const text of await benchMap()) say(text)
else if (what === 'load') for (const text of await benchLoad()) say(text)
else for (const text of [...derived(), ...(await benchServer()), ...benchBundle()]) say(text)
say(machine('afterwards'))
