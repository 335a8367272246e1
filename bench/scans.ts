import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { root } from '../tools/commands/root.ts'
import { writeHospital } from '../tools/generate-hospital/hospital.ts'
import { ownProcess } from './own-process.ts'
import { figureRow, heading, type Row, step } from './rows.ts'

const megabyte = 1_000_000
/** Hosts that a scan of the whole hospital meets. */
const hospitalHosts = 5_000

/** Memory and time of `mimamori inventory` on a folder with a scan of Nmap of this size, each in a process of its own. */
export async function* benchScans(megabytes: number): AsyncGenerator<Row> {
  step(`a scan of ${megabytes} MB is written`)
  const place = await mkdtemp(join(tmpdir(), 'mimamori-bench-'))
  try {
    const path = join(place, 'scan.xml')
    const hosts = await writeScan(path, { megabytes, inside: insideOf(megabytes) })
    yield heading(`scan: ${megabytes} MB of Nmap, ${hosts} hosts, \`mimamori inventory\` in a process of its own`)
    const small = join(place, 'clinic')
    await cp(join(root, 'examples/clinic-1vendor'), small, { recursive: true })
    const large = join(place, 'hospital')
    await writeHospital(large)
    for (const [name, folder] of [
      ['a clinic without a register', small],
      ['a hospital with a register of 5,000 devices', large],
    ] as const) {
      step(`it is held against ${name}`)
      await mkdir(join(folder, 'scans'))
      await rename(path, join(folder, 'scans', 'scan.xml'))
      const { megabytesAtMost, seconds } = inventory(folder)
      await rename(join(folder, 'scans', 'scan.xml'), path)
      yield figureRow(`memory at most, ${name}`, megabytesAtMost, { unit: 'MB', bar: { most: 300 } })
      yield figureRow('  time', seconds, { unit: 's', digits: 1 })
    }
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

function inventory(folder: string): { readonly megabytesAtMost: number; readonly seconds: number } {
  return ownProcess([join(root, 'packages/cli/main.ts'), 'inventory', folder, '--json'], { expected: [0, 3] })
}

/** What stands in a host beside its address: some ports, and what scripts found out, which is most of a large file. */
function insideOf(megabytes: number): string {
  const ports = Array.from({ length: 4 }, (_, port) => portOf(port + 1)).join('')
  const script = `<script id="ssl-enum-ciphers" output="${'x'.repeat(400)}"/>\n`
  return `<ports>${ports}</ports><hostscript>${script.repeat((megabytes * megabyte) / hospitalHosts / script.length)}</hostscript>`
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
  while (bytes < megabytes * megabyte) {
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
