import { z } from 'zod'
import { calendarDate, entityId, sourced, text } from './common.ts'

const assetKind = z.enum([
  'server',
  'pc',
  'tablet',
  'firewall',
  'router',
  'mobile-router',
  'switch',
  'access-point',
  'network-device',
  'medical-device',
  'storage',
  'backup-device',
  'printer',
  'fax',
  'phone',
  'camera',
  'iot',
  'cloud-service',
  'removable-media',
  'other',
])

export const assetKindTraits = z.strictObject({
  id: assetKind,
  name: text,
  onNetwork: z.boolean(),
  takesUpdates: z.boolean(),
  disclosure: z.boolean(),
  ...sourced,
})

export const supportEnd = z.strictObject({
  id: entityId,
  product: text,
  words: z.array(z.string().regex(/^[^A-Z]+$/)).min(1),
  unless: z
    .array(z.string().regex(/^[^A-Z]+$/))
    .min(1)
    .exactOptional(),
  endsOn: calendarDate,
  ...sourced,
})

export const assetLimit = z.strictObject({ id: entityId, most: z.int().nonnegative(), reason: text, ...sourced })

export const assetSentence = z.strictObject({ id: entityId, says: text, ...sourced })
