import type { MapModel } from '../model/types.ts'
import { say } from '../text/index.ts'
import { isEntrance, isOutside } from './items.ts'
import { aroundAll } from './rects.ts'
import { bandHead, bandLeft, bandPadding, unit, zoneTitleSize } from './sizes.ts'
import { textWidth } from './text-width.ts'
import type { MapBand, Rect } from './types.ts'

/** What lies in one row with the highest of its kind; what a person has put elsewhere is in no band. */
const sameRow = 160

export function bandsOf(model: MapModel, rects: ReadonlyMap<string, Rect>): readonly MapBand[] {
  const { lang } = model
  const outside = rowOf(model.boxes.filter(isOutside).flatMap((box) => rects.get(box.id) ?? []))
  const entrances = rowOf(model.boxes.filter(isEntrance).flatMap((box) => rects.get(box.id) ?? []))
  return [
    ...(outside ? [bandOf('outside', outside, say(lang, 'map.outside'))] : []),
    ...(entrances ? [bandOf('entrances', entrances, say(lang, 'map.entrances', { count: model.entrances }))] : []),
  ]
}

function rowOf(rects: readonly Rect[]): Rect | undefined {
  const top = Math.min(...rects.map((one) => one.y))
  return aroundAll(rects.filter((one) => one.y < top + sameRow))
}

function bandOf(kind: MapBand['kind'], { x, y, w, h }: Rect, titleLine: string): MapBand {
  const width = Math.ceil(textWidth(titleLine, zoneTitleSize))
  const titleRect = { x: x - bandLeft + unit, y: y - (kind === 'outside' ? 28 : 32), w: width, h: 24 }
  const rect = { x: x - bandLeft, y: y - bandHead, w: w + bandLeft + bandPadding, h: h + bandHead + bandPadding }
  return { kind, ...rect, titleLine, titleRect }
}
