import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  type CalendarDate,
  type ChecklistItem,
  editionsWithItems,
  entityId,
  type FacilityId,
  type Picture,
  pictureOf,
  type Text,
} from '@mimamori/domain'
import { withoutDaysAhead } from '../days-ahead.ts'
import { type Problem, problemOfError, UserError, userError } from '../errors.ts'
import { scansFolder } from '../scans/folder.ts'
import { vendorProblems } from '../vendor-names.ts'
import { type Assembled, assemble } from './assemble.ts'
import type { Draft } from './draft.ts'
import { checkEvidence, evidenceFolder } from './evidence-files.ts'
import { readListFile } from './list-files.ts'
import { type DraftsRead, readSheetFile, type SheetDefaults, type SheetFile } from './sheet-files.ts'
import { listFiles, yamlFiles } from './tables.ts'
import { readYamlFile } from './yaml-files.ts'

export interface ReadFolderOptions {
  /** Day of the reading: names the fiscal year of a sheet that does not say it. */
  readonly asOf?: CalendarDate
  /** Days of checks after this one are not taken. NOTE: only where it is stored; a look at an earlier day keeps what came later. */
  readonly today?: CalendarDate
  /** Items of the catalogue: a sheet of an edition without any, and an answer to another item, are not read. Absent = all are taken as they are. */
  readonly items?: readonly ChecklistItem[]
}

export interface Skipped {
  readonly file: string
  readonly why: Text
}

export interface FolderRead {
  readonly picture: Picture
  /** What could not be read as it stands; the rest was read. */
  readonly problems: readonly Problem[]
  /** Files that this version does not read at all. */
  readonly skipped: readonly Skipped[]
  /** Sheets and lists of which nothing at all could be read. */
  readonly unread: readonly string[]
  /** Where the bytes of evidence lie, by SHA-256, as far as they are unchanged. */
  readonly evidence: ReadonlyMap<string, string>
  /** Where a record of the picture stands in the folder. */
  readonly placeOf: Assembled['placeOf']
}

/** A folder read with what `writeIds` must know. */
export interface FolderDrafts extends FolderRead {
  readonly made: Assembled['made']
}

/**
 * Reads a facility folder. Throws a UserError where nothing can be used: no folder, no facility.yaml, one of a newer
 * version, or one that is no YAML. Everything else is told in `problems`, and what was right is in the picture.
 */
export async function readFolder(path: string, options: ReadFolderOptions = {}): Promise<FolderRead> {
  const { made: _, ...read } = await readDrafts(path, options)
  return read
}

export async function readDrafts(path: string, options: ReadFolderOptions): Promise<FolderDrafts> {
  const names = await namesIn(path)
  const parts = await readYamlParts(path, names)
  const drafts = [...parts.drafts]
  const problems = [...parts.problems]
  const add = (read: DraftsRead) => {
    drafts.push(...read.drafts)
    problems.push(...read.problems)
  }
  const unread: string[] = []
  for (const { name, slice } of listFiles)
    for (const file of oneOf(names, name, problems)) {
      const read = await tolerant(() => readListFile(join(path, file), file, slice))
      if ('failed' in read) unread.push(file)
      add(read)
    }
  const sheetFiles = onePerSheet(await findSheetFiles(path, names), problems)
  const defaults = defaultsOf(drafts, options)
  for (const file of sheetFiles) {
    const read = await tolerant(() => readSheetFile(file, defaults))
    if (!('unread' in read) || read.unread) unread.push(file.name)
    add(read)
  }
  for (const draft of drafts) problems.push(...withoutDaysAhead(draft, options.today))
  const { facility, slices, problems: found, made, placeOf } = assemble(drafts, options.items)
  const picture = pictureOf({ facility: entityId<FacilityId>(facility), revision: parts.revision, slices })
  const evidence = await checkEvidence(path, slices.evidence)
  return {
    picture,
    problems: [...problems, ...found, ...evidence.problems, ...vendorProblems(picture, made)],
    skipped: [
      ...skippedFiles(names),
      ...evidence.unused.map((file) => ({ file, why: { ja: 'evidence.csv にない資料です。', en: 'evidence.csv does not name it.' } })),
    ],
    unread,
    evidence: evidence.files,
    made,
    placeOf,
  }
}

