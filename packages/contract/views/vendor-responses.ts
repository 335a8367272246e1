import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { plannedUpdateKind } from '../slices/vulnerabilities.ts'
import { day, text } from './common.ts'
import { notDoneChoice, responseStanding, stepFile, updateGap, updateStanding } from './vulnerabilities.ts'

/** Why something is asked of a vendor: what its contract says of updates, and who pays. */
const vendorDuty = z.object({
  says: text,
  /** Title of the contract and the clause, as the facility has written them down. */
  contract: z.string().optional(),
  clause: z.string().optional(),
  paidBy: z.enum(['fee', 'facility', 'nobody']).optional(),
})

/** What a vendor was told: the devices, what they have, to what they are to be brought, and what both sides said. */
export const vendorResponse = z.object({
  response: z.string(),
  title: z.string(),
  product: z.string().optional(),
  devices: z.array(z.object({ name: z.string(), version: z.string().optional() })),
  fixedVersion: z.string().optional(),
  openedOn: day,
  dueOn: day.optional(),
  state: responseStanding,
  proof: z.enum(['read-again', 'statement']).optional(),
  steps: z.array(recordSchemas.responseSteps),
  /** Files that the vendor itself has handed over. */
  files: z.array(stepFile.omit({ sha256: true })).default([]),
  duty: vendorDuty.optional(),
})

/** A planned update that was given to a vendor. */
export const vendorUpdate = z.object({
  update: z.string(),
  title: z.string(),
  kind: plannedUpdateKind,
  product: z.string().optional(),
  version: z.string().optional(),
  /** Of the vendor's own systems. */
  systems: z.array(z.string()),
  devices: z.array(z.object({ name: z.string(), version: z.string().optional() })),
  dueOn: day.optional(),
  /** Days between which nothing else is changed. */
  freezeFrom: day.optional(),
  freezeUntil: day.optional(),
  state: updateStanding,
  gaps: z.array(updateGap),
  steps: z.array(recordSchemas.plannedUpdateSteps),
  duty: vendorDuty.optional(),
})

const atClient = { relation: z.string(), facility: z.string() }

export const vendorResponsesView = z.object({
  today: day,
  responses: z.array(z.object({ ...atClient, ...vendorResponse.shape })),
  updates: z.array(z.object({ ...atClient, ...vendorUpdate.shape })),
  notDoneReasons: z.array(notDoneChoice),
})

/** The same of one client, for its account or for somebody with a one-time number. */
export const clientResponsesView = z.object({
  today: day,
  facility: z.string(),
  responses: z.array(vendorResponse),
  updates: z.array(vendorUpdate),
  notDoneReasons: z.array(notDoneChoice),
  /** The name under which steps are written: of the account, or the one that was written on the sheet. */
  by: z.string().optional(),
})

export type VendorResponse = z.infer<typeof vendorResponse>
export type VendorUpdate = z.infer<typeof vendorUpdate>
export type VendorResponsesView = z.infer<typeof vendorResponsesView>
export type ClientResponsesView = z.infer<typeof clientResponsesView>
