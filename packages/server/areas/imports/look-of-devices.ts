import { mappingOf, proposeList, proposeRegister, type RegisterField, recogniseScan, UserError } from '@mimamori/formats'
import type { Brought } from './reading.ts'

/** Whether a file can be nothing but a scan, leases, tables of a network device, a directory or a diagram. */
export async function isOfDevices(file: Brought): Promise<boolean> {
  const format = await formatOf(file)
  return format !== undefined && format !== 'register'
}

/** Columns that no list of vendors has. */
const onlyDevices: ReadonlySet<RegisterField> = new Set(['host', 'ip', 'mac', 'uuid', 'os'])

/** Whether a table tells of devices rather than of vendors: more of its columns are what devices have. */
export async function looksLikeDevices(file: Brought): Promise<boolean> {
  if ((await formatOf(file)) !== 'register') return false
  const input = { name: file.name, bytes: file.bytes }
  const encoding = file.encoding ? { encoding: file.encoding } : {}
  const { registers } = await proposeRegister(input, encoding)
  const sure = registers.flatMap(({ columns }) => columns.filter(({ confidence }) => confidence === 1).map(({ field }) => field))
  if (sure.some((field) => field !== undefined && onlyDevices.has(field))) return true
  const { lists } = await proposeList(input, encoding).catch(() => ({ lists: [] }))
  const ofDevices = Math.max(0, ...registers.map(({ columns }) => columns.filter(({ confidence }) => confidence === 1).length))
  const ofVendors = Math.max(0, ...lists.map((list) => mappingOf(list).size))
  return ofDevices > ofVendors
}

/** What no other kind of file would be told of: a scan in a form that is not read, and nothing but blanks. */
const ownWords: ReadonlySet<string> = new Set(['scan/unknown-xml', 'scan/nmap-not-xml', 'file/blank'])

/** NOTE: what is wrong with a file as a table is told by whoever reads it as one. */
async function formatOf({ name, bytes }: Brought) {
  return recogniseScan({ name, bytes }).catch((error: unknown) => {
    if (error instanceof UserError && ownWords.has(error.code)) throw error
    return undefined
  })
}
