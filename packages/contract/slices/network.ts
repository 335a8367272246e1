import type { AssetId, LineId, LinkId, MapPlaceId, Slices, ZoneId } from '@mimamori/domain'
import { textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { day, id, limited, line, opt, record } from './fields.ts'

type RecordOfSlice<S extends keyof Slices> = Slices[S][number]

export const trust = z.enum([
  'internet',
  'carrier',
  'partner',
  'eligibility',
  'dmz',
  'maintenance',
  'core',
  'server',
  'clinical',
  'medical-device',
  'office',
  'guest',
])
export const linkLayer = z.enum(['physical', 'l2', 'l3', 'remote', 'wireless'])
export const linkControl = z.enum(['router-rules', 'filter', 'one-way', 'none', 'unknown'])

/** One of several words in a cell of a list, so without what separates them there. */
const words = z.array(line(60).refine((text) => !/[,、;；]/.test(text) && text.trim() === text, 'a text without separators')).max(200)
const place = z.number().int().min(-100_000).max(100_000)

const zone = record<RecordOfSlice<'zones'>>({
  id: id<ZoneId>(),
  name: limited(textLimits.zones.name),
  trust,
  prefixes: opt(words),
  vlans: opt(words),
  closed: opt(z.literal('yes')),
  closedBy: opt(z.enum(['facility', 'vendor'])),
  privateUse: opt(z.literal('yes')),
  note: opt(limited(textLimits.zones.note)),
})

const link = record<RecordOfSlice<'links'>>({
  id: id<LinkId>(),
  fromZone: opt(id<ZoneId>()),
  fromAsset: opt(id<AssetId>()),
  fromLine: opt(id<LineId>()),
  toZone: opt(id<ZoneId>()),
  toAsset: opt(id<AssetId>()),
  layer: linkLayer,
  control: linkControl,
  cutOn: opt(day),
  note: opt(limited(textLimits.links.note)),
})

const mapPlace = record<RecordOfSlice<'mapPlaces'>>({
  id: id<MapPlaceId>(),
  zone: opt(id<ZoneId>()),
  asset: opt(id<AssetId>()),
  line: opt(id<LineId>()),
  x: place,
  y: place,
})

/** How a record of each slice of the network must look. */
export const networkSchemas = { zones: zone, links: link, mapPlaces: mapPlace } as const
