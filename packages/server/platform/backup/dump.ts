import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { type FilesTold, fileFrames } from './files.ts'
import { dataFrames, frame } from './frames.ts'
import { beginSnapshot, listTables, readSchema, readTable } from './store.ts'

export interface DumpSource {
  /** A connection of the owner role, which reads every table. */
  readonly client: pg.ClientBase
  readonly dataFolder: string
  readonly secretFile: string
  readonly program: string
  readonly madeAt: Date
}

export interface Dumped extends FilesTold {
  tables: number
  rows: number
  schema: number
}

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}

/**
 * The whole installation as plain frames. Rows first, in one snapshot, files after them: a file is stored before its row, so
 * every row of the snapshot finds its file. NOTE: in the text of COPY a line feed ends a row and stands nowhere else.
 */
export async function* dumpFrames(source: DumpSource, told: Dumped): AsyncGenerator<Buffer> {
  const { client } = source
  await beginSnapshot(client)
  const schema = await readSchema(client)
  told.schema = schema.length
  yield frame('head', { format: 1, madeAt: source.madeAt.toISOString(), program: source.program, schema: [...schema] })
  yield frame('secret', { secret: (await readFile(source.secretFile, 'utf8')).trim() })
  for (const table of (await listTables(client)).kept) {
    yield frame('table', { table: table.table, columns: [...table.columns] })
    let rows = 0
    for await (const piece of readTable(client, table)) {
      rows += countLines(piece)
      yield* dataFrames(piece)
    }
    yield frame('done', { rows })
    told.tables += 1
    told.rows += rows
  }
  await client.query('commit')
  yield* fileFrames(source.dataFolder, told)
  yield frame('end', { tables: told.tables, rows: told.rows, files: told.files })
}
