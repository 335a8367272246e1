import type { Lang } from '@mimamori/domain'
import type { MapBox, MapEdge, MapZone } from '../model/types.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Units of the drawing: pixels of the screen at its natural size. */
export interface Rect extends Point {
  readonly w: number
  readonly h: number
}

export interface PlacedBox extends MapBox, Rect {
  /** The title as it fits, in at most two lines. */
  readonly lines: readonly string[]
  readonly subLine?: string
  /** Its place in the grid of its zone, from the upper left; absent where a person has put it. */
  readonly slot?: number
  readonly lit?: true
}

export interface PlacedZone extends MapZone, Rect {
  readonly columns: number
  readonly titleLine: string
  readonly titleRect: Rect
  readonly lit?: true
}

export interface PlacedEdge extends MapEdge {
  /** From one end to the other, level and upright in turn. */
  readonly points: readonly Point[]
  readonly lit?: true
}

export interface MapBand extends Rect {
  readonly kind: 'outside' | 'entrances'
  readonly titleLine: string
  readonly titleRect: Rect
}

/** A disc on the lit way: the number of a hop, or the scissors on the link to cut. */
export interface MapMark extends Point {
  readonly kind: 'hop' | 'cut'
  readonly number?: number
  readonly radius: number
}

export interface CutLabel extends Rect {
  readonly text: string
  /** Where the scissors are. */
  readonly from: Point
}

export interface PlacedMap {
  readonly lang: Lang
  readonly title: string
  readonly about: string
  /** How much room the first sight needed: 0 the least. */
  readonly room?: number
  readonly width: number
  readonly height: number
  readonly bands: readonly MapBand[]
  readonly zones: readonly PlacedZone[]
  readonly boxes: readonly PlacedBox[]
  readonly edges: readonly PlacedEdge[]
  /** The lit way, over the lines that it follows. */
  readonly lit: readonly (readonly Point[])[]
  readonly marks: readonly MapMark[]
  readonly cutLabel?: CutLabel
}
