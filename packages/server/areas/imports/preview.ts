import { createHash } from 'node:crypto'
import type { ColumnChoice, ImportPreview } from '@mimamori/contract'
import { byId } from '@mimamori/domain'
import {
  type Encoding,
  headingKey,
  listFields,
  looksLikeMail,
  problemOfError,
  type Remembered,
  UserError,
  userError,
} from '@mimamori/formats'
import { cleanFileName, sampleBytes, sniffType } from '../../platform/files/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { checklistProblem } from '../checklists/index.ts'
import { openFacility } from '../facilities/index.ts'
import { keepFile } from '../files/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { describeChange } from './describe-change.ts'
import { isOfDevices, looksLikeDevices } from './look-of-devices.ts'
import { importProblem } from './problems.ts'
import { readAssetExcel } from './read-asset-excel.ts'
import { readReport } from './read-bounce.ts'
import { readChecklist } from './read-checklist.ts'
import { readDevices } from './read-devices.ts'
import { readFolderZip } from './read-folder.ts'
import { readVendors } from './read-vendors.ts'
import type { Brought, ImportKind, Reading } from './reading.ts'
import { sift } from './sift.ts'
import { deleteExpired, insertDraft, keepChoices, readChoices } from './store.ts'
import { importTexts } from './texts.ts'

/** What a draft keeps until it is registered. */
export interface DraftBody extends Pick<Reading, 'kind' | 'changes' | 'asks'> {
  readonly sha256: string
  readonly fileName: string
  readonly revision: number
  /** What is kept of the file are its observations: they are held against the register again where it has moved on. */
  readonly observed?: true
}

export interface Asked {
  readonly as: ImportKind | 'auto'
  readonly sheet?: string | undefined
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding?: Encoding | undefined
  readonly columns?: readonly ColumnChoice[] | undefined
}

const dayMs = 24 * 60 * 60_000
const linesShown = 500

/** Reads a file and says what would change. It is kept for a day with its proposals; nothing else is stored. */
export async function previewImport(services: Services, asking: Asking, facility: string, asked: Asked): Promise<ImportPreview> {
  const now = await openFacility(services, asking, facility)
  const file: Brought = {
    name: cleanFileName(asked.name),
    bytes: asked.bytes,
    sha256: createHash('sha256').update(asked.bytes).digest('hex'),
    encoding: asked.encoding,
  }
  const remembered = await rememberedColumns(services, asking, asked.columns ?? [])
  const reading = sifted(now, await readAs(services, asking, now, { file, asked, remembered }))
  const at = services.now()
  const expiresAt = new Date(at.getTime() + dayMs)
  const id = await withScope(services.pool, asking, async (client) => {
    await deleteExpired(asking, client, at)
    const kept = await keepFile(services.uploads, asking, client, reading.keep ?? file)
    await keepChoices(asking, client, { choices: byKey(asked.columns ?? []), at })
    const body: DraftBody = {
      kind: reading.kind,
      changes: reading.changes,
      ...(reading.asks && { asks: reading.asks }),
      sha256: kept.sha256,
      fileName: file.name,
      revision: now.state.revision,
      ...(reading.kind === 'devices' && reading.devices && { observed: true as const }),
    }
    const draft = await insertDraft(asking, client, { kind: reading.kind, facility, body, at, expiresAt })
    const detail = { draft, kind: reading.kind, sha256: kept.sha256, changes: reading.changes.length, problems: reading.problems.length }
    await appendAudit(services, asking, client, { action: 'import/read', subject: facility, detail })
    return draft
  })
  return { id, files: [fileView(now, file, reading)], expiresAt: expiresAt.toISOString() }
}

/** What is shown is what can be registered; the rest is told. */
function sifted(now: Kept, reading: Reading): Reading {
  const { changes, problems } = sift(now.picture, reading.changes, {
    reference: now.catalogue.reference,
    placeOf: reading.placeOf ?? (() => ({})),
  })
  return { ...reading, changes, problems: [...problems, ...reading.problems] }
}

interface ToRead {
  readonly file: Brought
  readonly asked: Asked
  readonly remembered: Remembered
}

/** What the organisation said earlier of columns, and what is said now. */
async function rememberedColumns(services: Services, asking: Asking, choices: readonly ColumnChoice[]): Promise<Remembered> {
  const earlier = await withScope(services.pool, asking, (client) => readChoices(asking, client), { readOnly: true })
  return {
    ...Object.fromEntries(earlier.map(({ heading, field }) => [heading, field])),
    ...Object.fromEntries(byKey(choices)),
  } as Remembered // fields as the contract takes them
}

