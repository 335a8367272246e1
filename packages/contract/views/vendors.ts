import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { day, text, versioned } from './common.ts'

/** One line of 「事業者確認用シート」: whom it was sent to, what came back, what is next. */
export const vendorSheetLine = z.object({
  sheet: z.string(),
  version: z.number().int(),
  vendor: z.string(),
  vendorName: z.string(),
  system: z.string().optional(),
  systemName: z.string().optional(),
  state: z.enum(['not-sent', 'waiting', 'partial', 'returned']),
  sentOn: day.optional(),
  way: z.string().optional(),
  returnedOn: day.optional(),
  onPaper: z.boolean(),
  days: z.number().int().optional(),
  next: text.optional(),
  requests: z.array(recordSchemas.requests),
})

export const vendorsView = z.object({
  revision: z.number().int(),
  sheets: z.array(vendorSheetLine),
  vendors: z.array(versioned(recordSchemas.vendors)),
  systems: z.array(versioned(recordSchemas.systems)),
  contracts: z.array(versioned(recordSchemas.contracts)),
  /** Systems that have a vendor and no sheet yet. */
  sheetsToMake: z.number().int(),
  /** Companies that may be one: offered, never merged unasked. */
  sameCompany: z.array(z.object({ a: z.string(), b: z.string(), nameA: z.string(), nameB: z.string() })),
  merged: z.array(z.object({ gone: z.string(), goneName: z.string(), keep: z.string() })),
  phoneWords: z.object({ opening: text, fields: z.array(text) }),
})

export type VendorsView = z.infer<typeof vendorsView>
export type VendorSheetLine = z.infer<typeof vendorSheetLine>
