import { z } from 'zod'
import { entityId, sourced, text } from './common.ts'

const safety = z.enum(['negligible', 'marginal', 'critical', 'catastrophic'])
const mission = z.enum(['degraded', 'mef-support-crippled', 'mef-failure', 'mission-failure'])

export const urgencyRow = z.strictObject({
  id: entityId,
  row: z.int().nonnegative(),
  inKev: z.boolean(),
  exposed: z.boolean(),
  automatable: z.boolean(),
  impact: z.enum(['partial', 'total']),
  action: z.enum(['days-3-forensics', 'days-3', 'days-14', 'days-60', 'next-upgrade']),
  dueDays: z.int().positive().exactOptional(),
  ...sourced,
})

export const humanImpactRow = z.strictObject({
  id: entityId,
  row: z.int().nonnegative(),
  safety,
  mission,
  impact: z.enum(['low', 'medium', 'high', 'very-high']),
  ...sourced,
})

export const careImpact = z.strictObject({ id: entityId, safety, mission, ...sourced })

export const notDoneReason = z.strictObject({
  id: z.enum(['not-told', 'no-budget', 'believed-closed', 'fear-of-malfunction', 'vendor-coordinating', 'vendor-decides']),
  name: text,
  answer: text,
  way: z.enum(['ask-vendor', 'estimate', 'network', 'impact-check', 'visit', 'contract']),
  ...sourced,
})

export const urgencySentence = z.strictObject({ id: z.string().regex(/^[a-z]+:[a-zA-Z0-9-]+$/), says: text, ...sourced })
