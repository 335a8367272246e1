import type { ScanFormat } from '@mimamori/catalog'
import iconv from 'iconv-lite'
import type { ByteSource } from '../bytes.ts'
import { detectEncoding } from '../encoding.ts'
import { userError } from '../errors.ts'
import { foldText } from '../text.ts'
import { promptOf, sectionOfCommand, sectionOfHeader } from './cli/sections.ts'
import { isWindowsLeaseHeader, netshRow } from './dhcp/windows.ts'
import { isDirectoryHeader } from './directory/csv.ts'
import { isSnmpHeader, snmpLine } from './snmp/read.ts'

const headBytes = 64 * 1024

/** The format of a file by what is in it, whatever its name says; undefined when nothing fits. What can be nothing else is refused in its own words. */
export async function recogniseSource(source: ByteSource): Promise<ScanFormat | undefined> {
  const bytes = await source.head(headBytes)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'register'
  const text = (await headText(source, bytes)).trimStart()
  if (text === '' && bytes.length < headBytes) throw userError('file/blank', { file: source.name })
  if (text.startsWith('<')) return formatOfXml(text, source)
  if (/^\{\s*"(?:data|computers|users|groups|meta)"\s*:/.test(text)) return 'sharphound'
  const lines = text.split(/\r\n|\n|\r/)
  const format = formatOfHeadings(lines) ?? formatOfLines(lines)
  if (format === undefined && lines.some((line) => nmapWords.test(line))) throw userError('scan/nmap-not-xml', { file: source.name })
  return format
}

/** What Nmap shows on the screen, and what it writes for grep. */
const nmapWords = /^(?:# Nmap [\d.]+ scan|Starting Nmap [\d.]|Nmap scan report for )/

async function headText(source: ByteSource, bytes: Uint8Array): Promise<string> {
  const detected = await detectEncoding({
    ...source,
    chunks: () => once(bytes),
    head: (length) => Promise.resolve(bytes.subarray(0, length)),
  })
  const encoding = detected.kind === 'encoding' ? detected.encoding : 'utf-8'
  return iconv.decode(Buffer.from(bytes), encoding)
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** NOTE: many programs write a page of the web and call it Excel: that is told in the words of a table. */
function formatOfXml(text: string, { name }: ByteSource): ScanFormat | undefined {
  if (/<nmaprun\b/.test(text)) return 'nmap'
  if (/<(?:mxfile|mxGraphModel)\b/.test(text)) return 'drawio'
  throw userError(/^<(?:!doctype html|html|head|meta|body|table)\b/i.test(text) ? 'file/not-a-table' : 'scan/unknown-xml', { file: name })
}

/** By the headings of a table: the first rows are enough, above them stand titles at most. */
function formatOfHeadings(lines: readonly string[]): ScanFormat | undefined {
  for (const line of lines.slice(0, 20)) {
    const cells = line.split(/[,\t;]/).map((cell) => foldText(cell.replace(/^"|"$/g, '')))
    if (cells.length < 2) continue
    const found = new Set(cells)
    if (found.has('address') && found.has('expire') && (found.has('hwaddr') || found.has('duid'))) return 'dhcp-kea'
    if (isWindowsLeaseHeader(found)) return 'dhcp-windows'
    if (isSnmpHeader(found)) return 'snmp'
    if (isDirectoryHeader(found)) return 'directory-csv'
  }
  return undefined
}

function formatOfLines(lines: readonly string[]): ScanFormat | undefined {
  const trimmed = lines.map((line) => line.trim())
  if (trimmed.some((line) => /^(?:lease\s+[\d.]+|iaaddr\s+\S+)\s*\{/.test(line))) return 'dhcp-isc'
  if (trimmed.some((line) => netshRow.test(line))) return 'dhcp-windows'
  if (trimmed.some((line) => snmpLine.test(line))) return 'snmp'
  return lines.some(isOfConsole) ? 'device-cli' : undefined
}

const ownWords = /^(?:(?:N?VR|RTX?|SWX|FWX|WLX)[\w-]+ (?:BootROM|Rev\.)|Version: Forti|Cisco IOS|System Status\s{3,})/

function isOfConsole(line: string): boolean {
  const prompt = promptOf(line)
  const section = prompt ? sectionOfCommand(prompt.command) : sectionOfHeader(line)
  return (section !== undefined && section !== 'other') || ownWords.test(line)
}
