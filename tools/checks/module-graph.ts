import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { z } from 'zod'
import { isTest } from './files.ts'
import { type Import, importsOf } from './imports.ts'
import { readSources } from './source.ts'

/** Where an import leads: a file of the repository, an npm package, or neither (a style sheet, a missing file). */
export interface Edge extends Import {
  readonly file: string
  /** Path of the imported file, for imports within the repository. */
  readonly to: string | undefined
}

export const scope = '@mimamori/'
export const notExportedMark = '/(not exported)'

const manifest = z.object({ exports: z.record(z.string(), z.string()).default({}) })

/** Every import of every TypeScript file in the folders that hold code. */
export function readEdges(root: string): readonly Edge[] {
  const sources = readSources(root, (path) => /^(packages|tools|bench|e2e)\//.test(path))
  const exported = new Map<string, Readonly<Record<string, string>>>()
  const exportsOf = (name: string) => {
    const known = exported.get(name) ?? readExports(join(root, 'packages', name, 'package.json'))
    exported.set(name, known)
    return known
  }
  return sources.flatMap((source) =>
    importsOf(source).map((each) => ({ ...each, file: source.path, to: target(source.path, each.from, exportsOf) })),
  )
}

function readExports(path: string): Readonly<Record<string, string>> {
  return existsSync(path) ? manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).exports : {}
}

function target(file: string, from: string, exportsOf: (name: string) => Readonly<Record<string, string>>): string | undefined {
  if (from.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), from.replace(/\?.*$/, '')))
  const [, name, rest = ''] = /^@mimamori\/([^/]+)(\/.*)?$/.exec(from) ?? []
  if (name === undefined) return undefined
  const exported = exportsOf(name)[`.${rest}`]
  return exported === undefined ? notExported(name, rest) : posix.join('packages', name, exported)
}

/** NOTE: such an import does not resolve; the path is kept so that the message can name the package. */
function notExported(name: string, rest: string): string {
  return `packages/${name}${notExportedMark}${rest}`
}

/** Name of the package that a path lies in, if any. */
export function packageOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1]
}

/** Circles of imports, type-only ones included; each circle once, starting at its first file by name. */
export function cyclesIn(edges: readonly Edge[]): readonly (readonly string[])[] {
  const next = new Map<string, Set<string>>()
  for (const { file, to } of edges) {
    if (to === undefined || isTest(file)) continue
    next.set(file, (next.get(file) ?? new Set<string>()).add(to))
  }
  return [...groupsThatReachThemselves(next)].map((group) => circleWithin(group, next))
}

/** Strongly connected groups of more than one file, or of a file that imports itself (Tarjan). */
function groupsThatReachThemselves(next: ReadonlyMap<string, ReadonlySet<string>>): readonly ReadonlySet<string>[] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const groups: Set<string>[] = []
  const visit = (file: string): number => {
    const mine = order.size
    order.set(file, mine)
    low.set(file, mine)
    open.push(file)
    for (const to of next.get(file) ?? []) {
      const reached = order.has(to) ? (open.includes(to) ? (order.get(to) ?? mine) : mine) : visit(to)
      low.set(file, Math.min(low.get(file) ?? mine, reached))
    }
    const lowest = low.get(file) ?? mine
    if (lowest === mine) {
      const group = new Set(open.splice(open.indexOf(file)))
      if (group.size > 1 || next.get(file)?.has(file)) groups.push(group)
    }
    return lowest
  }
  for (const file of [...next.keys()].sort()) if (!order.has(file)) visit(file)
  return groups
}

/** A shortest way from the first file of the group back to itself. */
function circleWithin(group: ReadonlySet<string>, next: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const start = [...group].sort()[0] ?? ''
  const ways: (readonly string[])[] = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const to of next.get(way.at(-1) ?? '') ?? []) {
      if (to === start) return [...way, start]
      if (!group.has(to) || seen.has(to)) continue
      seen.add(to)
      ways.push([...way, to])
    }
  }
  return [...group]
}
