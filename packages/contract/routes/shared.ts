import * as z from 'zod'
import { changeSchema } from '../slices/change.ts'

export const none = z.strictObject({})
export const nothing = z.undefined()
export const done = z.object({ done: z.literal(true) })
export const newPassword = z.string().min(8).max(200)
export const newLogin = z
  .string()
  .min(3)
  .max(60)
  .regex(/^[A-Za-z0-9._@-]+$/)
export const facility = z.object({ facility: z.string().max(80) })
export const bytes = z.unknown()
/** One window of a browser. */
export const tabName = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)
export const megabyte = 1024 * 1024

/** Result of a write; a conflict shows both values and has overwritten nothing. */
export const changesResult = z.object({
  revision: z.number().int(),
  versions: z.array(z.object({ slice: z.string(), id: z.string(), version: z.number().int() })),
  conflicts: z.array(
    z.object({
      at: z.number().int(),
      slice: z.string(),
      id: z.string(),
      theirs: z.unknown(),
      version: z.number().int(),
      by: z.string().optional(),
      when: z.string().optional(),
    }),
  ),
})

/** `expected`: version of the record that the change was made against; absent for `add`. */
export const changesBody = z.strictObject({
  changes: z
    .array(z.strictObject({ change: changeSchema, expected: z.number().int().optional() }))
    .min(1)
    .max(2000),
})
