import type { Text } from '@mimamori/domain'
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar, stringify } from 'yaml'
import { userError } from '../errors.ts'
import type { RawField } from './draft.ts'

/** A YAML file as texts with their lines: nothing is taken for a number, a date or a yes. */
export type YamlNode =
  | { readonly kind: 'text'; readonly text: string; readonly line: number; readonly isEmpty: boolean }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[]; readonly line: number }
  /** `offset`: where its first key stands in the text. */
  | { readonly kind: 'map'; readonly pairs: readonly YamlPair[]; readonly line: number; readonly offset: number }

export interface YamlPair {
  readonly key: string
  readonly line: number
  readonly value: YamlNode
}

/** Reads a YAML text; anything that is not plain maps, lists and texts stops with its line. */
export function parseYaml(text: string, file: string): YamlNode {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true })
  const [error] = document.errors
  if (error) throw userError('folder/broken-yaml', { file, row: error.linePos?.[0].line ?? 1 }, { detail: detailOf(error) })
  return nodeOf(document.contents, { file, lineAt: (node) => lineOf(node, lines), depth: 0 })
}

const details: Readonly<Record<string, Text>> = {
  BAD_INDENT: { ja: '字下げがそろっていない', en: 'uneven indentation' },
  TAB_AS_INDENT: { ja: 'タブで字下げしている', en: 'indentation by tabs' },
  DUPLICATE_KEY: { ja: '同じ見出しが2回ある', en: 'the same key twice' },
  MISSING_CHAR: { ja: '「:」「,」や引用符が足りない', en: 'a missing ":", "," or quotation mark' },
  MULTIPLE_DOCS: { ja: '「---」で分かれている', en: 'several documents divided by "---"' },
  BLOCK_AS_IMPLICIT_KEY: { ja: '1行に「:」が2つある', en: 'two ":" in one line' },
}

/** NOTE: the parser speaks English only; what it says is shown where no sentence of ours fits. */
function detailOf({ code, message }: { readonly code: string; readonly message: string }): Text {
  if (/call stack/.test(message)) return { ja: '入れ子が深すぎる', en: 'nested too deep' }
  const [line = code] = message.split('\n')
  const plain = line.replace(/ at line.*$/, '')
  return details[code] ?? { ja: plain, en: plain }
}

interface Walk {
  readonly file: string
  readonly lineAt: (node: unknown) => number
  readonly depth: number
}

function lineOf(node: unknown, lines: LineCounter): number {
  const hasRange = typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
  return hasRange ? lines.linePos(Number((node.range as readonly number[])[0])).line : 1 // a range is three offsets
}

function nodeOf(node: unknown, walk: Walk): YamlNode {
  const line = walk.lineAt(node)
  const inner = { ...walk, depth: walk.depth + 1 }
  if (walk.depth > 20)
    throw userError('folder/broken-yaml', { file: walk.file, row: line }, { detail: { ja: '入れ子が深すぎる', en: 'nested too deep' } })
  if (isAlias(node) || isLinked(node)) throw userError('folder/yaml-link', { file: walk.file, row: line })
  if (isMap(node))
    return {
      kind: 'map',
      line,
      offset: node.range?.[0] ?? 0,
      pairs: node.items.map((pair) => ({ key: keyOf(pair.key), line: walk.lineAt(pair.key), value: nodeOf(pair.value, inner) })),
    }
  if (isSeq(node)) return { kind: 'list', line, items: node.items.map((item) => nodeOf(item, inner)) }
  if (isScalar(node)) return scalarNode(node, line)
  return { kind: 'text', line, text: '', isEmpty: true }
}

/** With the schema of texts only, every scalar is a text; an empty plain one says that nothing is known. */
function scalarNode(node: Scalar, line: number): YamlNode {
  const text = typeof node.value === 'string' ? node.value : ''
  return { kind: 'text', line, text, isEmpty: text === '' && node.type === 'PLAIN' }
}

function isLinked(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false
  return ('anchor' in node && node.anchor !== undefined) || ('tag' in node && node.tag !== undefined)
}

function keyOf(key: unknown): string {
  return isScalar(key) && typeof key.value === 'string' ? key.value : ''
}

/** The keys of an entry as the record reader takes them; an empty value is an absent one, '' is an empty text. */
export function rawFields(node: YamlNode, file: string, path = ''): readonly RawField[] {
  if (node.kind !== 'map') return []
  return node.pairs.flatMap(({ key, line, value }) => {
    if (value.kind === 'text' && value.isEmpty) return []
    return [{ heading: key, place: { file, row: line, column: path === '' ? key : `${path}.${key}` }, raw: rawOf(value, file, key) }]
  })
}

function rawOf(node: YamlNode, file: string, path: string): RawField['raw'] {
  if (node.kind === 'text') return node.text
  if (node.kind === 'map') return { map: rawFields(node, file, path) }
  return { list: node.items.map((item) => (item.kind === 'text' ? item.text : JSON.stringify(item))) }
}

const plainText = /^[^\s\p{Cc}\p{Cf}\ufffe\uffff](?:[^\p{Cc}\p{Cf}\u2028\u2029\ufffe\uffff]*[^\s\p{Cc}\p{Cf}])?$/u

/** A value for the writer: what could be misread by anybody is quoted. */
export function yamlText(text: string): Scalar | string {
  if (plainText.test(text)) return text
  const scalar = new Scalar(text)
  scalar.type = /^[^\s][^\p{Cc}\p{Cf}\u2028\u2029]*(\n[^\s][^\p{Cc}\p{Cf}\u2028\u2029]*)+$/u.test(text) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE'
  return scalar
}

/** A document of sections, lists of entries below them. */
export function writeYaml(content: object, comment: string): string {
  const head = comment
    .split('\n')
    .map((line) => `# ${line}\n`)
    .join('')
  return head + stringify(content, { lineWidth: 0, indentSeq: false, version: '1.2', aliasDuplicateObjects: false })
}
