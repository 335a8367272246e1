import { parentPort, workerData } from 'node:worker_threads'
import type { TableRow } from '../table.ts'
import type { Ask, Reply, WorkerInput } from './protocol.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheet, type SheetContext, type SheetEnd } from './sheet.ts'
import { Stop } from './stop.ts'
import { readDateStyles } from './styles.ts'
import { readWorkbook, type SheetPart } from './workbook.ts'
import { openPackage, type Package } from './zip.ts'

/** Reads one workbook, piece by piece as it is asked; the parent ends it when it takes too long. */
interface Open {
  readonly file: Package
  readonly sheets: readonly SheetPart[]
  readonly context: SheetContext
  rows: AsyncGenerator<readonly TableRow[], SheetEnd> | undefined
}

const input = workerData as WorkerInput // set by the parent, which is our own code
let open: Open | undefined

async function answer(ask: Ask): Promise<Reply> {
  if (ask.kind === 'open') return openWorkbook()
  if (!open) throw new Error('no workbook is open')
  if (ask.kind === 'sheet') {
    const sheet = open.sheets[ask.index]
    if (!sheet) throw new Error(`no sheet ${ask.index}`)
    await open.rows?.return({ merges: [], drawings: 0 })
    open.rows = readSheet(open.file, sheet, open.context)
  }
  const next = await open.rows?.next()
  if (!next) throw new Error('no sheet is being read')
  return next.done ? { kind: 'end', ...next.value } : { kind: 'rows', rows: next.value }
}

async function openWorkbook(): Promise<Reply> {
  const { limits } = input
  const file = await openPackage(input, limits)
  const { sheets, date1904, hasMacros, sharedStrings, styles } = await readWorkbook(file)
  if (sheets.length > limits.maxSheets)
    throw new Stop({ code: 'excel/too-many-sheets', values: { found: sheets.length, limit: limits.maxSheets } })
  const context = {
    strings: await readSharedStrings(file, sharedStrings),
    dateStyles: await readDateStyles(file, styles),
    date1904,
    limits,
    counted: { rows: 0, cells: 0 },
  }
  open = { file, sheets, context, rows: undefined }
  return { kind: 'workbook', info: { date1904, hasMacros, sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })) } }
}

function problemOf(error: unknown): Reply {
  if (error instanceof Stop) return { kind: 'problem', problem: error.problem }
  throw error
}

parentPort?.on('message', (ask: Ask) => {
  void answer(ask)
    .catch(problemOf)
    .then((reply) => parentPort?.postMessage(reply))
})
