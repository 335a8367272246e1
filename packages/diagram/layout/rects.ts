import type { Point, Rect } from './types.ts'

export function overlap(a: Rect, b: Rect, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap
}

export function contains(outer: Rect, inner: Rect): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h
}

export function centre({ x, y, w, h }: Rect): Point {
  return { x: x + w / 2, y: y + h / 2 }
}

export function aroundAll(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined
  const x = Math.min(...rects.map((one) => one.x))
  const y = Math.min(...rects.map((one) => one.y))
  const right = Math.max(...rects.map((one) => one.x + one.w))
  const bottom = Math.max(...rects.map((one) => one.y + one.h))
  return { x, y, w: right - x, h: bottom - y }
}

export function grown({ x, y, w, h }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by }
}

/** Where the words of a box may stand. */
export function textIn({ x, y, w, h }: Rect): Rect {
  return { x: x + 6, y: y + 4, w: w - 12, h: h - 8 }
}
