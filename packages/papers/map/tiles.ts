import type { Context, MapDrawing } from '../paper/context.ts'
import { type Drawing, sayPlain, type Tile } from '../paper/index.ts'

/** Millimetres. */
export interface Room {
  readonly w: number
  readonly h: number
}

/** Sheets that are joined, each with so much room for the drawing. */
export interface Sheets {
  readonly room: Room
  readonly columns: number
  readonly rows: number
}

/** One part of the whole, and which it is, as the words of the paper count. */
export interface Sheet {
  readonly words: { readonly of: number; readonly n: number; readonly row: number; readonly column: number }
  readonly drawing: Drawing
}

const sharedMm = 10

export function sizeOf(svg: string): Room {
  const [, w, h] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  if (w === undefined || h === undefined) throw new Error('the drawing has no viewBox')
  return { w: Number(w), h: Number(h) }
}

/** Millimetres at which the whole fits. */
export function fit(size: Room, room: Room): Room {
  const scale = Math.min(room.w / size.w, room.h / size.h)
  const inTenths = (value: number) => Math.floor(value * scale * 10) / 10
  return { w: inTenths(size.w), h: inTenths(size.h) }
}

export function drawingOf({ svg, alt }: MapDrawing, { w, h }: Room, tile?: Tile): Drawing {
  return { kind: 'drawing', svg, alt, widthMm: w, heightMm: h, ...(tile && { tile }) }
}

/** One part of the whole on each sheet, with a strip that it shares with its neighbours. */
export function sheetsOf(at: Context, map: MapDrawing, sheets: Sheets): readonly Sheet[] {
  const { room, columns, rows } = sheets
  const across = columns * room.w - (columns - 1) * sharedMm
  const down = rows * room.h - (rows - 1) * sharedMm
  const whole = fit(sizeOf(map.svg), { w: across, h: down })
  const beside = { w: (across - whole.w) / 2, h: (down - whole.h) / 2 }
  const places = Array.from({ length: columns * rows }, (_, n) => ({ row: Math.floor(n / columns), column: n % columns }))
  return places.map(({ row, column }, n) => ({
    words: { of: places.length, n: n + 1, row: row + 1, column: column + 1 },
    drawing: drawingOf(map, whole, tileAt(at, { row, column, beside }, sheets)),
  }))
}

interface TilePlace {
  readonly row: number
  readonly column: number
  /** What is left free around the whole, so that it stands in the middle of the sheets. */
  readonly beside: Room
}

function tileAt({ t }: Context, { row, column, beside }: TilePlace, { room, columns, rows }: Sheets): Tile {
  const join = (otherRow: number, otherColumn: number) => sayPlain(t.map.join, { n: otherRow * columns + otherColumn + 1 })
  return {
    leftMm: column * (room.w - sharedMm) - beside.w,
    topMm: row * (room.h - sharedMm) - beside.h,
    widthMm: room.w,
    heightMm: room.h,
    sharedMm,
    joins: {
      ...(column > 0 && { left: join(row, column - 1) }),
      ...(column < columns - 1 && { right: join(row, column + 1) }),
      ...(row > 0 && { top: join(row - 1, column) }),
      ...(row < rows - 1 && { bottom: join(row + 1, column) }),
    },
  }
}
