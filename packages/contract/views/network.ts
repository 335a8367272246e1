import type { MapModel } from '@mimamori/diagram'
import type { Entrance, ForbiddenPair, ForbiddenPath, NetworkEdge, NetworkNode, NetworkQuestion, Reach, TrustClass } from '@mimamori/domain'
import * as z from 'zod'
import { assetKind, observationSource } from '../slices/assets.ts'
import { recordSchemas } from '../slices/records.ts'
import { assetRow } from './assets.ts'
import { day, severity, text, userError, versioned } from './common.ts'

/** What `domain` derives, in its own shapes: made by the same types on both sides, so that only the ids are looked at here. */
function derived<T extends { readonly id: string }>(): z.ZodType<T> {
  return z.looseObject({ id: z.string() }) as unknown as z.ZodType<T> // the server derives it
}

const node = derived<NetworkNode>()
/** Without what tells it. */
const edge = derived<Omit<NetworkEdge, 'facts'>>()
/** A way that must not be open and is, and the finding that tells of it, if one is open. */
const path = derived<Omit<ForbiddenPath, 'facts'> & { readonly finding?: string }>()

/** Devices of a zone by kind (`-`: not known) and by the switch on which they were seen (`-`: not seen on one). */
const stack = z.object({
  /** `-`: devices that stand in no zone. */
  zone: z.string(),
  count: z.number().int(),
  kinds: z.array(z.object({ kind: z.union([assetKind, z.literal('-')]), count: z.number().int() })),
  switches: z.array(z.object({ device: z.string(), count: z.number().int() })),
})

const names = z.record(z.string(), text)

/** The map: its points and links, what stands at its entrances, the ways that must not be open, and what nobody has said yet. */
export const networkView = z.object({
  revision: z.number().int(),
  today: day,
  nodes: z.array(node),
  /** Without what tells them: that comes with one point or one way. */
  edges: z.array(edge),
  entrances: z.array(derived<Omit<Entrance, 'facts'>>()),
  /** The gravest first; of many no more than `pathsTotal` says beside. */
  paths: z.array(path),
  pathsTotal: z.number().int(),
  /** Devices at an entrance, from which walks begin too: for checks while somebody draws. */
  gates: z.array(z.string()),
  pairs: z.array(derived<ForbiddenPair>()),
  trustClasses: z.array(derived<TrustClass>()),
  questions: z.array(derived<NetworkQuestion>()),
  questionsTotal: z.number().int(),
  zones: z.array(versioned(recordSchemas.zones)),
  links: z.array(versioned(recordSchemas.links)),
  places: z.array(versioned(recordSchemas.mapPlaces)),
  /** Those in use: what they bring goes when they are given up. */
  vpns: z.array(versioned(recordSchemas.vpns)),
  remotePaths: z.array(versioned(recordSchemas.remotePaths)),
  stacks: z.array(stack),
  /** Of everything above that has an id, and of kinds of devices by `kind:<kind>`. */
  names,
  counts: z.object({
    devices: z.number().int(),
    entrances: z.number().int(),
    zones: z.number().int(),
    unknownControls: z.number().int(),
    placedNowhere: z.number().int(),
  }),
  /** Day of the latest fact. */
  lastOn: day.optional(),
})

/** A window of the devices of one zone. */
export const networkZoneView = z.object({
  revision: z.number().int(),
  zone: z.string(),
  total: z.number().int(),
  offset: z.number().int(),
  devices: z.array(
    z.object({
      row: assetRow,
      /** How it is known that it stands here, and since which sight. */
      by: z.enum(['stated', 'address', 'vlan']).optional(),
      on: day.optional(),
      /** All zones in which it stands. */
      zones: z.array(z.string()),
      /** The port on which a switch saw it; `device` as the switch calls itself. */
      port: z.object({ device: z.string(), port: z.string(), vlan: z.string().optional(), on: day.optional() }).optional(),
    }),
  ),
})

/** What tells of a link or a point: a record in words, and the line of the file where it was read. */
export const networkEvidence = z.object({
  slice: z.enum(['assets', 'claims', 'facility', 'lines', 'links', 'remotePaths', 'systems', 'vpns', 'zones']),
  id: z.string(),
  field: z.string().optional(),
  name: text,
  by: observationSource.optional(),
  file: z.string().optional(),
  row: z.number().int().optional(),
  on: day.optional(),
})

const reached = z.looseObject({ zone: z.string() }) as unknown as z.ZodType<Reach['zones'][number]> // as above

