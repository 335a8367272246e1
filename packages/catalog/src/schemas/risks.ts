import { z } from 'zod'
import { clauseRef, entityId, sourced, text } from './common.ts'

const phase = z.enum(['before-contract', 'development-maintenance', 'normal-operation', 'emergency', 'end-of-contract'])
const owner = z.enum(['facility', 'vendor'])

export const riskCategory = z.strictObject({ id: entityId, order: z.int().positive(), name: text, large: text, ...sourced })

export const riskGroup = z.strictObject({ id: entityId, category: entityId, name: text, ...sourced })

export const risk = z.strictObject({
  id: entityId,
  order: z.int().positive(),
  group: entityId,
  phases: z.tuple([phase], phase),
  name: text,
  scenario: text,
  entry: z.array(entityId),
  harms: z.enum(['care', 'records', 'secrecy', 'order']),
  controls: z
    .array(
      z.strictObject({
        control: entityId,
        role: z.enum(['prevent', 'detect', 'limit', 'recover']),
        needed: z.literal(true).exactOptional(),
      }),
    )
    .min(1),
  refs: z.array(clauseRef).min(1),
  ...sourced,
})

export const controlType = z.strictObject({
  id: entityId,
  order: z.int().positive(),
  name: text,
  owners: z.tuple([owner], owner),
  topics: z.array(entityId),
  facts: z.array(entityId),
  partFacts: z.array(entityId).exactOptional(),
  ...sourced,
})

export const standIn = z.strictObject({
  id: entityId,
  for: entityId,
  by: entityId,
  when: entityId.exactOptional(),
  condition: text,
  limit: text,
  ...sourced,
})

export const riskFactWords = z.strictObject({ id: entityId, says: text, asks: text, ...sourced })
