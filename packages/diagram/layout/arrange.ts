import { placeGroups } from './groups.ts'
import { freeHeight, type Items, widthOfFree, type ZoneItem } from './items.ts'
import { boxHeight, type Measures, margin, toGrid, widthOfZone } from './sizes.ts'
import type { Rect } from './types.ts'

/** Places of zones and of the boxes outside them, by id, as they would be if nothing had been placed before. */
export interface Arrangement {
  readonly rects: ReadonlyMap<string, Rect>
  readonly width: number
  readonly height: number
  /** Where the rows behind the entrances begin. */
  readonly inside: number
}

/** A map whose inner rows are mixed must be so much larger for it. */
const mixedGain = 1.04
const mixings = ['none', 'inside', 'all'] as const

/** Of the possible widths the one with which the map is largest on the page; with `width`, that of a map that was there before. */
export function arrange(items: Items, measures: Measures, width?: number): Arrangement {
  const { columnPitch, zoneGap, pageWidth, pageHeight, fewestColumns, mostColumns, isClose } = measures
  const widest = Math.max(0, ...items.zones.map((item) => item.columns))
  const before = width === undefined ? undefined : Math.floor((width - 2 * margin + zoneGap) / columnPitch)
  const fewest = Math.max(before ?? fewestColumns, fewestColumns, widest)
  const most = Math.max(before ?? mostColumns, fewest)
  let best: { readonly arrangement: Arrangement; readonly scale: number } | undefined
  for (let columns = fewest; columns <= most; columns++)
    for (const mixed of isClose ? mixings : mixings.slice(0, 2))
      for (const beside of [true, false]) {
        const arrangement = arrangeIn({ columns, beside, mixed }, items, measures)
        const size = Math.min(isClose ? 1 : Infinity, pageWidth / arrangement.width, pageHeight / arrangement.height)
        const scale = size / mixedGain ** mixings.indexOf(mixed)
        if (best === undefined || scale > best.scale + 1e-9) best = { arrangement, scale }
      }
  return best?.arrangement ?? { rects: new Map(), width: 2 * margin, height: 2 * margin, inside: margin }
}

interface Shape {
  readonly columns: number
  /** The zones next to the entrances stand left and right of the core instead of above it. */
  readonly beside: boolean
  /** A row that is not full takes zones of the next tier: inside, or everywhere. */
  readonly mixed: (typeof mixings)[number]
}

interface Row {
  readonly cells: readonly Cell[]
  readonly height: number
}

/** Something of whole columns: a zone, or the block of the core. */
interface Cell {
  readonly columns: number
  readonly height: number
  readonly place: (at: Rect) => readonly (readonly [string, Rect])[]
}

function arrangeIn({ columns, beside, mixed }: Shape, { groups, core, zones, neighbours }: Items, measures: Measures): Arrangement {
  const rects = new Map<string, Rect>()
  const full = widthOfZone(columns, measures)
  const inside = placeGroups(groups, full, { rects, measures })
  let y = inside
  const block = coreBlock(core, columns, { neighbours, measures })
  const tiers = Map.groupBy(zones, (item) => Math.max(1, item.zone.tier))
  const outer = (tiers.get(1) ?? []).map(cellOf)
  const middle = [...block, ...(tiers.get(2) ?? []).map(cellOf)]
  const half = Math.ceil(outer.length / 2)
  const upper = beside ? [[...outer.slice(0, half), ...middle, ...outer.slice(half)]] : [outer, middle]
  const tiersInside = [...tiers.keys()].filter((tier) => tier > 2).toSorted((a, b) => a - b)
  const inner = tiersInside.map((tier) => (tiers.get(tier) ?? []).map(cellOf))
  const behind = mixed === 'none' ? inner : [inner.flat()]
  const all = mixed === 'all' ? [[...upper, ...behind].flat()] : [...upper, ...behind]
  for (const row of all.flatMap((cells) => rowsOf(cells, columns))) {
    placeRow(row, { columns, y, rects, measures })
    y += row.height + measures.rowGap
  }
  const width = Math.max(full, ...[...rects.values()].map((rect) => rect.x + rect.w - margin)) + 2 * margin
  return { rects, width, height: Math.max(margin, y - measures.rowGap) + margin, inside }
}

/** The boxes of the core, the one with most lines in the middle. */
function coreBlock(
  core: Items['core'],
  most: number,
  { neighbours, measures }: Pick<Items, 'neighbours'> & { readonly measures: Measures },
): readonly Cell[] {
  if (core.length === 0) return []
  const { columnPitch, zoneGap } = measures
  const columns = Math.min(most, core.length <= 4 ? core.length : Math.ceil(Math.sqrt(core.length * 2)))
  const rows = Math.ceil(core.length / columns)
  const pitch = boxHeight + 2 * zoneGap
  const order = fromTheMiddle(columns)
  const place = ({ x, y, h }: Rect) =>
    core.map((box, n): readonly [string, Rect] => {
      const w = widthOfFree(neighbours.get(box.id)?.length ?? 0, measures)
      const left = x + (order[n % columns] ?? 0) * columnPitch + toGrid((columnPitch - zoneGap - w) / 2)
      const top = y + toGrid((h - (rows * pitch - 2 * zoneGap)) / 2) + Math.floor(n / columns) * pitch
      return [box.id, { x: left, y: top, w, h: freeHeight }]
    })
  return [{ columns, height: rows * pitch - 2 * zoneGap, place }]
}

/** 1, 0, 2 of three; 1, 2, 0, 3 of four. */
function fromTheMiddle(count: number): readonly number[] {
  const middle = (count - 1) / 2
  return Array.from({ length: count }, (_, at) => at).toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)
}

/** A zone is as high as its row, unless it would be empty for the most part. */
const leastFilled = 0.55

function cellOf({ zone, columns, w, h }: ZoneItem): Cell {
  const height = (full: number) => (h >= leastFilled * full ? full : h)
  return { columns, height: h, place: ({ x, y, h: full }) => [[zone.id, { x, y, w, h: height(full) }]] }
}

/** Each cell goes into the first row from the last but one on that has room for it: order is kept but for what fills a gap. */
function rowsOf(cells: readonly Cell[], columns: number): readonly Row[] {
  const rows: { readonly cells: Cell[]; left: number }[] = []
  for (const cell of cells) {
    const row = rows.slice(-2).find((one) => one.left >= cell.columns) ?? { cells: [], left: columns }
    if (!rows.includes(row)) rows.push(row)
    row.cells.push(cell)
    row.left -= cell.columns
  }
  return rows.map((row) => ({ cells: row.cells, height: Math.max(...row.cells.map((cell) => cell.height)) }))
}

interface RowPlace {
  readonly columns: number
  readonly y: number
  readonly rects: Map<string, Rect>
  readonly measures: Measures
}

/** A row that does not fill the page stands in its middle, on the same columns as the others. */
function placeRow({ cells, height }: Row, { columns, y, rects, measures }: RowPlace): void {
  const used = cells.reduce((sum, cell) => sum + cell.columns, 0)
  let column = Math.floor((columns - used) / 2)
  for (const cell of cells) {
    const at = { x: margin + column * measures.columnPitch, y, w: widthOfZone(cell.columns, measures), h: height }
    for (const [id, rect] of cell.place(at)) rects.set(id, rect)
    column += cell.columns
  }
}
