import { dateInWords } from '@mimamori/domain'
import { type Context, contextOf, type MapDrawing, type PaperInput } from '../paper/context.ts'
import { type Block, heading, type Paper, type Rich, say, sayPlain } from '../paper/index.ts'
import { drawingOf, fit, type Room, sheetsOf, sizeOf } from './tiles.ts'

export interface MapPaperOptions extends MapDrawing {
  /** Four sheets of A4 to be joined, half as large again as on A3; else one sheet of A3. */
  readonly tiles?: boolean
}

/** Millimetres that are left for the drawing beside margins, heading and foot. */
const a3Room: Room = { w: 395, h: 244 }
const a4Sheets = { room: { w: 272, h: 160 }, columns: 2, rows: 2 } as const

/** The network on paper, for the wall and for whoever comes to help. It never leaves the house: no copy to hand over is made. */
export function mapPaper(input: PaperInput, options: MapPaperOptions): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const whole = () => [titleOf(at, options), drawingOf(options, fit(sizeOf(options.svg), a3Room))]
  return {
    kind: 'network-map',
    lang: at.lang,
    copy: 'on-site',
    title: at.t.map.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: options.tiles ? tileBlocks(at, options) : whole(),
    sheet: options.tiles ? 'a4' : 'a3',
  }
}

function titleOf(at: Context, map: MapDrawing): Block {
  return { kind: 'title', text: at.t.map.title, above: at.facilityName, beside: mapFacts(at, map), side: 'left' }
}

/** How old the map is, and how much of it nobody knows. */
export function mapFacts({ t, lang }: Context, { confirmedOn, unknowns }: MapDrawing): Rich {
  const day = confirmedOn === undefined ? t.map.confirmedNever : sayPlain(t.map.confirmed, { on: dateInWords(confirmedOn, lang) })
  const open = unknowns === 0 ? t.map.unknownsNone : sayPlain(t.map.unknowns, { n: unknowns })
  return `${day}  ${open}`
}

function tileBlocks(at: Context, map: MapDrawing): readonly Block[] {
  return sheetsOf(at, map, a4Sheets).flatMap(({ words, drawing }, n): readonly Block[] => {
    const page: readonly Block[] = n === 0 ? [] : [{ kind: 'page' }]
    const head = { ...heading(1, say(at.t.map.tile, words)), beside: mapFacts(at, map) }
    return [...page, head, drawing]
  })
}
