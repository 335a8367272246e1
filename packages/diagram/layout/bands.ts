import type { MapModel } from '../model/types.ts'
import { say } from '../text/index.ts'
import { isEntrance, isOutside } from './items.ts'
import { aroundAll, overlap } from './rects.ts'
import { type Measures, unit, zoneTitleSize } from './sizes.ts'
import { textWidth } from './text-width.ts'
import type { MapBand, Rect } from './types.ts'

/** What lies in one row with the highest of its kind, or in a row next to it; what a person has put elsewhere is in no band. */
const sameRow = 160
const nextRow = 40

export function bandsOf(
  model: MapModel,
  rects: ReadonlyMap<string, Rect>,
  { zones, measures }: { readonly zones: readonly Rect[]; readonly measures: Measures },
): readonly MapBand[] {
  const { lang } = model
  const taken = [...rects.values(), ...zones]
  const outside = rowOf(model.boxes.filter(isOutside).flatMap((box) => rects.get(box.id) ?? []))
  const entrances = rowOf(model.boxes.filter(isEntrance).flatMap((box) => rects.get(box.id) ?? []))
  return [
    ...(outside ? [bandOf('outside', outside, { titleLine: say(lang, 'map.outside'), taken, measures })] : []),
    ...(entrances
      ? [bandOf('entrances', entrances, { titleLine: say(lang, 'map.entrances', { count: model.entrances }), taken, measures })]
      : []),
  ]
}

function rowOf(rects: readonly Rect[]): Rect | undefined {
  const sorted = rects.toSorted((a, b) => a.y - b.y)
  let [bottom, kept] = [(sorted[0]?.y ?? 0) + sameRow, 0]
  for (const { y, h } of sorted) {
    if (y >= bottom) break
    bottom = Math.max(bottom, y + h + nextRow)
    kept++
  }
  return aroundAll(sorted.slice(0, kept))
}

interface BandTitle {
  readonly titleLine: string
  /** What a person has put there is no place for a title; it moves to the right. */
  readonly taken: readonly Rect[]
  readonly measures: Measures
}

function bandOf(kind: MapBand['kind'], { x, y, w, h }: Rect, { titleLine, taken, measures }: BandTitle): MapBand {
  const { bandHead, bandLeft, bandPadding, bandRight } = measures
  const right = kind === 'outside' ? bandPadding : bandRight
  const usual = {
    x: x - bandLeft + unit,
    y: y - (kind === 'outside' ? Math.min(28, bandHead) : 32),
    w: Math.ceil(textWidth(titleLine, zoneTitleSize)),
    h: 24,
  }
  const places = Array.from({ length: Math.ceil((w + bandLeft) / (2 * unit)) }, (_, n) => ({ ...usual, x: usual.x + n * 2 * unit }))
  const titleRect = places.find((place) => !taken.some((one) => overlap(place, one))) ?? usual
  const rect = { x: x - bandLeft, y: y - bandHead, w: w + bandLeft + right, h: h + bandHead + bandPadding }
  return { kind, ...rect, titleLine, titleRect }
}