/** What somebody at one point can reach, and what stops with it. */
export const networkWaysView = z.object({
  revision: z.number().int(),
  from: z.string(),
  fallen: z.boolean(),
  zones: z.array(reached),
  /** Devices within reach, its own among them. */
  devices: z.number().int(),
  systems: z.array(z.object({ id: z.string(), name: z.string() })),
  services: z.array(z.object({ id: z.string(), name: text })),
  /** The links of the point, each with what tells it. */
  links: z.array(z.object({ edge, evidence: z.array(networkEvidence) })),
  names,
})

/** One forbidden way step by step. */
export const networkPathView = z.object({
  revision: z.number().int(),
  path,
  reason: text,
  weight: z.number(),
  /** The start first, which has no link. */
  hops: z.array(
    z.object({
      node,
      edge: edge.optional(),
      evidence: z.array(networkEvidence),
      /** Switches on the wire inside a zone, in order. */
      through: z.array(z.string()),
    }),
  ),
  /**
   * The fewest things that close the way from start to target, whatever the way; all of them must be done. `ends`: not a link is taken
   * away, but the VPN or way of maintenance given up from which its links follow.
   */
  cut: z.array(
    z.object({ edges: z.array(edge), ends: z.object({ slice: z.enum(['vpns', 'remotePaths']), id: z.string() }).optional(), text }),
  ),
  /** Whom it concerns: who keeps the devices on the way. */
  vendors: z.array(z.object({ id: z.string(), name: z.string(), devices: z.array(z.string()) })),
  names,
})

/** The boxes and lines of the map, without a way lit. */
const model = z.object({
  lang: z.enum(['ja', 'en']),
  boxes: z.array(derived<MapModel['boxes'][number]>()),
  zones: z.array(derived<MapModel['zones'][number]>()),
  edges: z.array(derived<MapModel['edges'][number]>()),
  hops: z.array(z.never()),
  entrances: z.number().int(),
  title: z.string(),
  about: z.string(),
})

export const networkModelView = z.object({ revision: z.number().int(), model })

const triedLine = z.object({ id: z.string(), rule: z.string(), area: z.string(), severity, title: text })

/** What changes of the picture would make otherwise; nothing of it is stored. */
export const networkTryView = z.object({
  come: z.array(triedLine),
  gone: z.array(triedLine),
  /** The same finding with other words or another severity; as it would be. */
  changed: z.array(triedLine),
  network: networkView,
  /** Where asked for. A point that would be gone is told of no more. */
  ways: networkWaysView.optional(),
  model: model.optional(),
})

/** An end of a line that somebody has drawn: a record that is known, or a shape of the drawing that is not. */
const drawnEnd = z.object({ slice: z.enum(['zones', 'assets', 'lines']).optional(), id: z.string(), name: z.string() })

/** What a drawing of draw.io says: where known things stand, and what it shows that the map does not. Nothing of it is stored. */
export const networkDrawioView = z.object({
  revision: z.number().int(),
  file: z.string(),
  places: z.array(
    z.object({ slice: z.enum(['zones', 'assets', 'lines']), id: z.string(), name: z.string(), x: z.number(), y: z.number() }),
  ),
  /** Zones and devices that nobody has listed; `cell` is the id within the drawing, by which lines name them. */
  zones: z.array(z.object({ cell: z.string(), name: z.string(), x: z.number(), y: z.number() })),
  devices: z.array(
    z.object({
      cell: z.string(),
      name: z.string(),
      x: z.number(),
      y: z.number(),
      kind: assetKind.optional(),
      ips: z.array(z.string()),
      macs: z.array(z.string()),
      note: z.string().optional(),
      /** The frame in which it is drawn. */
      zone: drawnEnd.optional(),
    }),
  ),
  links: z.array(z.object({ from: drawnEnd, to: drawnEnd })),
  /** How many more there are than the lists above show. */
  more: z.number().int(),
  problems: z.array(userError),
})

export type NetworkDrawioView = z.infer<typeof networkDrawioView>
export type NetworkView = z.infer<typeof networkView>
export type NetworkModelView = z.infer<typeof networkModelView>
export type NetworkZoneView = z.infer<typeof networkZoneView>
export type NetworkEvidence = z.infer<typeof networkEvidence>
export type NetworkWaysView = z.infer<typeof networkWaysView>
export type NetworkPathView = z.infer<typeof networkPathView>
export type NetworkTryView = z.infer<typeof networkTryView>
