import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { confidence, day, instant, text, versioned } from './common.ts'

export const roleName = z.enum(['owner', 'manager', 'editor', 'reader', 'responder', 'auditor'])

/** What the ten questions set, and the people: the records behind the forms. */
export const factsView = z.object({
  revision: z.number().int(),
  facility: versioned(recordSchemas.facility),
  people: z.array(versioned(recordSchemas.people)),
  services: z.array(versioned(recordSchemas.services)),
  contacts: z.array(versioned(recordSchemas.contacts)),
  vendors: z.array(versioned(recordSchemas.vendors)),
  systems: z.array(versioned(recordSchemas.systems)),
  contracts: z.array(versioned(recordSchemas.contracts)),
  backups: z.array(versioned(recordSchemas.backups)),
})

const choice = z.object({ value: z.string(), label: text })

export const tenQuestion = z.object({
  number: z.number().int(),
  question: text,
  why: text,
  help: text.optional(),
  choices: z.array(choice),
})

export const workCardView = z.object({
  id: z.string(),
  topic: z.string(),
  title: text,
  minutes: z.number().int(),
  confidence,
  who: text,
  before: z.array(text),
  steps: z.array(
    z.object({
      id: z.string(),
      text,
      doneOn: day.optional(),
      tick: z.string().optional(),
      /** Version of the tick, to take it back. */ tickVersion: z.number().int().optional(),
    }),
  ),
  checkAfter: z.array(text),
  whenNot: z.array(text),
  askVendor: text.optional(),
  evidenceHint: text.optional(),
  others: z.array(z.object({ id: z.string(), title: text })),
})

export const papersView = z.object({
  papers: z.array(
    z.object({
      kind: z.string(),
      title: text,
      says: text,
      formats: z.array(z.string()),
      copies: z.array(z.enum(['on-site', 'hand-over'])),
    }),
  ),
  made: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: text,
      at: instant,
      revision: z.number().int(),
      checkNumber: z.string(),
      sha256: z.string(),
    }),
  ),
})

export const importPreview = z.object({
  id: z.string(),
  files: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      says: text,
      read: z.number().int(),
      /** Nothing is registered before a person says so. */
      changes: z.array(z.object({ text, before: z.string().optional(), after: z.string().optional() })),
      problems: z.array(
        z.object({
          code: z.string(),
          message: text,
          action: text,
          sheet: z.string().optional(),
          row: z.number().int().optional(),
          column: z.string().optional(),
        }),
      ),
    }),
  ),
  expiresAt: instant,
})

export type FactsView = z.infer<typeof factsView>
export type TenQuestionView = z.infer<typeof tenQuestion>
export type WorkCardView = z.infer<typeof workCardView>
export type PapersView = z.infer<typeof papersView>
export type ImportPreview = z.infer<typeof importPreview>
