import type { SliceName } from '@mimamori/domain'
import { byteSource } from '../bytes.ts'
import { decoded, encodingOf } from '../encoding.ts'
import { type Problem, problem, userError } from '../errors.ts'
import { foldText } from '../text.ts'
import { type Draft, draftOf } from './draft.ts'
import { folderFormat, sectionNames, type YamlFile } from './tables.ts'
import { parseYaml, rawFields, type YamlNode, type YamlPair } from './yaml.ts'

const maxYamlBytes = 5 * 1024 * 1024

export interface YamlRead {
  readonly drafts: readonly Draft[]
  readonly problems: readonly Problem[]
  readonly revision: number
  /** The parsed file, for `writeIds`. */
  readonly text: string
}

/** Reads one YAML file of a folder; stops when it is of a newer version or cannot be read at all. */
export async function readYamlFile(path: string, yamlFile: YamlFile): Promise<YamlRead> {
  const { file } = yamlFile
  const text = await readYamlText(path, file)
  const root = parseYaml(text, file)
  const pairs = root.kind === 'map' ? root.pairs : []
  const format = wholeOf(pairs, 'format') ?? folderFormat
  if (format > folderFormat)
    throw userError(
      'folder/newer-version',
      { file, row: pairs.find((pair) => pair.key === 'format')?.line ?? 1 },
      { found: format, ours: folderFormat },
    )
  const read: { drafts: Draft[]; problems: Problem[] } = { drafts: [], problems: [] }
  for (const pair of pairs) if (pair.key !== 'format' && pair.key !== 'revision') readSection(pair, yamlFile, read)
  return { ...read, revision: wholeOf(pairs, 'revision') ?? 0, text }
}

/** The text of a YAML file, in whatever encoding it was saved. */
export async function readYamlText(path: string, name: string): Promise<string> {
  const source = await byteSource(path, { maxBytes: maxYamlBytes, name })
  const encoding = await encodingOf(source)
  let text = ''
  for await (const part of decoded(source, encoding)) text += part
  return text
}

function wholeOf(pairs: readonly YamlPair[], key: string): number | undefined {
  const value = pairs.find((pair) => pair.key === key)?.value
  const number = value?.kind === 'text' && /^\d{1,15}$/.test(value.text) ? Number(value.text) : undefined
  return number
}

function readSection(pair: YamlPair, { file, slices }: YamlFile, read: { drafts: Draft[]; problems: Problem[] }): void {
  const slice = slices.find((name) => foldText(name) === foldText(pair.key) || foldText(sectionNames[name] ?? name) === foldText(pair.key))
  const place = { file, row: pair.line }
  if (!slice) return void read.problems.push(problem('folder/unknown-section', place, { section: pair.key }))
  if (pair.value.kind === 'text' && pair.value.isEmpty) return
  const entries = slice === 'facility' ? [pair.value] : pair.value.kind === 'list' ? pair.value.items : undefined
  if (!entries || entries.some((entry) => entry.kind !== 'map'))
    return void read.problems.push(problem('folder/not-a-list', place, { section: pair.key }))
  for (const entry of entries) readEntry(slice, entry, file, read)
}

function readEntry(slice: SliceName, entry: YamlNode, file: string, read: { drafts: Draft[]; problems: Problem[] }): void {
  const { draft, problems } = draftOf(slice, rawFields(entry, file, slice), { place: { file, row: entry.line } })
  read.drafts.push(draft)
  read.problems.push(...problems)
}
