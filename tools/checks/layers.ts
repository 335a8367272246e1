import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { areaProblem } from './areas.ts'
import { isTest } from './files.ts'
import { packageShares, section, withoutNode } from './layers-table.ts'
import { cyclesIn, type Edge, notExportedMark, packageOf, readEdges, scope } from './module-graph.ts'
import type { Problem } from './problem.ts'

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
})

/** Who may import whom: packages, areas, the files of the kernel, Node and npm packages; and no circles. */
export function run(root: string): readonly Problem[] {
  const edges = readEdges(root)
  const declared = declaredPackages(root)
  const broken = edges.flatMap((edge) => {
    const message = problemOf(edge, declared)
    return message === undefined ? [] : [{ file: edge.file, line: edge.line, message: `${message} ${section}` }]
  })
  const circles = cyclesIn(edges).map((circle) => ({
    file: circle[0] ?? '',
    message: `import cycle: ${circle.join(' -> ')} ${section}`,
  }))
  return [...broken, ...circles]
}

function problemOf(edge: Edge, declared: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const own = packageOf(edge.file)
  const other = edge.to === undefined ? undefined : packageOf(edge.to)
  if (other === 'testing' && own !== 'testing' && !mayTest(edge.file)) return 'testing is imported only by tests, e2e and bench'
  if (own === undefined) return undefined
  if (edge.from.startsWith('.')) return relativeProblem(edge, own, other)
  if (edge.from.startsWith(scope)) return packageProblem(edge, own, other ?? '')
  if (isBuiltin(edge.from))
    return withoutNode.has(own) && !isTest(edge.file) ? `${own} uses nothing of Node, but imports ${edge.from}` : undefined
  return undeclared(edge, own, declared)
}

function mayTest(file: string): boolean {
  return isTest(file) || file.startsWith('e2e/') || file.startsWith('bench/')
}

function relativeProblem(edge: Edge, own: string, other: string | undefined): string | undefined {
  if (other !== own) return `a package is left only by its name (${scope}…), not by ${edge.from}`
  return isTest(edge.file) ? undefined : areaProblem(edge, own)
}

function packageProblem(edge: Edge, own: string, other: string): string | undefined {
  if (edge.to?.includes(notExportedMark)) return `${edge.from} is not among the exports of packages/${other}/package.json`
  if (other === own) return `a file of ${own} imports its own package by a relative path, not by name`
  if (isTest(edge.file)) return undefined
  const share = packageShares[own]?.[other]
  if (share === undefined) return `${own} may not import ${other}`
  if (share === 'types' && !edge.typeOnly) return `${own} imports types only from ${other}: write "import type"`
  return undefined
}

function undeclared(edge: Edge, own: string, declared: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  if (/^(virtual:|data:|\/)/.test(edge.from)) return undefined
  const name = edge.from
    .split('/')
    .slice(0, edge.from.startsWith('@') ? 2 : 1)
    .join('/')
  const known = (who: string) => declared.get(who)?.has(name) || declared.get(who)?.has(`@types/${name}`)
  if (known(own) || (isTest(edge.file) && known(''))) return undefined
  if (/\.config\.ts$/.test(edge.file) || own === 'testing') return known('') ? undefined : `${name} is not in packages/${own}/package.json`
  return own === 'domain' ? `domain imports nothing but itself, but imports ${name}` : `${name} is not in packages/${own}/package.json`
}

/** Names in each package.json; the root's under the empty name. */
function declaredPackages(root: string): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = ['', ...Object.keys(packageShares)]
  return new Map(folders.map((name) => [name, dependencyNames(join(root, name === '' ? '' : `packages/${name}`, 'package.json'))]))
}

function dependencyNames(path: string): ReadonlySet<string> {
  if (!existsSync(path)) return new Set()
  const { dependencies, devDependencies, optionalDependencies } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  return new Set(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }))
}
