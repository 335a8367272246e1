import type { RawItem, Scan } from '../types.ts'
import { scanXmlSteps } from '../xml.ts'
import { addCpe, closePort, type Host, hasAnswered, newHost, observationOfHost, openInHost } from './host.ts'

/**
 * Nmap's XML (-oX), 5.x to 7.9x. Seen on real output of 5.51, 6.40 and 7.93. Hosts come one by one; only open ports are kept.
 * A host of `hosthint` is the same host again and is passed over.
 */
export async function* readNmap(scan: Scan): AsyncIterable<RawItem> {
  const reading: Reading = { found: [], host: undefined, isHint: false, hosts: 0, cpe: undefined, down: 0, listedDown: 0 }
  const steps = scanXmlSteps(scan, {
    open: (name, attributes) => {
      if (name === 'hosthint') reading.isHint = true
      else if (name === 'host') reading.host = newHost(attributes)
      else if (name === 'cpe') reading.cpe = ''
      else if (name === 'hosts') reading.down = Number(attributes.down ?? 0)
      else if (reading.host && !reading.isHint) openInHost(reading.host, name, attributes)
    },
    text: (text) => {
      if (reading.cpe !== undefined) reading.cpe += text
    },
    close: (name) => close(reading, name, scan.file),
    entries: () => reading.hosts,
  })
  for await (const _ of steps) yield* reading.found.splice(0)
  const down = Math.max(reading.down, reading.listedDown)
  if (down > 0) yield { kind: 'down', count: down }
}

interface Reading {
  readonly found: RawItem[]
  host: Host | undefined
  isHint: boolean
  /** Hosts so far; the number of one in the file. */
  hosts: number
  cpe: string | undefined
  down: number
  listedDown: number
}

function close(reading: Reading, name: string, file: string): void {
  const { host } = reading
  if (name === 'hosthint') reading.isHint = false
  else if (name === 'port' && host) closePort(host)
  else if (name === 'cpe') {
    if (host && reading.cpe) addCpe(host, reading.cpe.trim())
    reading.cpe = undefined
  } else if (name === 'host' && host) {
    reading.hosts++
    const item = itemOf(reading, host, file)
    if (item) reading.found.push(item)
    reading.host = undefined
  }
}

function itemOf(reading: Reading, host: Host, file: string): RawItem | undefined {
  const row = reading.hosts
  if (hasAnswered(host)) return observationOfHost(host, { file, row })
  reading.listedDown++
  if (host.state !== 'up') return undefined
  return { kind: 'skip', row, reason: 'no-answer', text: host.ips[0] ?? host.names[0] ?? '' }
}
