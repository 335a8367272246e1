import type { Node } from 'oxc-parser'
import { isTest } from './files.ts'
import { importsOf } from './imports.ts'
import { section } from './layers-table.ts'
import type { Problem } from './problem.ts'
import { readSources, type Source } from './source.ts'

const statement =
  /^\s*(select\s+[\s\S]+\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|(create|alter|drop)\s+(table|index|role|policy|schema)\s|with\s+\w+\s+as\s*\(|copy\s+\S+\s+(from|to)\s)/i
/** Second call of a Drizzle query by its first: `db.select(…).from(…)`. */
const querySteps: Readonly<Record<string, string>> = { from: 'select', values: 'insert', set: 'update', where: 'delete' }

/** Only files named store.ts, and server/platform/db, write queries. Tables (drizzle-orm/pg-core) may be described anywhere in the server. */
export function run(root: string): readonly Problem[] {
  return readSources(root, mayNotQuery).flatMap((source) => [...driverImports(source), ...statements(source)])
}

function mayNotQuery(path: string): boolean {
  if (!path.startsWith('packages/server/') || isTest(path)) return false
  return !path.startsWith('packages/server/platform/db/') && !path.endsWith('/store.ts')
}

function driverImports(source: Source): readonly Problem[] {
  return importsOf(source)
    .filter(({ from, typeOnly }) => !typeOnly && /^(pg|pg-copy-streams|drizzle-orm(\/(?!pg-core$).*)?)$/.test(from))
    .map(({ from, line }) => ({ file: source.path, line, message: `only store.ts and platform/db import ${from} ${section}` }))
}

function statements(source: Source): readonly Problem[] {
  return source.nodes.flatMap(({ node }) => {
    if (!isQuery(node)) return []
    return [{ file: source.path, line: source.lineAt(node.start), message: `a query outside store.ts and platform/db ${section}` }]
  })
}

function isQuery(node: Node): boolean {
  if (node.type === 'TaggedTemplateExpression') return node.tag.type === 'Identifier' && node.tag.name === 'sql'
  if (node.type === 'Literal') return typeof node.value === 'string' && statement.test(node.value)
  if (node.type === 'TemplateLiteral') return statement.test(node.quasis.map((part) => part.value.raw).join('x'))
  if (node.type !== 'CallExpression') return false
  const last = calledMember(node)
  return last !== undefined && Object.hasOwn(querySteps, last.name) && calledMember(last.object)?.name === querySteps[last.name]
}

function calledMember(node: Node): { name: string; object: Node } | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier')
    return undefined
  return { name: node.callee.property.name, object: node.callee.object }
}
