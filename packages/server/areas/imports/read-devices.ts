import { createHash } from 'node:crypto'
import type { FullCatalogue, ScanFormat } from '@mimamori/catalog'
import type { DevicesRead, ImportColumn } from '@mimamori/contract'
import { byId, type Change, type Decision, type Observation } from '@mimamori/domain'
import {
  type LearntHeadings,
  openScan,
  proposeRegister,
  type Remembered,
  registerFields,
  type SeenAccount,
  type SkippedLine,
} from '@mimamori/formats'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { expecting } from './expecting.ts'
import { heldAgainst } from './held-against.ts'
import { importProblem } from './problems.ts'
import type { Brought, Reading, ReadProblem } from './reading.ts'
import { importTexts } from './texts.ts'

/** What one file tells of devices and accounts. */
interface Told {
  readonly format: ScanFormat
  readonly observations: Observation[]
  readonly accounts: SeenAccount[]
  readonly skipped: SkippedLine[]
  readonly problems: ReadProblem[]
}

/** More would be no hospital; what is read is held in memory until it is shown. */
const mostObservations = 20_000
const skippedShown = 50
/** Kept of a file that tells of nothing, such as a scan in which no device answered: an empty file cannot be kept. */
const nothingRead = '\n'
const prefix = 'devices.'

/** What columns of a register of devices may hold, as the page of imports offers it. */
export const deviceFields = Object.entries(registerFields).map(([field, { name }]) => ({ field: `${prefix}${field}`, name }))

/**
 * A scan, leases, tables of network devices, a directory or a register: held against what is here, nothing is overwritten. What was
 * read is kept in place of the file, which may hold passwords, keys and names of people.
 */
export async function readDevices(services: Pick<Services, 'now'>, now: Kept, file: Brought, remembered: Remembered): Promise<Reading> {
  const learnt = learntHeadings(remembered)
  const read = await readAll(services, file, learnt)
  const keep = {
    name: /\.txt$/i.test(file.name) ? file.name : `${file.name}.txt`,
    bytes: Buffer.from([...read.observations, ...read.accounts].map(lineOf).join('') || nothingRead),
  }
  const { decisions, changes } = heldAgainst(now, read, { name: file.name, sha256: sha256Of(keep.bytes) })
  const format = formatFacts(now.catalogue, read.format)
  const count = read.observations.length + read.accounts.length
  return {
    kind: 'devices',
    says: fillText(importTexts.devices, { format: format.name, read: count }),
    read: count,
    changes: expecting(now, changes),
    problems: read.problems,
    devices: { format, ...numbersOf(read, decisions, changes) },
    keep,
    ...(read.format === 'register' && { columns: await columnsOf(file, learnt), fields: deviceFields }),
  }
}

async function readAll(services: Pick<Services, 'now'>, file: Brought, learnt: LearntHeadings): Promise<Told> {
  const options = { learnt, now: services.now().toISOString(), ...(file.encoding && { encoding: file.encoding }) }
  const { format, items } = await openScan({ name: file.name, bytes: file.bytes }, options)
  const told: Told = { format, observations: [], accounts: [], skipped: [], problems: [] }
  for await (const item of items) {
    if (item.kind === 'observation') told.observations.push(item.observation)
    else if (item.kind === 'account') told.accounts.push(item.account)
    else if (item.kind === 'skipped') passOver(told.skipped, item.skipped)
    else told.problems.push(item.problem)
    if (told.observations.length + told.accounts.length > mostObservations) throw importProblem('import/too-many-devices')
  }
  return told
}

function lineOf(record: Observation | SeenAccount): string {
  return `${JSON.stringify(record)}\n`
}

function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function learntHeadings(remembered: Remembered): LearntHeadings {
  const own = Object.entries(remembered).flatMap(([heading, field]): (readonly [string, string])[] => {
    if (field === '') return [[heading, '']]
    const name = String(field)
    return name.startsWith(prefix) ? [[heading, name.slice(prefix.length)]] : []
  })
  return Object.fromEntries(own.filter(([, field]) => field === '' || Object.hasOwn(registerFields, field))) as LearntHeadings // names of fields
}

async function columnsOf(file: Brought, learnt: LearntHeadings): Promise<readonly ImportColumn[]> {
  const { registers } = await proposeRegister(
    { name: file.name, bytes: file.bytes },
    { learnt, ...(file.encoding && { encoding: file.encoding }) },
  )
  return registers.flatMap(({ table, columns }) =>
    columns
      .filter(({ isSecret }) => !isSecret)
      .map(({ heading, field, confidence, samples }) => ({
        ...(table.sheet !== undefined && { sheet: table.sheet }),
        heading,
        ...(field !== undefined && { field: `${prefix}${field}` }),
        isSure: confidence === 1,
        samples: [...samples],
      })),
  )
}

/** What the format is called, and how well its reader is known. */
function formatFacts({ scanFormats, scanBases }: FullCatalogue, id: ScanFormat): DevicesRead['format'] {
  const facts = byId(scanFormats, id)
  const basis = facts && byId(scanBases, facts.basis)
  if (!basis) throw new Error(`the catalogue does not know the format ${id}`)
  return { id, name: facts.name, basis: basis.says, seen: facts.seen }
}

function numbersOf({ accounts, skipped }: Told, decisions: readonly Decision[], changes: readonly Change[]): Omit<DevicesRead, 'format'> {
  const known = new Set(decisions.flatMap((one) => (one.kind === 'same' ? [one.asset] : [])))
  const groups = new Set(decisions.flatMap((one) => (one.kind === 'new' ? [one.group] : [])))
  const reasons = Map.groupBy(skipped, ({ reason }) => reason)
  return {
    known: known.size,
    new: groups.size,
    conflicts: decisions.filter((one) => one.kind === 'conflict').length,
    filledIn: changes.filter((change) => change.kind === 'set' && change.slice === 'assets').length,
    accounts: accounts.length,
    skippedLines: linesIn(skipped),
    skipped: skipped.slice(0, skippedShown).map(({ row, why, text, lines }) => ({ row, why, text, lines })),
    reasons: [...reasons.values()].flatMap((list) => (list[0] ? [{ why: list[0].why, lines: linesIn(list) }] : [])),
  }
}

/** NOTE: the first lines are kept as they are, the rest by their reason: a file of nothing but other lines takes no memory. */
function passOver(skipped: SkippedLine[], one: SkippedLine): void {
  const at = skipped.length < skippedShown ? -1 : skipped.findIndex(({ reason }, n) => n >= skippedShown && reason === one.reason)
  const known = skipped[at]
  if (known) skipped[at] = { ...known, lines: known.lines + one.lines }
  else skipped.push(one)
}

function linesIn(skipped: readonly SkippedLine[]): number {
  return skipped.reduce((sum, { lines }) => sum + lines, 0)
}
