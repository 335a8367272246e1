import { type CalendarDate, dateInWords } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, type Drawing, heading, type Paper, type Rich, say, sayPlain, type Tile } from '../paper/index.ts'

export interface MapPaperOptions {
  /** The drawing with its legend, in black; its `viewBox` is its size. */
  readonly svg: string
  readonly alt: string
  /** Latest day on which anything of the network was confirmed. */
  readonly confirmedOn?: CalendarDate
  /** How many questions about the network are open. */
  readonly unknowns: number
  /** Four sheets of A4 to be joined, half as large again as on A3; else one sheet of A3. */
  readonly tiles?: boolean
}

interface Room {
  readonly w: number
  readonly h: number
}

/** Millimetres that are left for the drawing beside margins, heading and foot. */
const a3Room: Room = { w: 395, h: 244 }
const a4Room: Room = { w: 272, h: 160 }
const sharedMm = 10
const perSide = 2

/** The network on paper, for the wall and for whoever comes to help. It never leaves the house: no copy to hand over is made. */
export function mapPaper(input: PaperInput, options: MapPaperOptions): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const size = sizeOf(options.svg)
  const blocks = options.tiles ? tileBlocks(at, options, size) : [titleOf(at, options), drawing(options, fit(size, a3Room))]
  return {
    kind: 'network-map',
    lang: at.lang,
    copy: 'on-site',
    title: at.t.map.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks,
    sheet: options.tiles ? 'a4' : 'a3',
  }
}

function sizeOf(svg: string): Room {
  const [, w, h] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  if (w === undefined || h === undefined) throw new Error('the drawing has no viewBox')
  return { w: Number(w), h: Number(h) }
}

/** Millimetres at which the whole fits. */
function fit(size: Room, room: Room): Room {
  const scale = Math.min(room.w / size.w, room.h / size.h)
  const inTenths = (value: number) => Math.floor(value * scale * 10) / 10
  return { w: inTenths(size.w), h: inTenths(size.h) }
}

function drawing({ svg, alt }: MapPaperOptions, { w, h }: Room, tile?: Tile): Drawing {
  return { kind: 'drawing', svg, alt, widthMm: w, heightMm: h, ...(tile && { tile }) }
}

function titleOf(at: Context, options: MapPaperOptions): Block {
  return { kind: 'title', text: at.t.map.title, above: at.facilityName, beside: factsOf(at, options), side: 'left' }
}

function factsOf({ t, lang }: Context, { confirmedOn, unknowns }: MapPaperOptions): Rich {
  const day = confirmedOn === undefined ? t.map.confirmedNever : sayPlain(t.map.confirmed, { on: dateInWords(confirmedOn, lang) })
  const open = unknowns === 0 ? t.map.unknownsNone : sayPlain(t.map.unknowns, { n: unknowns })
  return `${day}  ${open}`
}

/** One part of the whole on each sheet, with a strip that it shares with its neighbours. */
function tileBlocks(at: Context, options: MapPaperOptions, size: Room): readonly Block[] {
  const across = perSide * a4Room.w - sharedMm
  const down = perSide * a4Room.h - sharedMm
  const whole = fit(size, { w: across, h: down })
  const beside = { w: (across - whole.w) / 2, h: (down - whole.h) / 2 }
  const places = Array.from({ length: perSide * perSide }, (_, n) => ({ row: Math.floor(n / perSide), column: n % perSide }))
  return places.flatMap(({ row, column }, n): readonly Block[] => {
    const words = { of: places.length, n: n + 1, row: row + 1, column: column + 1 }
    const page: readonly Block[] = n === 0 ? [] : [{ kind: 'page' }]
    const head = { ...heading(1, say(at.t.map.tile, words)), beside: factsOf(at, options) }
    return [...page, head, drawing(options, whole, tileAt(at, { row, column, beside }))]
  })
}

interface TilePlace {
  readonly row: number
  readonly column: number
  /** What is left free around the whole, so that it stands in the middle of the sheets. */
  readonly beside: Room
}

function tileAt({ t }: Context, { row, column, beside }: TilePlace): Tile {
  const join = (otherRow: number, otherColumn: number) => sayPlain(t.map.join, { n: otherRow * perSide + otherColumn + 1 })
  return {
    leftMm: column * (a4Room.w - sharedMm) - beside.w,
    topMm: row * (a4Room.h - sharedMm) - beside.h,
    widthMm: a4Room.w,
    heightMm: a4Room.h,
    sharedMm,
    joins: {
      ...(column > 0 && { left: join(row, column - 1) }),
      ...(column < perSide - 1 && { right: join(row, column + 1) }),
      ...(row > 0 && { top: join(row - 1, column) }),
      ...(row < perSide - 1 && { bottom: join(row + 1, column) }),
    },
  }
}
