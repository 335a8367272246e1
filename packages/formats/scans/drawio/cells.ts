import type { AssetKind } from '@mimamori/domain'
import type { XmlAttributes } from '../../xml-steps.ts'
import { ipsIn, macsIn, oneOf, unique } from '../keys.ts'
import { observed } from '../observe.ts'
import type { RawItem } from '../types.ts'

/** Where a cell lies within its parent, and how large it is. */
export interface Geometry {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Cell {
  readonly row: number
  readonly label: string
  readonly style: string
  readonly parent: string
  readonly isNode: boolean
  /** A line; its ends are ids of cells, where they are joined to any. */
  readonly isLine: boolean
  readonly source: string | undefined
  readonly target: string | undefined
  readonly geometry: Geometry | undefined
  /** Our own id, in a drawing that came from here. */
  readonly mapId: string | undefined
  readonly tag: string | undefined
  readonly serial: string | undefined
  readonly address: string
}

export interface Diagram {
  /** Name of the page. */
  readonly name: string
  /** Cells before this diagram in the file. */
  readonly first: number
  readonly cells: Map<string, Cell>
  /** `object` or `UserObject` around a cell holds its label and data. */
  around: XmlAttributes | undefined
  /** The cell that was begun last: its geometry follows. */
  last: string | undefined
}

export function newDiagram(first: number, name = ''): Diagram {
  return { name, first, cells: new Map(), around: undefined, last: undefined }
}

/** Takes an element of a diagram; gives how many cells it was. */
export function addCell(diagram: Diagram, name: string, attributes: XmlAttributes): number {
  if (name === 'object' || name === 'UserObject') diagram.around = attributes
  if (name === 'mxGeometry') addGeometry(diagram, attributes)
  if (name !== 'mxCell') return 0
  const { around } = diagram
  diagram.around = undefined
  const id = around?.id ?? attributes.id ?? `${diagram.cells.size}`
  const style = attributes.style ?? ''
  diagram.last = id
  diagram.cells.set(id, {
    row: diagram.first + diagram.cells.size + 1,
    label: plainText(around?.label ?? attributes.value ?? '', style),
    style,
    parent: attributes.parent ?? '',
    isNode: attributes.vertex === '1',
    isLine: attributes.edge === '1',
    source: attributes.source,
    target: attributes.target,
    geometry: undefined,
    mapId: around?.mimamoriId,
    tag: around?.tag ?? around?.管理番号,
    serial: around?.serial ?? around?.シリアル番号,
    address: [around?.ip, around?.mac, around?.IPアドレス, around?.MACアドレス].filter(Boolean).join(' '),
  })
  return 1
}

/** NOTE: `relative` is a place along a line, not one on the page. */
function addGeometry({ cells, last }: Diagram, attributes: XmlAttributes): void {
  const cell = last === undefined ? undefined : cells.get(last)
  if (last === undefined || cell === undefined || attributes.relative === '1') return
  const [x = 0, y = 0, w = 0, h = 0] = [attributes.x, attributes.y, attributes.width, attributes.height].map((one) => numberOf(one))
  cells.set(last, { ...cell, geometry: { x, y, w, h } })
}

function numberOf(text: string | undefined): number {
  const value = Number(text ?? 0)
  return Number.isFinite(value) ? value : 0
}

/** The text of a label, which may be HTML; one line of it per line on the drawing. */
function plainText(label: string, style: string): string {
  const text = /(?:^|;)html=0(?:;|$)/.test(style) ? label : withoutHtml(label)
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

function withoutHtml(label: string): string {
  return label
    .replace(/<(?:br|\/div|\/p|div|p|li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

const kinds: readonly (readonly [RegExp, AssetKind])[] = [
  [/firewall|fortigate|\butm\b|ファイアウォール/i, 'firewall'],
  [/access.?point|wireless|アクセスポイント|無線ap/i, 'access-point'],
  [/router|ルータ/i, 'router'],
  [/switch|スイッチ|\bhub\b|ハブ/i, 'switch'],
  [/server|サーバ/i, 'server'],
  [/printer|プリンタ|複合機/i, 'printer'],
  [/\bnas\b|storage/i, 'storage'],
  [/laptop|desktop|workstation|\bpc\b|端末|パソコン/i, 'pc'],
  [/\bfax\b/i, 'fax'],
  [/camera|カメラ/i, 'camera'],
]

/** Words on the drawing, and nothing else. */
export function isWords({ style }: Cell): boolean {
  return /^(?:text|edgeLabel)\b|(?:^|;)(?:text|edgeLabel);/.test(style)
}

/** Drawn to hold others. */
export function isFrame({ style }: Cell): boolean {
  return /swimlane|group/.test(style)
}

/** Of a map that we drew ourselves: a stack of devices, or what stands for one that nobody knows. */
function standsForMany({ mapId }: Cell): boolean {
  return mapId !== undefined && /^(?:stack|band|entrance|hub):/.test(mapId)
}

/** What a cell is, by its symbol or its name. */
export function kindOfCell({ style, label }: Cell): AssetKind | undefined {
  return kinds.find(([test]) => test.test(`${style} ${label}`))?.[1]
}

/** The devices of a diagram: nodes with an address, or with a symbol or name that says what they are. */
export function* itemsOfDiagram({ cells }: Diagram, file: string): Iterable<RawItem> {
  const parents = new Set([...cells.values()].map((cell) => cell.parent))
  for (const [id, cell] of cells) {
    if (!cell.isNode || cell.label === '' || isWords(cell)) continue
    if (parents.has(id) || isFrame(cell) || standsForMany(cell)) continue
    yield itemOf(cell, cells.get(cell.parent), file)
  }
}

function itemOf(cell: Cell, frame: Cell | undefined, file: string): RawItem {
  const [name = '', ...rest] = cell.label.split('\n')
  const words = `${cell.label} ${cell.address}`
  const [ips, macs] = [ipsIn(words), macsIn(words)]
  const kind = kindOfCell(cell)
  const isAddress = ipsIn(name).length + macsIn(name).length > 0
  if (ips.length + macs.length === 0 && kind === undefined) return { kind: 'skip', row: cell.row, reason: 'no-key', text: name }
  return observed(
    'drawio',
    { file, row: cell.row },
    {
      ips,
      macs,
      names: unique([isAddress ? undefined : name]),
      tags: oneOf(cell.tag),
      serials: oneOf(cell.serial),
      kind,
      room: frame?.isNode ? frame.label.split('\n')[0] : undefined,
      note: rest.filter((line) => ipsIn(line).length + macsIn(line).length === 0).join(' '),
    },
  )
}
