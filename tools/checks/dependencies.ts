import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      link: z.boolean().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
      os: z.unknown().optional(),
      cpu: z.unknown().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      devDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

/** A package of others that the lock file names. */
export interface Dependency {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Needed only to build and test, as far as npm can tell. */
  readonly devOnly: boolean
  /** Comes only on some machines, so nothing about it may be read from node_modules. */
  readonly platformOnly: boolean
  /** Named by a package.json of ours, not only by another package. */
  readonly named: boolean
  /** Folder below the root. */
  readonly folder: string
}

/** Licences that a package does not state in its package.json; where each was read. */
const statedElsewhere: Readonly<Record<string, string>> = {
  'buffers@0.1.1': 'MIT', // "MIT/X11" in README.markdown of github.com/substack/node-buffers, commit c5214ac
}

/** Every package of the lock file, by name and version. */
export function readDependencies(root: string): readonly Dependency[] {
  const path = join(root, 'package-lock.json')
  if (!existsSync(path)) return []
  const { packages } = lockFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  const named = namedByUs(packages)
  const found = new Map<string, Dependency>()
  for (const [folder, entry] of Object.entries(packages)) {
    const at = folder.lastIndexOf('node_modules/')
    if (at < 0 || entry.link) continue
    const name = folder.slice(at + 'node_modules/'.length)
    const key = `${name}@${entry.version ?? ''}`
    found.set(key, {
      name,
      version: entry.version ?? '',
      licence: entry.license ?? statedElsewhere[key] ?? '',
      devOnly: (entry.dev ?? entry.devOptional ?? false) && (found.get(key)?.devOnly ?? true),
      platformOnly: entry.optional === true || entry.os !== undefined || entry.cpu !== undefined,
      named: named.has(name),
      folder: found.get(key)?.folder ?? folder,
    })
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dependency]) => dependency)
}

function namedByUs(packages: z.infer<typeof lockFile>['packages']): ReadonlySet<string> {
  const ours = Object.entries(packages).filter(([folder]) => !folder.includes('node_modules/'))
  return new Set(
    ours.flatMap(([, entry]) => Object.keys({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.devDependencies })),
  )
}
