import type { AssetKind } from '@mimamori/domain'
import { ipsIn, macsIn, oneOf, unique } from '../keys.ts'
import { observed } from '../observe.ts'
import type { RawItem } from '../types.ts'
import type { XmlAttributes } from '../xml.ts'

interface Cell {
  readonly row: number
  readonly label: string
  readonly style: string
  readonly parent: string
  readonly isNode: boolean
  readonly tag: string | undefined
  readonly serial: string | undefined
  readonly address: string
}

export interface Diagram {
  /** Cells before this diagram in the file. */
  readonly first: number
  readonly cells: Map<string, Cell>
  /** `object` or `UserObject` around a cell holds its label and data. */
  around: XmlAttributes | undefined
}

export function newDiagram(first: number): Diagram {
  return { first, cells: new Map(), around: undefined }
}

/** Takes an element of a diagram; gives how many cells it was. */
export function addCell(diagram: Diagram, name: string, attributes: XmlAttributes): number {
  if (name === 'object' || name === 'UserObject') diagram.around = attributes
  if (name !== 'mxCell') return 0
  const { around } = diagram
  diagram.around = undefined
  const id = around?.id ?? attributes.id ?? `${diagram.cells.size}`
  diagram.cells.set(id, {
    row: diagram.first + diagram.cells.size + 1,
    label: plainText(around?.label ?? attributes.value ?? ''),
    style: attributes.style ?? '',
    parent: attributes.parent ?? '',
    isNode: attributes.vertex === '1',
    tag: around?.tag ?? around?.管理番号,
    serial: around?.serial ?? around?.シリアル番号,
    address: [around?.ip, around?.mac, around?.IPアドレス, around?.MACアドレス].filter(Boolean).join(' '),
  })
  return 1
}

/** The text of a label, which may be HTML; one line of it per line on the drawing. */
function plainText(label: string): string {
  return label
    .replace(/<(?:br|\/div|\/p|div|p|li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
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

/** The devices of a diagram: nodes with an address, or with a symbol or name that says what they are. */
export function* itemsOfDiagram({ cells }: Diagram, file: string): Iterable<RawItem> {
  const parents = new Set([...cells.values()].map((cell) => cell.parent))
  for (const [id, cell] of cells) {
    if (!cell.isNode || cell.label === '' || /^(?:text|edgeLabel)\b|(?:^|;)(?:text|edgeLabel);/.test(cell.style)) continue
    if (parents.has(id) || /swimlane|group/.test(cell.style)) continue
    yield itemOf(cell, cells.get(cell.parent), file)
  }
}

function itemOf(cell: Cell, frame: Cell | undefined, file: string): RawItem {
  const [name = '', ...rest] = cell.label.split('\n')
  const words = `${cell.label} ${cell.address}`
  const [ips, macs] = [ipsIn(words), macsIn(words)]
  const kind = kinds.find(([test]) => test.test(`${cell.style} ${cell.label}`))?.[1]
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
