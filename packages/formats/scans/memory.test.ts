import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesKept } from '@mimamori/testing/memory'
import { afterAll, expect, test } from 'vitest'
import { readScan } from './open.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-scan-'))
afterAll(() => rmSync(place, { recursive: true }))

/** A scan of so many hosts, with 100 kB of words about each. */
function writeScan(path: string, hosts: number): void {
  const script = `<script id="ssl-enum-ciphers" output="${'x'.repeat(400)}"/>\n`.repeat(230)
  writeFileSync(path, '<?xml version="1.0"?>\n<nmaprun scanner="nmap">\n')
  for (let at = 0; at < hosts; at++) {
    const mac = `00:80:92:00:00:${at.toString(16).padStart(2, '0')}`
    const addresses = `<address addr="10.18.100.${at}" addrtype="ipv4"/><address addr="${mac}" addrtype="mac"/>`
    const service = `<service name="https" product="nginx" method="probed"><cpe>cpe:/a:nginx:nginx:1.${at}</cpe></service>`
    const port = `<port protocol="tcp" portid="443"><state state="open"/>${service}</port>`
    const host = `<host endtime="1793000000"><status state="up"/>${addresses}<ports>${port}</ports><hostscript>${script}</hostscript></host>`
    appendFileSync(path, `${host}\n`)
  }
  appendFileSync(path, '<runstats/></nmaprun>\n')
}

test('what is kept of a scan does not hold the rest of the file in memory', async () => {
  const path = join(place, 'scan.xml')
  writeScan(path, 200)
  const before = bytesKept()
  const { observations } = await readScan(path)
  const kept = bytesKept() - before
  expect(observations).toHaveLength(200)
  expect(kept).toBeLessThan(6_000_000)
})
