import type { Node } from 'oxc-parser'
import { isTest } from './files.ts'
import type { Problem } from './problem.ts'
import { readSources, type Source } from './source.ts'

const forbiddenMembers = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues'])
const forbiddenMethods = new Set([
  'localeCompare',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
])

/** The same call gives the same answer tomorrow and on another machine: no clock, chance or locale in `domain`. */
export function run(root: string): readonly Problem[] {
  return readSources(root, (path) => path.startsWith('packages/domain/') && !isTest(path)).flatMap(impurities)
}

function impurities(source: Source): readonly Problem[] {
  return source.nodes.flatMap(({ node }) => {
    const what = impurityIn(node)
    if (!what) return []
    return [
      { file: source.path, line: source.lineAt(node.start), message: `${what} in domain: time, chance and locale come in as arguments` },
    ]
  })
}

function impurityIn(node: Node): string | undefined {
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date'
    if (isDate && (node.type === 'CallExpression' || node.arguments.length === 0)) return '`new Date()` without argument'
  }
  if (node.type === 'Identifier' && node.name === 'Intl') return '`Intl`'
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return undefined
  const name = node.property.name
  if (forbiddenMethods.has(name)) return `\`${name}\``
  const whole = node.object.type === 'Identifier' ? `${node.object.name}.${name}` : ''
  return forbiddenMembers.has(whole) ? `\`${whole}\`` : undefined
}
