import type {
  Asset,
  AssetKind,
  AssetKindTraits,
  AssetZones,
  CalendarDate,
  Entrance,
  ForbiddenPath,
  Lang,
  LastSeen,
  Line,
  LinkControl,
  LinkLayer,
  NetworkEdge,
  NetworkNode,
  RemotePath,
  Trust,
  TrustClass,
  Vpn,
  Zone,
} from '@mimamori/domain'

/** What a map is made of: what was derived of the network, and the records and reference lists by which it is named. */
export interface MapInput {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  readonly entrances: readonly Entrance[]
  readonly zones: readonly Zone[]
  readonly assets: readonly Asset[]
  readonly lines: readonly Line[]
  readonly vpns: readonly Vpn[]
  readonly remotePaths: readonly RemotePath[]
  readonly assetZones: readonly AssetZones[]
  readonly lastSeen?: readonly LastSeen[]
  readonly trustClasses: readonly TrustClass[]
  readonly assetKinds: readonly AssetKindTraits[]
  /** The day by which ages are told. */
  readonly asOf: CalendarDate
  readonly lang?: Lang
  /** Ids of stacks and zones that are drawn box by box. */
  readonly unfolded?: readonly string[]
  /** How much may be drawn; without it, as much as anybody reads. */
  readonly budget?: MapBudget
  /** Ids of nodes, assets and lines that stand alone whatever else is folded: what a person has placed, and what a way leads through. */
  readonly alone?: readonly string[]
  /** The one way that is lit. */
  readonly path?: ForbiddenPath
  /** The network edge to cut. With a path it is marked; without one it is drawn as cut away. */
  readonly cut?: string
}

/** `first`: devices by what they are, so that the whole house is seen at once and its letters can still be read. */
export interface MapBudget {
  readonly boxes: number
  readonly first?: true | undefined
}

/** How long ago something was last confirmed: within 3 months, within a year, before that, nobody knows. */
export type Age = 'recent' | 'year' | 'older' | 'unknown'

export type BoxRole = 'outside' | 'entrance' | 'core' | 'device' | 'hub' | 'stack'

/** A box of the map. `id`: of a node that of the node; of a stack `stack:…`; of an entrance without a device `entrance:<outside>`. */
export interface MapBox {
  readonly id: string
  readonly role: BoxRole
  /** The map zone in which it stands; absent for boxes in the bands of the outside, the entrances and the core. */
  readonly zone?: string
  /** Whole; the layout cuts what is too long. */
  readonly title: string
  readonly sub?: string
  /** A sentence with everything that the look of the box says. */
  readonly label: string
  /** Number of devices or points behind it. */
  readonly count: number
  readonly age: Age
  readonly kind?: AssetKind
  readonly entrance?: true
  readonly unlisted?: true
  /** What it is, nobody knows. */
  readonly unknown?: true
  /** Can be unfolded, or is part of what was. */
  readonly foldable?: true
  /** Ids of the nodes and assets that it stands for. */
  readonly members: readonly string[]
  /** Order among its neighbours: by rank, then title, then id. */
  readonly rank: number
}

/** A zone drawn as a rectangle; of merged zones `zones:<trust>`. */
export interface MapZone {
  readonly id: string
  readonly title: string
  readonly label: string
  readonly trust?: Trust
  /** Row of the map, 1 and up; zones of the outside are boxes. */
  readonly tier: number
  /** Order within the row. */
  readonly rank: number
  readonly count: number
  /** All its devices are in one stack, which unfolds the zone. */
  readonly folded?: true
  /** Devices of which nobody has said where they stand. */
  readonly unknown?: true
  /** Ids of the zones that it stands for. */
  readonly members: readonly string[]
}

/** A line of the map. Ends are ids of boxes or map zones. */
export interface MapEdge {
  /** `<from>~<to>`, in code units. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
  /** The network edges that it stands for. */
  readonly edges: readonly string[]
  readonly layer: LinkLayer
  readonly control: LinkControl
  /** Known by statements alone: nobody has seen it. */
  readonly told?: true
  /** Goes from `from` to `to` only. */
  readonly oneWay?: true
  readonly cut?: true
}

/** One step of the lit way on the map. */
export interface LitHop {
  /** As the list of hops counts, 1 first. */
  readonly number: number
  /** Boxes or zones at its ends; the same where it is within one stack. */
  readonly from: string
  readonly to: string
  /** The line that is lit; absent where a zone and a box within it touch. */
  readonly edge?: string
  readonly cut?: true
}

export interface MapModel {
  readonly lang: Lang
  /** Folded for the first sight, and laid out closely. */
  readonly first?: true | undefined
  readonly boxes: readonly MapBox[]
  readonly zones: readonly MapZone[]
  readonly edges: readonly MapEdge[]
  readonly hops: readonly LitHop[]
  /** Number of entrances, as the band says it. */
  readonly entrances: number
  readonly title: string
  readonly about: string
}
