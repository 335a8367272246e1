import { createHash } from 'node:crypto'
import type { ImportPreview } from '@mimamori/contract'
import { byId, type Lang } from '@mimamori/domain'
import { problemOfError, UserError } from '@mimamori/formats'
import { cleanFileName, sampleBytes, sniffType } from '../../platform/files/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { checklistProblem } from '../checklists/index.ts'
import { openFacility } from '../facilities/index.ts'
import { keepFile } from '../files/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { describeChange } from './describe-change.ts'
import { readChecklist } from './read-checklist.ts'
import { readFolderZip } from './read-folder.ts'
import { readVendors } from './read-vendors.ts'
import type { Brought, ImportKind, Reading } from './reading.ts'
import { deleteExpired, insertDraft } from './store.ts'
import { importTexts } from './texts.ts'

/** What a draft keeps until it is registered. */
export interface DraftBody extends Pick<Reading, 'kind' | 'changes' | 'asks'> {
  readonly sha256: string
  readonly fileName: string
  readonly revision: number
}

export interface Asked {
  readonly as: ImportKind | 'auto'
  readonly sheet?: string | undefined
  readonly name: string
  readonly bytes: Uint8Array
  readonly lang: Lang
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
  }
  const reading = await readAs(services, asking, now, { file, asked })
  const at = services.now()
  const expiresAt = new Date(at.getTime() + dayMs)
  const id = await withScope(services.pool, asking, async (client) => {
    await deleteExpired(asking, client, at)
    await keepFile(services.uploads, asking, client, file)
    const body: DraftBody = {
      kind: reading.kind,
      changes: reading.changes,
      ...(reading.asks && { asks: reading.asks }),
      sha256: file.sha256,
      fileName: file.name,
      revision: now.state.revision,
    }
    const draft = await insertDraft(asking, client, { kind: reading.kind, facility, body, at, expiresAt })
    const detail = { draft, kind: reading.kind, sha256: file.sha256, changes: reading.changes.length, problems: reading.problems.length }
    await appendAudit(services, asking, client, { action: 'import/read', subject: facility, detail })
    return draft
  })
  return { id, files: [fileView(now, file, reading, asked.lang)], expiresAt: expiresAt.toISOString() }
}

interface ToRead {
  readonly file: Brought
  readonly asked: Asked
}

async function readAs(services: Services, asking: Asking, now: Kept, { file, asked }: ToRead): Promise<Reading> {
  const sheet = asked.sheet === undefined ? undefined : byId(now.analysis.world.sheetsNow, asked.sheet)
  if (asked.sheet !== undefined && !sheet) throw checklistProblem('checklist/no-such-sheet')
  const own = now.analysis.world.sheetsNow.find((one) => one.audience !== 'vendor')
  if (asked.as === 'folder' || (asked.as === 'auto' && isPlainZip(asked.bytes))) return readFolderZip(services, asking, now, file)
  if (asked.as === 'vendor-list') return readVendors(now, file)
  if (asked.as === 'facility-checklist') return readChecklist(now, file, sheet ?? own)
  if (asked.as === 'vendor-reply' || sheet) return readChecklist(now, file, sheet)
  return readByLook(now, file)
}

/** A file that nobody said anything about: a checklist where one is found, else a list of vendors. */
async function readByLook(now: Kept, file: Brought): Promise<Reading> {
  try {
    return await readChecklist(now, file, undefined)
  } catch (error) {
    const isOther = error instanceof UserError && ['checklist/nothing-found', 'checklist/no-edition'].includes(problemOfError(error).code)
    if (!isOther) throw error
    return readVendors(now, file)
  }
}

function isPlainZip(bytes: Uint8Array): boolean {
  const sniffed = sniffType({ head: bytes.subarray(0, sampleBytes), tail: bytes.subarray(-sampleBytes) })
  return sniffed.kind === 'type' && sniffed.mediaType === 'application/zip'
}

function fileView(now: Kept, file: Brought, reading: Reading, lang: Lang): ImportPreview['files'][number] {
  const changes = reading.changes.flatMap(({ change }) => describeChange(now, change, lang))
  const nothing = importTexts.nothingNew
  return {
    name: file.name,
    kind: reading.kind,
    says:
      changes.length > 0 || reading.read === 0
        ? reading.says
        : { ja: `${reading.says.ja}${nothing.ja}`, en: `${reading.says.en} ${nothing.en}` },
    read: reading.read,
    changes: changes.slice(0, linesShown),
    outcome: outcomeOf(reading),
    asks: [...(reading.asks ?? [])],
    problems: reading.problems.map(({ code, message, action, place: { sheet, row, column } }) => ({
      code,
      message,
      action,
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
