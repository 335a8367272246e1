import type { MapBox } from '../model/types.ts'
import { overlap } from './rects.ts'
import { boxWidthIn, type Measures, zoneHead } from './sizes.ts'
import type { Point, Rect } from './types.ts'

export interface Slotted extends Rect {
  readonly slot?: number
}

export interface ZoneGrid extends Rect {
  readonly columns: number
}

/** Where the boxes of a zone stand in its grid. Boxes keep the slot that they had; new ones take the first that is free. */
export function slotBoxes(
  boxes: readonly MapBox[],
  zone: ZoneGrid,
  known: { readonly slots: ReadonlyMap<string, number>; readonly fixed: ReadonlyMap<string, Point>; readonly measures: Measures },
): ReadonlyMap<string, Slotted> {
  const { measures } = known
  const w = boxWidthIn(zone.columns, measures)
  const placed = new Map<string, Slotted>()
  const taken = new Set<number>()
  for (const box of boxes) {
    const at = known.fixed.get(box.id)
    if (at) placed.set(box.id, { ...at, w, h: measures.zoneBoxHeight })
  }
  const fixed = [...placed.values()]
  const isTaken = (slot: number) => taken.has(slot) || fixed.some((rect) => overlap(rect, rectOfSlot(slot, zone, measures)))
  const take = (box: MapBox, slot: number) => {
    taken.add(slot)
    placed.set(box.id, { ...rectOfSlot(slot, zone, measures), slot })
  }
  const open = boxes.filter((box) => !placed.has(box.id))
  for (const box of open) {
    const slot = known.slots.get(box.id)
    if (slot !== undefined && !isTaken(slot)) take(box, slot)
  }
  let next = 0
  for (const box of open) {
    if (placed.has(box.id)) continue
    while (isTaken(next)) next++
    take(box, next)
  }
  return placed
}

function rectOfSlot(slot: number, { x, y, columns }: ZoneGrid, measures: Measures): Rect {
  const { zoneLeft, boxGap, boxRowGap, zoneBoxHeight: h } = measures
  const w = boxWidthIn(columns, measures)
  return {
    x: x + zoneLeft + (slot % columns) * (w + boxGap),
    y: y + zoneHead + Math.floor(slot / columns) * (h + boxRowGap),
    w,
    h,
  }
}

/** Rows that the grid needs for these slots. */
export function rowsOf(placed: ReadonlyMap<string, Slotted>, columns: number): number {
  const slots = [...placed.values()].flatMap((one) => one.slot ?? [])
  return slots.length === 0 ? 1 : Math.floor(Math.max(...slots) / columns) + 1
}
