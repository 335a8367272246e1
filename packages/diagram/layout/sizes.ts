/** Measures of the drawing, in units of the grid on which lines run. NOTE: all of them are multiples of `unit`, so that lines meet boxes. */
export const unit = 8
export const boxHeight = 40
export const margin = 24
/** In a zone: above the first box, for its title. */
export const zoneHead = 40

export const titleSize = 13
export const subSize = 12
export const zoneTitleSize = 14

/** How close things stand, and the shape of the page for which a map is made. */
export interface Measures {
  readonly boxWidth: number
  /** Of a box in a zone. */
  readonly zoneBoxHeight: number
  readonly boxGap: number
  /** Between the rows of boxes of a zone. */
  readonly boxRowGap: number
  /** From one column of zones to the next. */
  readonly columnPitch: number
  readonly zoneGap: number
  readonly zonePadding: number
  /** At the left of a zone, where a line inside finds its way between the boxes and the edge. */
  readonly zoneLeft: number
  /** Between rows: room for lines, and for one more row of boxes without moving what lies below. */
  readonly rowGap: number
  /** Between the outside and the entrances. */
  readonly entranceGap: number
  /** Between the entrances and what lies behind them. */
  readonly behindGap: number
  readonly bandHead: number
  readonly bandPadding: number
  /** At the left, where the title of the entrances stands beside the first line. */
  readonly bandLeft: number
  readonly bandRight: number
  /** So many columns of the bands stand in one row even over a narrow map. */
  readonly fewestWrapped: number
  readonly pageWidth: number
  readonly pageHeight: number
  readonly fewestColumns: number
  readonly mostColumns: number
  /** A map that fits on its page need be no larger, and its rows follow one another as they come where tiers of their own do not fit. */
  readonly isClose: boolean
  /** Up to so many boxes a zone has one column, and two, and three. */
  readonly columnsUpTo: readonly [number, number, number]
}

/** For 60 boxes on what is left of an A3 page beside its heading and legend. */
export const wholeMeasures: Measures = {
  boxWidth: 176,
  zoneBoxHeight: boxHeight,
  boxGap: 24,
  boxRowGap: 24,
  columnPitch: 256,
  zoneGap: 32,
  zonePadding: 24,
  zoneLeft: 24,
  rowGap: 80,
  entranceGap: 48,
  behindGap: 64,
  bandHead: 32,
  bandPadding: 16,
  bandLeft: 40,
  bandRight: 16,
  fewestWrapped: 8,
  pageWidth: 400,
  pageHeight: 250,
  fewestColumns: 3,
  mostColumns: 9,
  isClose: false,
  columnsUpTo: [3, 8, 15],
}

/** For what is seen at first sight, in a pane of 700 pixels, and for the same with more room where lines would lie on each other. */
export const firstMeasures: readonly Measures[] = [0, 1, 2].map((roomier) => ({
  boxWidth: 104,
  zoneBoxHeight: 32,
  boxGap: 16,
  boxRowGap: 16 + 16 * roomier,
  columnPitch: 184 + 16 * roomier,
  zoneGap: 24 + 16 * roomier,
  zonePadding: 8,
  zoneLeft: 16,
  rowGap: 48 + 24 * roomier,
  entranceGap: 40 + 16 * roomier,
  behindGap: 40 + 24 * roomier,
  bandHead: 24,
  bandPadding: 8,
  bandLeft: 8,
  bandRight: 0,
  fewestWrapped: 0,
  pageWidth: 760,
  pageHeight: 640,
  fewestColumns: 3,
  mostColumns: 6,
  isClose: true,
  columnsUpTo: [4, 8, 15],
}))

export function toGrid(value: number): number {
  return Math.round(value / unit) * unit
}

export function widthOfZone(columns: number, { columnPitch, zoneGap }: Measures): number {
  return columns * columnPitch - zoneGap
}

/** Width of each box in a zone: they fill it. */
export function boxWidthIn(columns: number, measures: Measures): number {
  const inside = widthOfZone(columns, measures) - measures.zoneLeft - measures.zonePadding - (columns - 1) * measures.boxGap
  return Math.floor(inside / columns / unit) * unit
}

export function heightOfZone(rows: number, { zoneBoxHeight, boxRowGap, zonePadding }: Measures): number {
  return zoneHead + Math.max(1, rows) * (zoneBoxHeight + boxRowGap) - boxRowGap + zonePadding
}

/** Columns of the grid of a zone: narrow while it is small, wider than high when it is large. */
export function columnsFor(boxes: number, { columnsUpTo: [one, two, three] }: Measures): number {
  if (boxes <= one) return 1
  if (boxes <= two) return 2
  if (boxes <= three) return 3
  return Math.ceil(Math.sqrt(boxes / 2))
}
