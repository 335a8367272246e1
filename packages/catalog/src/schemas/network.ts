import { z } from 'zod'
import { entityId, sourced, text } from './common.ts'

const trust = z.enum([
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

export const trustClass = z.strictObject({
  id: trust,
  name: text,
  tier: z.int().nonnegative(),
  order: z.int().nonnegative(),
  about: text,
  ...sourced,
})

export const forbiddenPair = z.strictObject({
  id: entityId,
  from: z.array(trust).min(1),
  to: z.array(trust).min(1),
  when: z.literal('internet-connected').exactOptional(),
  weight: z.int().nonnegative(),
  reason: text,
  ...sourced,
})

export const mobileRouterMaker = z.strictObject({
  id: entityId,
  name: text,
  ouis: z.array(z.string().regex(/^[0-9A-F]{6}$/)).min(1),
  ...sourced,
})
