import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Text } from '@mimamori/domain'
import { openCsv, readCsvTable, unescapedCell } from '../csv.ts'
import { csvText } from '../csv-write.ts'
import { encodeText } from '../encoding.ts'
import { findHeader } from '../header.ts'
import type { Table } from '../table.ts'
import type { Assembled } from './assemble.ts'
import { fieldOf } from './draft.ts'
import { type ReadFolderOptions, readDrafts } from './read.ts'
import { listFiles, yamlFiles } from './tables.ts'
import { parseYaml, type YamlNode } from './yaml.ts'
import { readYamlText } from './yaml-files.ts'

export interface IdsWritten {
  readonly written: readonly { readonly file: string; readonly count: number }[]
  /** Files whose records keep ids made from their key at every reading. */
  readonly left: readonly { readonly file: string; readonly count: number; readonly why: Text }[]
}

type Made = Assembled['made'][number]

/**
 * Writes the ids of records that have none into the folder, so that a later change of a name leaves the id as it is.
 * Comments and layout of YAML files stay; sheets and answers need none, as they are named after what they are of.
 */
export async function writeIds(path: string, options: ReadFolderOptions = {}): Promise<IdsWritten> {
  const { made } = await readDrafts(path, options)
  const byFile = Map.groupBy(made.filter(needsId), ({ draft }) => draft.place.file ?? '')
  const written: { file: string; count: number }[] = []
  const left: { file: string; count: number; why: Text }[] = []
  for (const [file, ids] of byFile) {
    const text = await withIds(path, file, ids)
    if (text === undefined)
      left.push({ file, count: ids.length, why: { ja: 'Excelには書き込みません。', en: 'Workbooks are not written to.' } })
    else {
      await replaceFile(join(path, file), text)
      written.push({ file, count: ids.length })
    }
  }
  return { written, left }
}

function needsId({ draft }: Made): boolean {
  return draft.slice !== 'sheets' && draft.slice !== 'answers'
}

async function withIds(path: string, file: string, ids: readonly Made[]): Promise<string | Uint8Array | undefined> {
  if (yamlFiles.some((one) => one.file === file)) return yamlWithIds(await readYamlText(join(path, file), file), file, ids)
  const list = listFiles.find(({ name }) => file.startsWith(`${name}.`))
  return list && file.toLowerCase().endsWith('.csv') ? csvWithIds(join(path, file), file, ids) : undefined
}

/** The new file takes the old one's place in one step. */
async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content)
  await rename(`${path}.part`, path)
}

/** Puts `id: …` before the first key of each entry, at its indentation. */
function yamlWithIds(text: string, file: string, ids: readonly Made[]): string {
  const offsets = entryOffsets(parseYaml(text, file))
  const places = ids.flatMap(({ draft, id }) => {
    const offset = offsets.get(draft.place.row ?? 0)?.shift()
    return offset === undefined ? [] : [{ offset, id }]
  })
  return places.toSorted((a, b) => b.offset - a.offset).reduce(withId, text)
}

function withId(text: string, { offset, id }: { readonly offset: number; readonly id: string }): string {
  const [before, after] = [text.slice(0, offset), text.slice(offset)]
  if (after.startsWith('{')) return `${before}{ id: ${id}, ${after.slice(1).trimStart()}`
  const indent = ' '.repeat(offset - (before.lastIndexOf('\n') + 1))
  return `${before}id: ${id}\n${indent}${after}`
}

/** Where the entries of a file begin, by line. */
function entryOffsets(root: YamlNode): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const sections = root.kind === 'map' ? root.pairs.map((pair) => pair.value) : []
  const entries = sections.flatMap((section) => (section.kind === 'list' ? section.items : [section]))
  for (const entry of entries) if (entry.kind === 'map') found.set(entry.line, [...(found.get(entry.line) ?? []), entry.offset])
  return found
}

async function csvWithIds(path: string, file: string, ids: readonly Made[]): Promise<Uint8Array | undefined> {
  const { encoding, delimiter } = await openCsv(path, { name: file })
  const slice = ids[0]?.draft.slice
  if (delimiter !== ',' || slice === undefined || (encoding !== 'utf-8' && encoding !== 'cp932')) return undefined
  const table = await readCsvTable(path, { name: file, encoding })
  const header = findHeader(table, {
    meaningOf: (heading) => fieldOf(slice, heading)?.key,
    atLeast: 1,
    needs: [...new Set(ids.flatMap(({ draft }) => [...draft.values.keys()]))],
  })
  if (!header) return undefined
  const column =
    [...header.columns].find(([, key]) => key === 'id')?.[0] ?? Math.max(...header.columns.keys(), ...header.unknown.keys()) + 1
  const idAt = new Map<number | undefined, string>(ids.map(({ draft, id }) => [draft.place.row, id]))
  const text = csvText(rowsWith(table, column, (row, at) => (at === header.at ? 'ID' : idAt.get(row))))
  return encodeText(text, encoding, { bom: encoding === 'utf-8' })
}

function rowsWith(table: Table, column: number, idOf: (row: number, at: number) => string | undefined): readonly (string | undefined)[][] {
  return table.rows.map(({ row, cells }, at) => {
    const texts = Array.from(cells, (cell) => (cell ? unescapedCell(cell) : undefined))
    const id = idOf(row, at)
    if (id !== undefined) texts[column] = id
    return Array.from(texts)
  })
}
