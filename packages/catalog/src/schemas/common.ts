import { z } from 'zod'

export const text = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })
export const confidence = z.enum(['original-read', 'secondary', 'from-memory', 'conflict', 'ours'])
export const calendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** A date of issue may be known to the month or the year only. */
export const roughDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
/** Ids that a record of a picture may point at (`isEntityId` in domain). */
export const entityId = z.string().regex(/^[a-z0-9][a-z0-9._:-]{0,79}$/)
export const sources = z.array(z.string().min(1)).min(1)
export const sourced = { confidence, sources }
export const clauseRef = z.strictObject({ edition: entityId, clause: z.string().min(1), confidence })
export const audience = z.enum(['facility', 'pharmacy', 'checkup-centre', 'vendor'])
export const cardSize = z.enum(['clinic', 'hospital'])
export const stage = z.union([z.literal(1), z.literal(2), z.literal(3)])

export const facilityKind = z.enum([
  'hospital',
  'clinic-with-beds',
  'clinic',
  'dental-clinic',
  'midwifery',
  'pharmacy',
  'checkup-centre',
  'laboratory',
  'checkup-lab-centre',
  'other',
])
