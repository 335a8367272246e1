import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Node } from 'oxc-parser'
import { isTest } from '../checks/files.ts'
import type { Problem } from '../checks/problem.ts'
import { readSources, type Source } from '../checks/source.ts'
import type { Outputs } from './outputs.ts'

type Kind = 'rules' | 'derivations'

interface Defined {
  readonly name: string
  readonly path: string
  readonly kind: Kind
}

const makers: Readonly<Record<string, Kind>> = { defineRule: 'rules', defineDerivation: 'derivations' }
const target = 'packages/domain/all.ts'

/** packages/domain/all.ts: every rule and derivation of the areas, so that the author of a rule touches no list. */
export function outputs(root: string): Outputs {
  if (!existsSync(join(root, 'packages/domain'))) return { files: new Map(), problems: [] }
  const inArea = (path: string) => /^packages\/domain\/[^/]+\/.+\.ts$/.test(path) && !isTest(path)
  const defined: Defined[] = []
  const problems: Problem[] = []
  for (const source of readSources(root, inArea)) {
    const { names, calls } = definitionsIn(source)
    if (calls === 0) continue
    const [first, ...more] = names
    if (first && more.length === 0 && calls === 1) defined.push(first)
    else problems.push({ file: source.path, message: 'a file with defineRule or defineDerivation exports exactly one constant made by it' })
  }
  return { files: new Map([[target, text(defined)]]), problems: [...problems, ...doubleNames(defined)] }
}

function definitionsIn(source: Source): { names: readonly Defined[]; calls: number } {
  const names: Defined[] = []
  let calls = 0
  for (const { node, up } of source.nodes) {
    const kind = kindOf(node)
    if (!kind) continue
    calls += 1
    const isExported = up?.up?.up?.node.type === 'ExportNamedDeclaration'
    if (isExported && up?.node.type === 'VariableDeclarator' && up.node.id.type === 'Identifier') {
      names.push({ name: up.node.id.name, path: source.path, kind })
    }
  }
  return { names, calls }
}

function kindOf(node: Node): Kind | undefined {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' ? makers[node.callee.name] : undefined
}

function doubleNames(defined: readonly Defined[]): readonly Problem[] {
  const seen = new Set<string>()
  return defined.flatMap(({ name, path }) => {
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [{ file: path, message: `another rule or derivation is called ${name} too` }]
  })
}

function text(defined: readonly Defined[]): string {
  const inOrder = [...defined].sort((a, b) => (a.path < b.path ? -1 : 1))
  const imports = inOrder.map(({ name, path }) => `import { ${name} } from './${posix.relative('packages/domain', path)}'`)
  const list = (kind: Kind) =>
    inOrder
      .filter((each) => each.kind === kind)
      .map(({ name }) => name)
      .join(', ')
  return `// Written by "npm run generate" from the files of the areas: do not edit.
${imports.join('\n')}
import type { Derivation, Rule } from './rule.ts'

export const rules: readonly Rule[] = [${list('rules')}]
export const derivations: readonly Derivation[] = [${list('derivations')}]
`
}
