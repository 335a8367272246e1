import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ChecklistItem, Entry, Picture } from '@mimamori/domain'
import { type CsvEncoding, type CsvRow, writeCsv } from '../csv-write.ts'
import { type Problem, userError } from '../errors.ts'
import { evidenceFolder } from './evidence-files.ts'
import { listRows } from './rows.ts'
import { listFiles, yamlFiles } from './tables.ts'
import { sheetFileNames, sheetRows } from './write-sheets.ts'
import { yamlFileText } from './write-yaml.ts'

export interface WriteFolderOptions {
  /** Of the CSV files; a file with characters outside CP932 is written as UTF-8 all the same, and told. */
  readonly csvEncoding?: CsvEncoding
  /** Prints the questions beside the answers. */
  readonly items?: readonly ChecklistItem[]
  /** Where the bytes of evidence lie, by SHA-256; those that are known are copied along. */
  readonly evidence?: ReadonlyMap<string, string>
}

export interface FolderWritten {
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
}

/** Writes a picture as a facility folder. The folder must be new or empty; it appears whole or not at all. */
export async function writeFolder(picture: Picture, path: string, options: WriteFolderOptions = {}): Promise<FolderWritten> {
  const inside = await readdir(path).catch(() => [])
  if (inside.length > 0) throw userError('folder/not-empty', {}, { path: basename(path) })
  const { files, problems } = folderFiles(picture, options)
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  await rm(draft, { recursive: true, force: true })
  try {
    for (const [name, bytes] of files) await writeInto(join(draft, name), bytes)
    const copied = await copyEvidence(picture, draft, options.evidence)
    await rm(path, { recursive: true, force: true })
    await rename(draft, path)
    return { files: [...files.keys(), ...copied].sort(), problems }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function writeInto(path: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}

/** The files of a folder by their paths, without touching the disk. */
export function folderFiles(
  picture: Picture,
  options: WriteFolderOptions = {},
): { readonly files: ReadonlyMap<string, Uint8Array | string>; readonly problems: readonly Problem[] } {
  const files = new Map<string, Uint8Array | string>()
  const problems: Problem[] = []
  const addCsv = (file: string, rows: readonly CsvRow[]) => {
    const written = writeCsv(rows, { encoding: options.csvEncoding ?? 'utf-8', file })
    if (written.kind === 'outside') problems.push(...written.problems)
    files.set(file, written.kind === 'written' ? written.bytes : utf8(rows, file))
  }
  for (const yamlFile of yamlFiles) {
    const text = yamlFileText(picture, yamlFile)
    if (text !== undefined) files.set(yamlFile.file, text)
  }
  const names = sheetFileNames(picture.slices.sheets)
  for (const sheet of picture.slices.sheets) addCsv(`checklist/${names.get(sheet.id)}`, sheetRows(picture, sheet, options.items))
  for (const { name, slice } of listFiles) {
    const records: readonly Entry[] = picture.slices[slice]
    if (records.length === 0) continue
    const { headings, rows } = listRows(slice, records)
    addCsv(`${name}.csv`, [headings, ...rows])
  }
  return { files, problems }
}

function utf8(rows: readonly CsvRow[], file: string): Uint8Array {
  const written = writeCsv(rows, { encoding: 'utf-8', file })
  if (written.kind !== 'written') throw new Error('UTF-8 holds every character')
  return written.bytes
}

async function copyEvidence(picture: Picture, folder: string, from: ReadonlyMap<string, string> = new Map()): Promise<readonly string[]> {
  const copied = new Set<string>()
  for (const { sha256 } of picture.slices.evidence) {
    const path = sha256 === undefined ? undefined : from.get(sha256)
    if (sha256 === undefined || path === undefined) continue
    const name = `${evidenceFolder}/${sha256}`
    await mkdir(join(folder, evidenceFolder), { recursive: true })
    await copyFile(path, join(folder, name))
    copied.add(name)
  }
  return [...copied]
}
