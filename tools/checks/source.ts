import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Comment, type Node, type Program, parseSync, visitorKeys } from 'oxc-parser'
import { isTypeScript, listFiles } from './files.ts'

/** A node and the nodes that it lies in, innermost first through `up`. */
export interface Placed {
  readonly node: Node
  readonly up: Placed | undefined
}

/** A parsed TypeScript file. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly program: Program
  readonly comments: readonly Comment[]
  /** Every node of the file, parents before children. */
  readonly nodes: readonly Placed[]
  /** Line of an offset, counted from 1. */
  readonly lineAt: (offset: number) => number
}

const parsed = new Map<string, { readonly changedAt: number; readonly source: Source }>()

/** Parses one file; several checks share the result. */
export function readSource(root: string, path: string): Source {
  const file = join(root, path)
  const changedAt = statSync(file).mtimeMs
  const known = parsed.get(file)
  if (known?.changedAt === changedAt) return known.source
  const source = parse(path, readFileSync(file, 'utf8'))
  parsed.set(file, { changedAt, source })
  return source
}

/** All TypeScript files below the root whose path passes. */
export function readSources(root: string, accepts: (path: string) => boolean): readonly Source[] {
  return listFiles(root)
    .filter((path) => isTypeScript(path) && accepts(path))
    .map((path) => readSource(root, path))
}

function parse(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`)
  const nodes: Placed[] = []
  collect(program, undefined, nodes)
  const starts = lineStarts(text)
  return { path, text, program, comments, nodes, lineAt: (offset) => lineOf(starts, offset) }
}

function collect(node: Node, up: Placed | undefined, into: Placed[]): void {
  const placed = { node, up }
  into.push(placed)
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = Reflect.get(node, key)
    for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) collect(each, placed, into)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Number.POSITIVE_INFINITY) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
