import type { Entry, Picture, SliceName } from '@mimamori/domain'
import type { AnyField } from './field.ts'
import { folderFormat, tables, type YamlFile } from './tables.ts'
import { writeYaml, yamlText } from './yaml.ts'

const comments: Readonly<Record<string, string>> = {
  'facility.yaml':
    '見守りの施設フォルダー。メモ帳などで直せます。書き方: docs/folder.md\n日付は 令和8年11月20日、R8.11.20、2026-11-20 のどれでも読めます。患者さんの氏名・ID・病名は書かないでください。',
  'sources.yaml': '情報の出どころ。ほかのファイルの「出どころ」(source) がここのIDを指します。',
  'history.yaml': 'まとめたもの(aliases)と、なくなったもの(retired)。手では直しません。',
}

/** One YAML file of a folder, or undefined when it would hold nothing. */
export function yamlFileText(picture: Picture, { file, slices }: YamlFile): string | undefined {
  const isMain = file === 'facility.yaml'
  const sections = slices.flatMap((slice) => {
    const list: readonly Entry[] = picture.slices[slice]
    if (list.length === 0) return []
    return [[slice, slice === 'facility' ? entryOf(slice, list[0]) : list.map((record) => entryOf(slice, record))] as const]
  })
  if (sections.length === 0 && !isMain) return undefined
  const head = isMain ? { format: folderFormat, revision: picture.revision } : { format: folderFormat }
  return writeYaml({ ...head, ...Object.fromEntries(sections) }, comments[file] ?? '')
}

type Yaml = Map<unknown, unknown>

/** A map in the order of the columns: id, own fields, where they come from, the rest. */
function entryOf(slice: SliceName, record: Entry | undefined): Yaml {
  const { id, source, row, confirmedOn, fields, extra, ...own } = record ?? { id: '' }
  const entry: Yaml = new Map([['id', yamlText(id)]])
  const put = (key: string, value: unknown) => value !== undefined && entry.set(key, value)
  for (const [key, field] of Object.entries(tables[slice])) put(key, yamlValue(field, Reflect.get(own, key)))
  put('source', source)
  put('row', row)
  put('confirmedOn', confirmedOn)
  put('fields', fields === undefined ? undefined : new Map(Object.entries(fields).map(([key, from]) => [yamlText(key), from])))
  put('extra', extra === undefined ? undefined : new Map(Object.entries(extra).map(([key, text]) => [yamlText(key), yamlText(text)])))
  return entry
}

function yamlValue(field: AnyField, value: unknown): unknown {
  if (value === undefined || typeof value === 'number') return value
  if (Array.isArray(value)) return value.map((one) => yamlText(String(one)))
  if (field.shape.kind === 'group' || typeof value !== 'string') return value
  return yamlText(value)
}
