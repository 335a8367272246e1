import { mapFacts } from '../map/model.ts'
import { sheetsOf } from '../map/tiles.ts'
import type { Context, MapDrawing } from '../paper/context.ts'
import { type Block, heading, page, say, small } from '../paper/index.ts'

/** Two sheets that lie side by side in the booklet. */
const sheets = { room: { w: 170, h: 205 }, columns: 2, rows: 1 } as const

/** ネットワーク構成図 with its age and its unknowns; in the copy that stays in the house alone. */
export function networkBlocks(at: Context, map: MapDrawing): readonly Block[] {
  const [first, ...others] = sheetsOf(at, map, sheets)
  if (!first) return []
  return [
    heading(1, at.t.pack.parts.network, { anchor: 'network', beside: mapFacts(at, map) }),
    small(at.t.pack.networkLead, { withNext: true }),
    first.drawing,
    ...others.flatMap(({ words, drawing }) => [page(), small(say(at.t.map.tile, words)), drawing]),
  ]
}
