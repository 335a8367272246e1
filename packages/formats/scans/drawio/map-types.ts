import type { AssetKind } from '@mimamori/domain'
import type { Problem } from '../../errors.ts'

/** What is drawn where; `cell` is its id in the drawing, `id` our own where the drawing came from here. */
export interface DrawnThing {
  readonly cell: string
  readonly id?: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** Cell of the frame in which it lies. */
  readonly zone?: string
  /** Counted in the file, 1 first. */
  readonly row: number
}

export type DrawnZone = DrawnThing

export interface DrawnBox extends DrawnThing {
  readonly kind?: AssetKind
  readonly ips: readonly string[]
  readonly macs: readonly string[]
  /** What else is written in the box. */
  readonly note?: string
}

export interface DrawnLine {
  readonly cell: string
  readonly id?: string
  /** Cells of a box or a zone. */
  readonly from: string
  readonly to: string
  readonly row: number
}

export interface DrawioMap {
  readonly file: string
  readonly zones: readonly DrawnZone[]
  readonly boxes: readonly DrawnBox[]
  readonly edges: readonly DrawnLine[]
  readonly problems: readonly Problem[]
}
