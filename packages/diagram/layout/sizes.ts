/** Measures of the drawing, in units of the grid on which lines run. NOTE: all of them are multiples of `unit`, so that lines meet boxes. */
export const unit = 8
export const boxWidth = 176
export const boxHeight = 40
export const boxGap = 24
/** From one column of zones to the next. */
export const columnPitch = 256
export const zoneGap = 32
export const zonePadding = 24
export const zoneHead = 40
export const margin = 24
/** Between rows: room for lines, and for one more row of boxes without moving what lies below. */
export const rowGap = 80
/** Between the outside and the entrances. */
export const entranceGap = 48
/** Between the entrances and what lies behind them. */
export const behindGap = 64
export const bandHead = 32
export const bandPadding = 16
/** At the left, where the title of the entrances stands beside the first line. */
export const bandLeft = 40

export const titleSize = 13
export const subSize = 12
export const zoneTitleSize = 14

export function toGrid(value: number): number {
  return Math.round(value / unit) * unit
}

export function widthOfZone(columns: number): number {
  return columns * columnPitch - zoneGap
}

/** Width of each box in a zone: they fill it. */
export function boxWidthIn(columns: number): number {
  const inside = widthOfZone(columns) - 2 * zonePadding - (columns - 1) * boxGap
  return Math.floor(inside / columns / unit) * unit
}

export function heightOfZone(rows: number): number {
  return zoneHead + Math.max(1, rows) * (boxHeight + boxGap) - boxGap + zonePadding
}

/** Columns of the grid of a zone: narrow while it is small, wider than high when it is large. */
export function columnsFor(boxes: number): number {
  if (boxes <= 3) return 1
  if (boxes <= 8) return 2
  if (boxes <= 15) return 3
  return Math.ceil(Math.sqrt(boxes / 2))
}
