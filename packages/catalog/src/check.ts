import { existsSync, readFileSync } from 'node:fs'
import type { CatalogueListName } from './files.ts'
import { listFiles } from './files.ts'
import { dataFolder, readCatalogue, ruleFiles } from './load.ts'
import { missingIds } from './lock.ts'
import { referenceProblems } from './references.ts'
import { repeated } from './references-kit.ts'
import { entrySchemas, fileSchema, ruleSchema } from './schemas/index.ts'
import { textProblems, textsOf } from './texts.ts'
import type { FullCatalogue } from './types.ts'

interface Listed {
  readonly id: string
}

/** Every list of a catalogue by name, those of the kernel and those of screens and papers. */
function listsOf(catalogue: FullCatalogue): readonly (readonly [CatalogueListName, readonly Listed[]])[] {
  const names = Object.keys(listFiles) as CatalogueListName[] // keys of our own constant
  const lists = { ...catalogue, ...catalogue.reference } as unknown as Readonly<Record<CatalogueListName, readonly Listed[]>> // both together have them all
  return names.map((name) => [name, lists[name]] as const)
}

/** What is wrong with a catalogue, one sentence each: schema, ids, references, texts. Empty = nothing. */
export function checkCatalogue(catalogue: FullCatalogue): string[] {
  const lists = listsOf(catalogue)
  const rules = [...catalogue.rules.values()]
  return [
    ...lists.flatMap(([list, entries]) =>
      entries.flatMap((entry) => schemaProblems(`${list} ${entry.id}`, entrySchemas[list].safeParse(entry))),
    ),
    ...rules.flatMap((rule) => schemaProblems(`rules ${rule.id}`, ruleSchema.safeParse(rule))),
    ...lists.flatMap(([list, entries]) => repeated(entries.map(({ id }) => id)).map((id) => `${list} has two entries called ${id}`)),
    ...referenceProblems(catalogue),
    ...lists.flatMap(([list, entries]) => entries.flatMap((entry) => entryTexts(`${list} ${entry.id}`, entry))),
    ...rules.flatMap((rule) => entryTexts(`rules ${rule.id}`, rule)),
  ]
}

function entryTexts(where: string, entry: unknown): readonly string[] {
  return textsOf(entry).flatMap(({ path, text }) => textProblems(text).map((problem) => `${where}: ${path} ${problem}`))
}

interface Parsed {
  readonly success: boolean
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
}

function schemaProblems(where: string, { error }: Parsed): readonly string[] {
  return (error?.issues ?? []).map(({ path, message }) => `${where}: ${path.map(String).join('.')} ${message}`)
}

/** What is wrong with the files themselves: envelope, names of rule files, ids that have vanished since a release. */
export function checkCatalogueFiles(folder: URL = dataFolder): string[] {
  const lists = Object.keys(listFiles) as CatalogueListName[] // keys of our own constant
  const lock = new URL('../ids.lock', folder)
  const released = existsSync(lock) ? readFileSync(lock, 'utf8') : undefined
  return [
    ...lists.flatMap((list) => listFiles[list].flatMap((name) => fileProblems(list, name, folder))),
    ...ruleFiles(folder).flatMap((name) => ruleFileProblems(name, folder)),
    ...(released === undefined
      ? ['ids.lock is missing']
      : missingIds(readCatalogue(folder), released).map((id) => `ids.lock: ${id} is gone`)),
  ]
}

function fileProblems(list: CatalogueListName, name: string, folder: URL): readonly string[] {
  const file = new URL(`${name}.json`, folder)
  if (!existsSync(file)) return [`${name}.json is missing`]
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const notes = textsOf(read).filter(({ path }) => path === 'note')
  return [
    ...schemaProblems(`${name}.json`, fileSchema(list).safeParse(read)),
    ...notes.flatMap(({ text }) => textProblems(text).map((problem) => `${name}.json: note ${problem}`)),
  ]
}

function ruleFileProblems(name: string, folder: URL): readonly string[] {
  const { id } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { id?: unknown } // its schema is checked with the catalogue
  return name === `rules/${String(id)}.json` ? [] : [`${name} holds the rule ${String(id)}: a file is called by its id`]
}
