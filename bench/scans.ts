import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'

const mebibyte = 1024 * 1024

/** Memory and time for reading a scan of Nmap of this size, and for taking one into a large register, each in a process of its own. */
export async function benchScans(megabytes: number): Promise<readonly string[]> {
  const ports = Array.from({ length: 20 }, (_, port) => portOf(port + 1)).join('')
  const wide = await measureScan('scan-read.ts', { megabytes, inside: `<ports>${ports}</ports>` })
  const few = Array.from({ length: 4 }, (_, port) => portOf(port + 1)).join('')
  const script = `<script id="ssl-enum-ciphers" output="${'x'.repeat(400)}"/>\n`
  const scripts = script.repeat((megabytes * mebibyte) / hospitalHosts / script.length)
  const deep = await measureScan('scan-take-in.ts', { megabytes, inside: `<ports>${few}</ports><hostscript>${scripts}</hostscript>` })
  return [
    `scan: ${megabytes} MB, ${wide.hosts} hosts, read: ${wide.said} (bar: 300 MB)`,
    `scan: ${megabytes} MB, ${deep.hosts} hosts, taken into a register of 5,000 devices: ${deep.said} (bar: 300 MB)`,
  ]
}

/** Hosts that a scan of the whole hospital meets. */
const hospitalHosts = 5_000

async function measureScan(script: string, scan: Scan): Promise<{ readonly hosts: number; readonly said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'mimamori-bench-'))
  try {
    const path = join(folder, 'scan.xml')
    const hosts = await writeScan(path, scan)
    const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), path], { encoding: 'utf8' })
    return { hosts, said: status === 0 ? stdout.trim() : 'the process failed' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Scan {
  readonly megabytes: number
  /** What stands in a host beside its address. */
  readonly inside: string
}

async function writeScan(path: string, { megabytes, inside }: Scan): Promise<number> {
  const out = createWriteStream(path)
  let bytes = 0
  let hosts = 0
  const write = async (text: string) => {
    bytes += text.length
    if (!out.write(text)) await once(out, 'drain')
  }
  await write('<?xml version="1.0"?>\n<!DOCTYPE nmaprun>\n<nmaprun scanner="nmap" version="7.94">\n')
  while (bytes < megabytes * mebibyte) {
    const address = `10.${hosts >> 16}.${(hosts >> 8) & 255}.${hosts & 255}`
    const mac = [16, 8, 0].map((bits) => ((hosts >> bits) & 255).toString(16).padStart(2, '0')).join(':')
    await write(
      `<host endtime="1793000000"><status state="up" reason="arp-response"/><address addr="${address}" addrtype="ipv4"/><address addr="00:80:92:${mac}" addrtype="mac"/>${inside}</host>\n`,
    )
    hosts++
  }
  await write(`<runstats><hosts up="${hosts}" down="0" total="${hosts}"/></runstats></nmaprun>\n`)
  out.end()
  await finished(out)
  return hosts
}

function portOf(port: number): string {
  const service = `<service name="http" product="nginx" version="1.${port}" method="probed"><cpe>cpe:/a:nginx:nginx:1.${port}</cpe></service>`
  const script = `<script id="http-title" output="${'x'.repeat(200)}"/>`
  return `<port protocol="tcp" portid="${port}"><state state="open" reason="syn-ack"/>${service}${script}</port>\n`
}
