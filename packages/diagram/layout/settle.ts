import { overlap } from './rects.ts'
import { margin, toGrid } from './sizes.ts'
import type { Rect } from './types.ts'

export interface Wish extends Rect {
  readonly id: string
  /** Where a person has put it; it stays there whatever else is there. */
  readonly fixed?: true
}

const gap = 24
/** Beyond so many, what finds no room goes below all the rest: looking for the nearest place would take too long. */
const mostLookedAt = 150

/** Gives everything a place of its own, as near to where it wants to be as there is room; the first in the list choose first. */
export function settle(wishes: readonly Wish[], taken: readonly Rect[]): ReadonlyMap<string, Rect> {
  const placed: Rect[] = [...taken, ...wishes.filter((one) => one.fixed)]
  const found = new Map<string, Rect>(wishes.filter((one) => one.fixed).map((one) => [one.id, rectOf(one)]))
  for (const wish of wishes) {
    if (wish.fixed) continue
    const rect = isFree(wish, placed) ? rectOf(wish) : nearestFree(wish, placed)
    placed.push(rect)
    found.set(wish.id, rect)
  }
  return found
}

function rectOf({ x, y, w, h }: Rect): Rect {
  return { x, y, w, h }
}

function isFree(rect: Rect, placed: readonly Rect[]): boolean {
  return !placed.some((other) => overlap(rect, other, gap - 8))
}

/** Beside or below what is already there. */
function nearestFree(wish: Rect, placed: readonly Rect[]): Rect {
  const below = toGrid(Math.max(margin, ...placed.map((one) => one.y + one.h)) + gap + 4)
  const last = { ...rectOf(wish), y: below }
  if (placed.length > mostLookedAt) return last
  const xs = [wish.x, ...placed.flatMap((one) => [one.x + one.w + gap, one.x - gap - wish.w])].filter((x) => x >= margin)
  const ys = [wish.y, ...placed.flatMap((one) => [one.y + one.h + gap, one.y - gap - wish.h])].filter((y) => y >= margin)
  const places = [...new Set(xs)].flatMap((x) => [...new Set(ys)].map((y) => ({ x: toGrid(x), y: toGrid(y), w: wish.w, h: wish.h })))
  const far = ({ x, y }: Rect) => Math.abs(x - wish.x) + 1.5 * Math.abs(y - wish.y)
  const nearest = places.toSorted((a, b) => far(a) - far(b) || a.y - b.y || a.x - b.x)
  return nearest.find((place) => isFree(place, placed)) ?? last
}
