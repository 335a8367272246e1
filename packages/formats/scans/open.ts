import type { ScanFormat } from '@mimamori/catalog'
import { type ByteSource, byteSource, type FileInput } from '../bytes.ts'
import { UserError, userError } from '../errors.ts'
import { readTables } from '../read-tables.ts'
import type { Table } from '../table.ts'
import { readDeviceCli } from './cli/read.ts'
import { readIscLeases } from './dhcp/isc.ts'
import { readKeaLeases } from './dhcp/kea.ts'
import { readWindowsLeases } from './dhcp/windows.ts'
import { readDirectoryCsv } from './directory/csv.ts'
import { readSharpHound } from './directory/sharphound.ts'
import { readDrawio } from './drawio/read.ts'
import { throughGate } from './gate.ts'
import { readNmap } from './nmap/read.ts'
import { recogniseSource } from './recognise.ts'
import { looksLikeRegister } from './register/propose.ts'
import { readRegister } from './register/read.ts'
import { readSnmp } from './snmp/read.ts'
import { type OpenScan, type Reader, type Scan, type ScanItem, type ScanOptions, scanLimits } from './types.ts'

const readers: Readonly<Record<ScanFormat, Reader>> = {
  nmap: readNmap,
  'dhcp-isc': readIscLeases,
  'dhcp-kea': readKeaLeases,
  'dhcp-windows': readWindowsLeases,
  'device-cli': readDeviceCli,
  'directory-csv': readDirectoryCsv,
  sharphound: readSharpHound,
  snmp: readSnmp,
  drawio: readDrawio,
  register: readRegister,
}

/** Opens a file by what is in it. Items come as they are asked for; when reading stops with an error, all of them are void. */
export async function openScan(input: FileInput, options: ScanOptions = {}): Promise<OpenScan> {
  const limits = { ...scanLimits, ...options.limits }
  const source = await byteSource(input, { maxBytes: limits.maxBytes, ...(options.name !== undefined && { name: options.name }) })
  const format = await formatOf(source, input, options)
  if (format === undefined) throw unknownFile(source)
  const scan: Scan = { source, file: source.name, options, limits }
  return { file: source.name, format, items: throughGate(readers[format](scan), scan) }
}

/** The format of a file by what is in it; undefined when nothing fits. A table counts as a register by its headings. */
export async function recogniseScan(input: FileInput): Promise<ScanFormat | undefined> {
  return formatOf(await byteSource(input, { maxBytes: scanLimits.maxBytes }), input, {})
}

/** What nothing fits, by what its name promises. */
function unknownFile({ name }: ByteSource): UserError {
  return userError(/\.xls[xm]?$/i.test(name) ? 'excel/not-excel' : 'scan/unknown-format', { file: name })
}

/** What looks like no scan may still be a table; whatever is wrong with it as a table is told as such. */
async function formatOf(source: ByteSource, input: FileInput, { learnt, encoding }: ScanOptions): Promise<ScanFormat | undefined> {
  const format = await recogniseSource(source)
  if (format !== undefined && format !== 'register') return format
  const { tables } = await readTables(input, { name: source.name, ...(encoding && { encoding }) }).catch(asNoTable)
  return tables.some((table) => looksLikeRegister(table, learnt)) ? 'register' : undefined
}

function asNoTable(error: unknown): { readonly tables: readonly Table[] } {
  if (error instanceof UserError && error.code === 'file/not-a-table') return { tables: [] }
  throw error
}

/** Everything a file says, in memory: for files of one hospital, not for national ones. */
export interface ScanRead {
  readonly file: string
  readonly format: ScanFormat
  readonly observations: readonly Extract<ScanItem, { kind: 'observation' }>['observation'][]
  readonly accounts: readonly Extract<ScanItem, { kind: 'account' }>['account'][]
  /** The first of them; `skippedLines` counts all. */
  readonly skipped: readonly Extract<ScanItem, { kind: 'skipped' }>['skipped'][]
  readonly skippedLines: number
  readonly problems: readonly Extract<ScanItem, { kind: 'problem' }>['problem'][]
}

const mostSkipped = 1000

/** Reads a whole file; throws, and gives nothing, when any of it is damaged. */
export async function readScan(input: FileInput, options: ScanOptions = {}): Promise<ScanRead> {
  const { file, format, items } = await openScan(input, options)
  const [observations, accounts, skipped, problems] = [[], [], [], []] as [
    ScanRead['observations'][number][],
    ScanRead['accounts'][number][],
    ScanRead['skipped'][number][],
    ScanRead['problems'][number][],
  ] // empty lists have no type of their own
  let skippedLines = 0
  for await (const item of items) {
    if (item.kind === 'observation') observations.push(item.observation)
    else if (item.kind === 'account') accounts.push(item.account)
    else if (item.kind === 'problem') problems.push(item.problem)
    else {
      skippedLines += item.skipped.lines
      if (skipped.length < mostSkipped) skipped.push(item.skipped)
    }
  }
  return { file, format, observations, accounts, skipped, skippedLines, problems }
}
