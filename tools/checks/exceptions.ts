import type { Comment, Node } from 'oxc-parser'
import { isTest } from './files.ts'
import type { Problem } from './problem.ts'
import { type Placed, readSources, type Source } from './source.ts'

const suppression = /^\s*(?:biome-ignore|oxlint-disable|eslint-disable|@ts-expect-error|@ts-ignore|@ts-nocheck)/
/** A suppression, and behind its rule or marker a reason of at least two words. */
const reasoned =
  /^\s*(?:biome-ignore(?:-all|-start)?\s+\S+:\s*\S+\s+\S|(?:oxlint|eslint)-disable\S*\s+\S.*--\s*\S+\s+\S|@ts-expect-error:?\s+\S+\s+\S)/

/**
 * `as`, `!`, `any` and typed `JSON.parse` need a reason in a `//` comment on the same line (for `!` and `any` the
 * reason of a biome-ignore on the line before will do). Suppressions need a reason. Tests may use `as` freely.
 */
export function run(root: string): readonly Problem[] {
  return readSources(root, () => true).flatMap((source) => [...unexplained(source), ...bareSuppressions(source)])
}

function unexplained(source: Source): readonly Problem[] {
  const reasons = new Set<number>()
  const ignored = new Set<number>()
  for (const comment of source.comments) {
    if (comment.type === 'Line' && isReason(comment)) reasons.add(source.lineAt(comment.start))
    if (/^\s*biome-ignore\s/.test(comment.value)) ignored.add(source.lineAt(comment.end) + 1)
  }
  const problems: Problem[] = []
  for (const placed of source.nodes) {
    const what = exceptionIn(placed, isTest(source.path))
    if (!what) continue
    const [first, last] = [source.lineAt(placed.node.start), source.lineAt(placed.node.end)]
    if (reasons.has(first) || reasons.has(last)) continue
    if (what.suppressible && ignored.has(first)) continue
    problems.push({ file: source.path, line: last, message: `${what.name} needs a reason on the same line: // why it holds` })
  }
  return problems
}

function isReason(comment: Comment): boolean {
  return !suppression.test(comment.value) && /\S+\s+\S/.test(comment.value)
}

function exceptionIn({ node, up }: Placed, inTest: boolean): { name: string; suppressible: boolean } | undefined {
  if (node.type === 'TSAnyKeyword') return { name: '`any`', suppressible: true }
  if (node.type === 'TSNonNullExpression') return { name: '`!`', suppressible: true }
  if (inTest) return undefined
  if ((node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion') && !isConst(node.typeAnnotation))
    return { name: '`as`', suppressible: false }
  if (isJsonParse(node) && isTyped(up?.node)) return { name: '`JSON.parse` with a claimed type (a hidden `as`)', suppressible: false }
  return undefined
}

function isConst(type: Node): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
}

function isJsonParse(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { object, property } = node.callee
  return object.type === 'Identifier' && object.name === 'JSON' && property.type === 'Identifier' && property.name === 'parse'
}

function isTyped(parent: Node | undefined): boolean {
  if (parent?.type !== 'VariableDeclarator') return false
  const type = parent.id.typeAnnotation?.typeAnnotation
  return type !== undefined && type.type !== 'TSUnknownKeyword'
}

function bareSuppressions(source: Source): readonly Problem[] {
  return source.comments
    .filter(({ value }) => suppression.test(value) && (!reasoned.test(value) || value.includes('<explanation>')))
    .map(({ start, value }) => ({
      file: source.path,
      line: source.lineAt(start),
      message: `a suppression needs a reason: "${value.trim()}"`,
    }))
}
