import type { Node } from 'oxc-parser'
import type { Source } from './source.ts'

/** One import, re-export, `import()` or `import('…')` type of a file. */
export interface Import {
  readonly from: string
  readonly line: number
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean
}

/** Every module that a file names, in the order of the text. */
export function importsOf(source: Source): readonly Import[] {
  const found: Import[] = []
  for (const { node } of source.nodes) {
    const named = importIn(node)
    if (named) found.push({ ...named, line: source.lineAt(node.start) })
  }
  return found
}

function importIn(node: Node): Omit<Import, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration': {
      const members = node.specifiers
      const allTypes = members.length > 0 && members.every((each) => each.type === 'ImportSpecifier' && each.importKind === 'type')
      return { from: node.source.value, typeOnly: node.importKind === 'type' || allTypes }
    }
    case 'ExportNamedDeclaration': {
      if (!node.source) return undefined
      const allTypes = node.specifiers.length > 0 && node.specifiers.every((each) => each.exportKind === 'type')
      return { from: node.source.value, typeOnly: node.exportKind === 'type' || allTypes }
    }
    case 'ExportAllDeclaration':
      return { from: node.source.value, typeOnly: node.exportKind === 'type' }
    case 'ImportExpression':
      return node.source.type === 'Literal' && typeof node.source.value === 'string'
        ? { from: node.source.value, typeOnly: false }
        : undefined
    case 'TSImportType':
      return { from: node.source.value, typeOnly: true }
    default:
      return undefined
  }
}
