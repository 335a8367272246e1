import type { MapBox } from '../model/types.ts'
import type { EntranceGroup } from './items.ts'
import { boxHeight, type Measures, margin, toGrid, unit } from './sizes.ts'
import type { Rect } from './types.ts'

interface Into {
  readonly rects: Map<string, Rect>
  readonly measures: Measures
}

/** The bands of the outside and of the entrances; gives where the next row begins. */
export function placeGroups(groups: readonly EntranceGroup[], inner: number, { rects, measures }: Into): number {
  if (groups.length === 0) return margin
  const { bandHead, bandLeft, bandPadding, bandRight, behindGap, boxGap, boxWidth, entranceGap, fewestWrapped } = measures
  const pitch = boxWidth + boxGap
  const sizes = groups.map(({ outside }) => ({ columns: Math.max(1, Math.min(4, outside.length)), rows: Math.ceil(outside.length / 4) }))
  const columns = sizes.reduce((sum, one) => sum + one.columns, 0)
  const all = columns * pitch - boxGap
  if (columns > fewestWrapped && all + bandLeft + bandRight > inner) return placeWrapped(groups, inner, { rects, measures })
  const rows = Math.max(...sizes.map((one) => one.rows))
  const top = margin + (rows === 0 ? 0 : bandHead)
  const bottom = top + Math.max(0, rows * (boxHeight + boxGap) - boxGap)
  const entrancesAt = bottom + (rows === 0 ? bandHead : bandPadding + entranceGap)
  let x = margin + bandLeft + Math.max(0, toGrid((inner - all) / 2 - bandLeft))
  for (const [at, { entrance, outside }] of groups.entries()) {
    const { columns = 1, rows: own = 1 } = sizes[at] ?? {}
    for (const [n, box] of outside.entries()) {
      const row = Math.floor(n / 4)
      rects.set(box.id, { x: x + (n % 4) * pitch, y: bottom - (own - row) * (boxHeight + boxGap) + boxGap, w: boxWidth, h: boxHeight })
    }
    const shift = toGrid(((columns - 1) * pitch) / 2)
    if (entrance) rects.set(entrance.id, { x: x + shift, y: entrancesAt, w: boxWidth, h: boxHeight })
    x += columns * pitch
  }
  return groups.some((one) => one.entrance) ? entrancesAt + boxHeight + behindGap : bottom + bandPadding + behindGap
}

/** Too many for one row: the points outside in rows as wide as the rest of the map, and below them the entrances. */
function placeWrapped(groups: readonly EntranceGroup[], inner: number, into: Into): number {
  const { bandHead, bandLeft, bandPadding, bandRight, behindGap, entranceGap } = into.measures
  const outside = groups.flatMap((group) => group.outside)
  const entrances = groups.flatMap(({ entrance }) => entrance ?? [])
  const room = inner - bandLeft - bandRight
  const top = margin + bandHead
  if (outside.length === 0) return placeRows(entrances, { y: top, room }, into) + behindGap
  const bottom = placeRows(outside, { y: top, room }, into)
  if (entrances.length === 0) return bottom + bandPadding + behindGap
  // NOTE: below the rows each of their lines turns to its entrance, a third of them side by side.
  const turning = toGrid((unit * outside.length) / 3)
  return placeRows(entrances, { y: bottom + bandPadding + entranceGap + turning, room }, into) + behindGap
}

/** Rows of boxes, with room between the columns for the lines of the rows above; gives where they end. */
function placeRows(
  boxes: readonly MapBox[],
  { y, room }: { readonly y: number; readonly room: number },
  { rects, measures }: Into,
): number {
  const { bandLeft, boxGap, boxWidth } = measures
  const { gap, most, rows } = rowsFor(boxes.length, room, measures)
  for (const [at, box] of boxes.entries()) {
    const row = Math.floor(at / most)
    const inRow = Math.min(most, boxes.length - row * most)
    const left = Math.max(0, toGrid((room - inRow * (boxWidth + gap) + gap) / 2))
    const x = margin + bandLeft + left + (at % most) * (boxWidth + gap)
    rects.set(box.id, { x, y: y + row * (boxHeight + boxGap), w: boxWidth, h: boxHeight })
  }
  return y + rows * (boxHeight + boxGap) - boxGap
}

function rowsFor(
  count: number,
  room: number,
  { boxGap, boxWidth }: Measures,
): { readonly gap: number; readonly most: number; readonly rows: number } {
  for (let rows = 1; ; rows++) {
    const gap = Math.max(boxGap, unit * (rows + 1))
    const most = Math.max(1, Math.floor((room + gap) / (boxWidth + gap)))
    if (most * rows >= count) return { gap, most, rows: Math.ceil(count / most) }
  }
}