async function namesIn(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) throw userError(found ? 'folder/not-a-folder' : 'folder/not-found', {}, { path: basename(path) })
  const entries = await readdir(path, { withFileTypes: true })
  // NOTE: a link could lead out of the folder; only what lies in it is read.
  const names = entries.filter((entry) => entry.isFile() || entry.isDirectory()).map((entry) => entry.name)
  if (!names.includes('facility.yaml')) throw userError('folder/no-facility-file', { file: basename(path) })
  return names.sort()
}

async function readYamlParts(path: string, names: readonly string[]): Promise<{ drafts: Draft[]; problems: Problem[]; revision: number }> {
  const drafts: Draft[] = []
  const problems: Problem[] = []
  let revision = 0
  for (const yamlFile of yamlFiles) {
    if (!names.includes(yamlFile.file)) continue
    const read = await readYamlFile(join(path, yamlFile.file), yamlFile)
    drafts.push(...read.drafts)
    problems.push(...read.problems)
    revision = Math.max(revision, read.revision)
  }
  return { drafts, problems, revision }
}

/** A file that cannot be read gives nothing at all and is told; the others go on. */
async function tolerant<T extends DraftsRead>(read: () => Promise<T>): Promise<T | (DraftsRead & { readonly failed: true })> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UserError) return { drafts: [], problems: [problemOfError(error)], failed: true }
    throw error
  }
}

const tableEndings = ['.csv', '.xlsx', '.xlsm', '.xls', '.tsv', '.txt']

function isTable(name: string): boolean {
  return tableEndings.some((ending) => name.toLowerCase().endsWith(ending)) && !name.startsWith('~$') && !name.startsWith('.')
}

/** The one file of a list; of two, the CSV. */
function oneOf(names: readonly string[], name: string, problems: Problem[]): readonly string[] {
  const files = names.filter((file) => isTable(file) && file.slice(0, file.lastIndexOf('.')) === name)
  const [first, second] = files
  if (first !== undefined && second !== undefined) problems.push(twoFiles(first, second))
  return first === undefined ? [] : [first]
}

function twoFiles(first: string, second: string): Problem {
  return problemOfError(userError('folder/two-files', { file: second }, { first, second }))
}

async function findSheetFiles(path: string, names: readonly string[]): Promise<readonly SheetFile[]> {
  if (!names.includes('checklist')) return []
  const below = await readdir(join(path, 'checklist'), { withFileTypes: true }).catch(() => [])
  const files: SheetFile[] = []
  for (const entry of below.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `checklist/${entry.name}`
    if (entry.isFile() && isTable(entry.name)) files.push({ path: join(path, name), name })
    if (!entry.isDirectory() || !/^\d{4}$/.test(entry.name)) continue
    for (const inner of (await readdir(join(path, name))).sort())
      if (isTable(inner)) files.push({ path: join(path, name, inner), name: `${name}/${inner}`, year: Number(entry.name) })
  }
  return files
}

/** Of facility.csv and facility.xlsx only the first is read: both would be the same sheet. */
function onePerSheet(files: readonly SheetFile[], problems: Problem[]): readonly SheetFile[] {
  const first = new Map<string, string>()
  return files.filter(({ name }) => {
    const base = name.slice(0, name.lastIndexOf('.'))
    const other = first.get(base)
    if (other !== undefined) problems.push(twoFiles(other, name))
    else first.set(base, name)
    return other === undefined
  })
}

function defaultsOf(drafts: readonly Draft[], { asOf, items }: ReadFolderOptions): SheetDefaults {
  const facility = drafts.find((draft) => draft.slice === 'facility')
  const [kind, year] = [facility?.values.get('kind'), facility?.values.get('fiscalYear')]
  return {
    facilityKind: typeof kind === 'string' ? kind : undefined,
    fiscalYear: typeof year === 'number' ? year : undefined,
    asOf,
    editions: items && editionsWithItems(items),
  }
}

function skippedFiles(names: readonly string[]): readonly Skipped[] {
  const known = new Set([...yamlFiles.map(({ file }) => file), 'checklist', evidenceFolder, scansFolder])
  const isList = (name: string) => isTable(name) && listFiles.some((list) => name.slice(0, name.lastIndexOf('.')) === list.name)
  const why = { ja: 'この版では読みません。', en: 'This version does not read it.' }
  return names.filter((name) => !known.has(name) && !isList(name)).map((file) => ({ file, why }))
}
