import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Reference, RuleEntry } from '@mimamori/domain'
import { otherFiles, referenceFiles } from './files.ts'
import type { FullCatalogue } from './types.ts'

export const dataFolder = new URL('../data/', import.meta.url)

interface Listed {
  readonly id: string
}

type Read = (name: string) => string

let loaded: FullCatalogue | undefined

/** The catalogue of this installation, read once. Its files are ours and are checked in CI, so nothing is parsed here. */
export function loadCatalogue(): FullCatalogue {
  loaded ??= readCatalogue(dataFolder)
  return loaded
}

/** Reads a folder of catalogue files; `loadCatalogue` for the one that comes with the product. */
export function readCatalogue(folder: URL): FullCatalogue {
  const hash = createHash('sha256')
  const read: Read = (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    hash.update(name).update('\0').update(text).update('\0')
    return text
  }
  const reference = readLists(referenceFiles, read, folder) as unknown as Reference // schemas are held against these types
  const others = readLists(otherFiles, read, folder) as unknown as Omit<FullCatalogue, 'version' | 'reference' | 'rules'> // as above
  const rules = readRules(folder, read)
  return Object.freeze({ ...others, version: hash.digest('hex').slice(0, 12), reference: Object.freeze(reference), rules })
}

function readLists(files: Readonly<Record<string, readonly string[]>>, read: Read, folder: URL): Record<string, readonly Listed[]> {
  return Object.fromEntries(
    Object.entries(files).map(([list, names]) => {
      const here = names.filter((name) => existsSync(new URL(`${name}.json`, folder)))
      return [list, sortedById(here.flatMap((name) => entriesOf(read(`${name}.json`))))]
    }),
  )
}

function entriesOf(text: string): readonly Listed[] {
  return (JSON.parse(text) as { entries: readonly Listed[] }).entries // our own file, checked in CI
}

function readRules(folder: URL, read: Read): ReadonlyMap<string, RuleEntry> {
  const names = ruleFiles(folder)
  const entries = names.map((name) => {
    const { $schema: _, ...entry } = JSON.parse(read(name)) as RuleEntry & { $schema?: string } // our own file, checked in CI
    return freezeAll(entry)
  })
  return new Map(sortedById(entries).map((entry) => [entry.id, entry]))
}

/** Files of rule entries, relative to the data folder: `rules/<area>/<name>.json`. */
export function ruleFiles(folder: URL = dataFolder): readonly string[] {
  const rules = new URL('rules/', folder)
  if (!existsSync(rules)) return []
  const names = readdirSync(rules, { recursive: true, encoding: 'utf8' })
  return names
    .map((name) => `rules/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.json'))
    .sort()
}

/** Sorted by id in code units, as every list of the kernel is, and frozen. */
export function sortedById<T extends Listed>(list: readonly T[]): readonly T[] {
  return Object.freeze(list.map((entry) => freezeAll(entry)).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)))
}

function freezeAll<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) freezeAll(part)
  return Object.freeze(value)
}
