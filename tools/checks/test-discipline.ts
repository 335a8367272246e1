import type { Node } from 'oxc-parser'
import { isTest } from './files.ts'
import type { Problem } from './problem.ts'
import { readSources, type Source } from './source.ts'

const testNames = new Set(['test', 'it'])
/** Work around tests, and parts of one; they need expect nothing. */
const notTests = ['beforeEach', 'afterEach', 'beforeAll', 'afterAll', 'step']

/** No test runs alone (`.only`), none is skipped without a reason on the same line, none holds no expectation. */
export function run(root: string): readonly Problem[] {
  return readSources(root, isTest).flatMap(problemsIn)
}

function problemsIn(source: Source): readonly Problem[] {
  const commented = new Set(source.comments.filter(({ value }) => /\S+\s+\S/.test(value)).map(({ start }) => source.lineAt(start)))
  const asserting = assertingFunctions(source)
  return source.nodes.flatMap(({ node }) => {
    const file = source.path
    const line = source.lineAt(node.start)
    if (node.type !== 'CallExpression') return []
    const chain = calleeChain(node.callee)
    if (!isTestCall(chain)) return []
    if (chain.includes('only')) return [{ file, line, message: '`.only` leaves all other tests out' }]
    if (/\b(skip|skipIf|fixme|todo)\b/.test(chain.slice(1).join(' ')) && !commented.has(line)) {
      return [{ file, line, message: 'a skipped test needs its reason in a comment on the same line' }]
    }
    const body = bodyOf(node)
    if (!body || !testNames.has(chain[0] ?? '') || expects(source, body, asserting)) return []
    return [{ file, line, message: 'this test expects nothing' }]
  })
}

/** `test.each(rows)` is `['test', 'each']`; `describe.skip` is `['describe', 'skip']`. */
function calleeChain(callee: Node): readonly string[] {
  if (callee.type === 'Identifier') return [callee.name]
  if (callee.type === 'CallExpression') return calleeChain(callee.callee)
  if (callee.type === 'TaggedTemplateExpression') return calleeChain(callee.tag)
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    return [...calleeChain(callee.object), callee.property.name]
  }
  return ['']
}

function isTestCall(chain: readonly string[]): boolean {
  if (notTests.some((name) => chain.includes(name))) return false
  return chain[0] === 'describe' || testNames.has(chain[0] ?? '')
}

function bodyOf(call: Node): Node | undefined {
  if (call.type !== 'CallExpression') return undefined
  return call.arguments.find((each) => each.type === 'ArrowFunctionExpression' || each.type === 'FunctionExpression')
}

/** Functions of the file that expect something themselves, or call one that does. */
function assertingFunctions(source: Source): ReadonlySet<string> {
  const bodies = new Map<string, Node>()
  for (const { node } of source.nodes) {
    if (node.type === 'FunctionDeclaration' && node.id) bodies.set(node.id.name, node)
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init?.type === 'ArrowFunctionExpression')
      bodies.set(node.id.name, node.init)
  }
  const found = new Set<string>()
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const [name, body] of bodies) if (!found.has(name) && expects(source, body, found)) found.add(name)
  }
  return found
}

/** True if the node contains a call of expect…, assert…, or of a function known to expect. */
function expects(source: Source, within: Node, asserting: ReadonlySet<string>): boolean {
  return source.nodes.some(({ node }) => {
    if (node.start < within.start || node.end > within.end || node.type !== 'CallExpression') return false
    const chain = calleeChain(node.callee)
    return chain.some((name) => /^(expect|assert)/.test(name)) || asserting.has(chain[0] ?? '')
  })
}
