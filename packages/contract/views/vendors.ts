import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { visitView } from './answering.ts'
import { day, text, versioned } from './common.ts'

/** What comes next in asking, from the schedule; `title` and `button` are those of the step. */
export const askingStepView = z.object({
  state: z.enum(['to-send', 'awaiting-approval', 'waiting', 'due', 'all-taken']),
  step: z.enum(['request', 'chase-up', 'phone', 'second-contact', 'head-letter', 'notice']).optional(),
  kind: z.enum(['request', 'chase-up', 'second-contact', 'head-letter', 'notice']).optional(),
  way: z.enum(['post', 'fax', 'mail', 'phone']).optional(),
  dueOn: day.optional(),
  title: text.optional(),
  button: text.optional(),
  /** The id of the letter that waits. */
  approval: z.string().optional(),
})

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
  /** 7K3M-2QXH: printed on everything that goes out, typed in when it comes back. */
  number: z.string(),
  asking: askingStepView.optional(),
  requests: z.array(recordSchemas.requests),
})

export const vendorsView = z.object({
  revision: z.number().int(),
  facility: versioned(recordSchemas.facility).optional(),
  /** The schedule of reminders with the days that count here; ours, not an official one. */
  plan: z.array(z.object({ id: z.string(), kind: z.string(), days: z.number().int(), title: text, reason: text })),
  approvals: z.array(versioned(recordSchemas.approvals)),
  approvalBoxes: z.array(versioned(recordSchemas.approvalBoxes)),
  mailIsSetUp: z.boolean(),
  sheets: z.array(vendorSheetLine),
  vendors: z.array(versioned(recordSchemas.vendors)),
  systems: z.array(versioned(recordSchemas.systems)),
  contracts: z.array(versioned(recordSchemas.contracts)),
  /** 担当者の変更届, those that wait first, and 保守作業, each with its history. */
  contactChanges: z.array(versioned(recordSchemas.contactChanges)),
  visits: z.array(visitView),
  disclosures: z.array(versioned(recordSchemas.disclosures)),
  /** Systems that have a vendor and no sheet yet. */
  sheetsToMake: z.number().int(),
  /** Vendors for which there is a request for updates that close weaknesses. */
  toAskForUpdates: z.array(z.string()),
  /** Companies that may be one: offered, never merged unasked. */
  sameCompany: z.array(z.object({ a: z.string(), b: z.string(), nameA: z.string(), nameB: z.string() })),
  merged: z.array(z.object({ gone: z.string(), goneName: z.string(), keep: z.string() })),
  phoneWords: z.object({ opening: text, fields: z.array(text) }),
})

export type VendorsView = z.infer<typeof vendorsView>
export type VendorSheetLine = z.infer<typeof vendorSheetLine>
export type AskingStepView = z.infer<typeof askingStepView>
