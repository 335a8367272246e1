import { areaFolders, kernelRanks, reachesTypes } from './layers-table.ts'
import type { Edge } from './module-graph.ts'

/** The area of a path within its package (`checklists` of `checklists/joined.ts`), if it lies in one. */
function areaOf(pkg: string, path: string): string | undefined {
  const folder = areaFolders[pkg]
  if (folder === undefined || !path.startsWith(folder)) return undefined
  const [area, rest] = path.slice(folder.length).split('/')
  return rest === undefined ? undefined : area
}

/** What is wrong with an import within one package: areas, and in `domain` the order of the kernel's files. */
export function areaProblem(edge: Edge, pkg: string): string | undefined {
  const prefix = `packages/${pkg}/`
  const file = edge.file.slice(prefix.length)
  const to = (edge.to ?? '').slice(prefix.length)
  return (pkg === 'domain' ? kernelProblem(file, to) : undefined) ?? pastIndex(pkg, file, to)
}

function pastIndex(pkg: string, file: string, to: string): string | undefined {
  const other = areaOf(pkg, to)
  if (other === undefined || other === areaOf(pkg, file) || /^index\.tsx?$/.test(to.split('/').at(-1) ?? '')) return undefined
  if (pkg === 'domain' && (file === 'all.ts' || (reachesTypes.has(file) && to.endsWith('/types.ts')))) return undefined
  if (areaOf(pkg, file) === undefined && pkg !== 'domain') return undefined
  return `the area ${other} is reached only through its index.ts, not ${to}`
}

function rankOf(file: string): number | undefined {
  if (areaOf('domain', file) === undefined) return kernelRanks[file]
  return kernelRanks[file.endsWith('/types.ts') ? '<area>/types.ts' : '<area>']
}

function kernelProblem(file: string, to: string): string | undefined {
  const [mine, theirs] = [rankOf(file), rankOf(to)]
  if (mine === undefined) return undefined
  const isOwnTypes = to.endsWith('/types.ts') && areaOf('domain', file) === areaOf('domain', to)
  if (file.endsWith('/types.ts') && to !== 'record.ts' && to !== 'ids.ts' && !isOwnTypes)
    return `an area's types.ts imports record.ts and ids.ts alone, not ${to}`
  if (theirs !== undefined && theirs > mine) return `${file} stands before ${to} in the order of the kernel's files`
  if (theirs === undefined && mine < 3 && to !== 'index.ts')
    return `${file} imports only what stands before it in the order of the kernel's files, not ${to}`
  if (to === 'index.ts') return 'a file of domain imports the file it needs, not the index.ts of its own package'
  return undefined
}
