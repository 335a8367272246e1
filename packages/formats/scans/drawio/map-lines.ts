import { type Problem, problem } from '../../errors.ts'
import type { Cell } from './cells.ts'
import type { DrawnLine } from './map-types.ts'

/** Lines between boxes or frames that were read. One that ends at nothing is told and passed over. */
export function linesIn(
  cells: ReadonlyMap<string, Cell>,
  shapes: ReadonlySet<string>,
  file: string,
): { readonly edges: readonly DrawnLine[]; readonly problems: readonly Problem[] } {
  const edges: DrawnLine[] = []
  const problems: Problem[] = []
  for (const [id, cell] of cells) {
    if (!cell.isLine) continue
    const from = shapeAt(cell.source, cells, shapes)
    const to = shapeAt(cell.target, cells, shapes)
    if (from === undefined || to === undefined) problems.push(problem('map/loose-line', { file, row: cell.row }))
    else if (from !== to) edges.push({ cell: id, ...(cell.mapId !== undefined && { id: cell.mapId }), from, to, row: cell.row })
  }
  return { edges, problems }
}

/** A line may end at the words or the symbol within a box. */
function shapeAt(id: string | undefined, cells: ReadonlyMap<string, Cell>, shapes: ReadonlySet<string>): string | undefined {
  const seen = new Set<string>()
  for (let at = id; at !== undefined && !seen.has(at); at = cells.get(at)?.parent) {
    if (shapes.has(at)) return at
    seen.add(at)
  }
  return undefined
}
