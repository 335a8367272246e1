import * as z from 'zod'

export const text = z.object({ ja: z.string(), en: z.string() })
export const day = z.string()
export const instant = z.string()
export const confidence = z.enum(['original-read', 'secondary', 'from-memory', 'conflict', 'ours'])
export const party = z.string()
export const severity = z.enum(['critical', 'high', 'medium', 'low'])
export const findingState = z.enum(['open', 'covered', 'accepted', 'no-longer-seen', 'done'])
export const joinedState = z.enum(['agreed-yes', 'no', 'differs', 'vendor-silent', 'no-vendor', 'not-applicable', 'unanswered'])
export const cellState = z.enum(['yes', 'no', 'not-applicable', 'other-party', 'unanswered', 'silent', 'carried-over'])

/** A record of the picture with the version that a change must expect. */
export function versioned<T>(record: z.ZodType<T>): z.ZodType<{ version: number; record: T }> {
  return z.object({ version: z.number().int(), record })
}

export const levelView = z.object({
  reached: z.number().int(),
  next: z.number().int().optional(),
  target: z.number().int(),
  missing: z.array(z.object({ item: z.string(), number: z.string(), stage: z.number().int(), says: text })),
})

export const userError = z.object({
  code: z.string(),
  message: text,
  action: text,
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.number().int().optional(),
  column: z.string().optional(),
  /** Reference number of a fault of ours, to be told to the one who keeps the installation. */
  reference: z.string().optional(),
})

export type Level = z.infer<typeof levelView>
export type UserErrorView = z.infer<typeof userError>
export type TextView = z.infer<typeof text>