function byKey(choices: readonly ColumnChoice[]): ReadonlyMap<string, string> {
  return new Map(choices.map(({ heading, field }) => [headingKey(heading), field] as const).filter(([key]) => key !== ''))
}

async function readAs(services: Services, asking: Asking, now: Kept, { file, asked, remembered }: ToRead): Promise<Reading> {
  const sheet = asked.sheet === undefined ? undefined : byId(now.analysis.world.sheetsNow, asked.sheet)
  if (asked.sheet !== undefined && !sheet) throw checklistProblem('checklist/no-such-sheet')
  const own = now.analysis.world.sheetsNow.find((one) => one.audience !== 'vendor')
  if (asked.as === 'bounce' || (asked.as === 'auto' && looksLikeMail(file.name, asked.bytes)))
    return readReport(services, asking, now, file)
  if (asked.as === 'folder' || (asked.as === 'auto' && isPlainZip(asked.bytes) && !isNamedExcel(file.name)))
    return readFolderZip(services, asking, now, file)
  const list = asked.as === 'devices' || asked.as === 'auto' ? await readAssetExcel(services, asking, now, file) : undefined
  if (list) return list
  if (asked.as === 'devices') return readDevices(services, now, file, remembered)
  if (asked.as === 'vendor-list') return readVendors(now, file, remembered)
  if (asked.as === 'facility-checklist') return readChecklist(now, file, sheet ?? own)
  if (asked.as === 'vendor-reply' || sheet) return readChecklist(now, file, sheet)
  if (asked.as === 'auto' && (await isOfDevices(file))) return readDevices(services, now, file, remembered)
  return readByLook(services, now, file, remembered)
}

/** A table that nobody said anything about: a checklist where one is found, else a register of devices or a list of vendors. */
async function readByLook(services: Services, now: Kept, file: Brought, remembered: Remembered): Promise<Reading> {
  try {
    return await readChecklist(now, file, undefined)
  } catch (error) {
    const isOther = error instanceof UserError && ['checklist/nothing-found', 'checklist/no-edition'].includes(problemOfError(error).code)
    if (!isOther) throw error
    if (await looksLikeDevices(file)) return readDevices(services, now, file, remembered)
    return readVendors(now, file, remembered).catch((error: unknown) => {
      throw error instanceof UserError && error.code === 'list/no-name-column' ? unknownFile(file) : error
    })
  }
}

/** NOTE: nobody said that it is a list of vendors, so that nobody is asked for the column of their names. */
function unknownFile({ name, bytes }: Brought): Error {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isNamedExcel(name) && !isWorkbook ? userError('excel/not-excel', { file: name }) : importProblem('import/unknown-file')
}

/** NOTE: a workbook that is cut off looks like any ZIP; whoever reads workbooks says what is wrong with it. */
function isNamedExcel(name: string): boolean {
  return /\.xls[xm]$/i.test(name)
}

function isPlainZip(bytes: Uint8Array): boolean {
  const sniffed = sniffType({ head: bytes.subarray(0, sampleBytes), tail: bytes.subarray(-sampleBytes) })
  return sniffed.kind === 'type' && sniffed.mediaType === 'application/zip'
}

function fileView(now: Kept, file: Brought, reading: Reading): ImportPreview['files'][number] {
  const changes = reading.changes.flatMap(({ change }) => describeChange(now, change))
  const nothing = importTexts.nothingNew
  return {
    name: file.name,
    kind: reading.kind,
    says:
      reading.changes.length > 0 || reading.read === 0
        ? reading.says
        : { ja: `${reading.says.ja}${nothing.ja}`, en: `${reading.says.en} ${nothing.en}` },
    read: reading.read,
    ...(reading.encoding && { encoding: reading.encoding }),
    ...(reading.columns && { columns: [...reading.columns], fields: [...(reading.fields ?? listFields())] }),
    ...(reading.devices && { devices: reading.devices }),
    changes: changes.slice(0, linesShown),
    outcome: outcomeOf(reading),
    asks: [...(reading.asks ?? [])],
    problems: reading.problems.map(({ code, message, action, place: { file: path, sheet, row, column } }) => ({
      code,
      message,
      action,
      ...(path !== undefined && { file: path }),
      ...(sheet !== undefined && { sheet }),
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
    })),
  }
}

/** Problems that only tell how something was read: nobody has to do anything. */
const notes: ReadonlySet<string> = new Set([
  'checklist/missing-items',
  'checklist/html-kept',
  'value/year-from-form',
  'import/changed-since',
  'import/closed-year-kept',
])

function outcomeOf({ read, problems }: Reading): ImportPreview['files'][number]['outcome'] {
  if (read === 0) return 'unreadable'
  return problems.every(({ code }) => notes.has(code)) ? 'read' : 'to-check'
}
