import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'

const mebibyte = 1024 * 1024

/** Memory and time for reading a scan of Nmap of this size, in a process of its own. */
export async function benchScans(megabytes: number): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mimamori-bench-'))
  try {
    const path = join(folder, 'scan.xml')
    const hosts = await writeScan(path, megabytes)
    const script = fileURLToPath(new URL('scan-read.ts', import.meta.url))
    const { stdout, status } = spawnSync(process.execPath, [script, path], { encoding: 'utf8' })
    if (status !== 0) return ['scan: the reading process failed']
    return [`scan: ${megabytes} MB, ${hosts} hosts: ${stdout.trim()} (bar: 300 MB)`]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeScan(path: string, megabytes: number): Promise<number> {
  const out = createWriteStream(path)
  const ports = Array.from({ length: 20 }, (_, port) => portOf(port + 1)).join('')
  let bytes = 0
  let hosts = 0
  const write = async (text: string) => {
    bytes += text.length
    if (!out.write(text)) await once(out, 'drain')
  }
  await write('<?xml version="1.0"?>\n<!DOCTYPE nmaprun>\n<nmaprun scanner="nmap" version="7.94">\n')
  while (bytes < megabytes * mebibyte) {
    const address = `10.${hosts >> 16}.${(hosts >> 8) & 255}.${hosts & 255}`
    await write(
      `<host endtime="1793000000"><status state="up" reason="arp-response"/><address addr="${address}" addrtype="ipv4"/><ports>${ports}</ports></host>\n`,
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
