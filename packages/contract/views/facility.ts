import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { confidence, day, instant, text, versioned } from './common.ts'
import { devicesRead, importColumn, importEncoding, listField, scanFormatGroup } from './imports.ts'

export const roleName = z.enum(['owner', 'manager', 'editor', 'reader', 'responder', 'auditor'])

export const organisationKind = z.enum(['facility', 'vendor', 'association', 'soc', 'insurer', 'authority'])

/** What the ten questions set, and the people: the records behind the forms. */
export const factsView = z.object({
  revision: z.number().int(),
  facility: versioned(recordSchemas.facility),
  people: z.array(versioned(recordSchemas.people)),
  securityPolicies: z.array(versioned(recordSchemas.securityPolicies)),
  services: z.array(versioned(recordSchemas.services)),
  contacts: z.array(versioned(recordSchemas.contacts)),
  vendors: z.array(versioned(recordSchemas.vendors)),
  systems: z.array(versioned(recordSchemas.systems)),
  contracts: z.array(versioned(recordSchemas.contracts)),
  backups: z.array(versioned(recordSchemas.backups)),
})

/** `others`: those of the same organisation who have the same page open. */
export const beatView = z.object({ revision: z.number().int(), others: z.array(z.object({ name: z.string() })) })

/**
 * `kept`: it stays, for the reason given. `built-on`: `under` has changed the same record since; `now` is what stands there.
 * `author`: who made it, a person, a vendor, an import, the change of year, an undoing, or the product itself.
 */
/** Why a change has no way back. */
const keptBecause = z.enum(['whole', 'vendor-answer', 'not-yours', 'said', 'sent', 'decided', 'submitted', 'closed-year'])

export const lastChangesView = z.object({
  changes: z.array(
    z.object({
      revision: z.number().int(),
      at: instant,
      by: z.string().optional(),
      isMine: z.boolean(),
      author: z.enum(['person', 'vendor', 'import', 'year', 'undo', 'system']),
      state: z.enum(['can-undo', 'undone', 'built-on', 'kept']),
      kept: keptBecause.optional(),
      under: z.object({ revision: z.number().int(), at: instant, by: z.string().optional() }).optional(),
      lines: z.array(z.object({ text, before: text.optional(), after: text.optional(), now: text.optional() })),
      /** How many changes are not among the lines. */
      more: z.number().int(),
    }),
  ),
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
      /** Of a report of a month: the months to choose from, the latest first. */
      months: z.array(z.string()).optional(),
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

/** `not-kept`: made, as the audit trail tells, but only papers that leave the house are kept. */
export const numberedPapersView = z.object({
  number: z.string(),
  papers: z.array(
    z.object({
      title: text,
      format: z.string(),
      copy: z.enum(['on-site', 'hand-over']),
      at: instant,
      by: z.string().optional(),
      state: z.enum(['intact', 'changed', 'gone', 'not-kept']),
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
      /** Of a text file: how it was read. */
      encoding: importEncoding.optional(),
      /** Of an office's own list: what each column was read as, and what it may be read as. */
      columns: z.array(importColumn).optional(),
      fields: z.array(listField).optional(),
      /** Of a scan or a register of devices: what becomes of what it tells. */
      devices: devicesRead.optional(),
      /** `read`: nothing to ask. `to-check`: something of it was not read as it stands, or is asked. `unreadable`: nothing of it can be used. */
      outcome: z.enum(['read', 'to-check', 'unreadable']),
      /** Codes of problems that `applyImport` wants agreed to. */
      asks: z.array(z.string()),
      /** Nothing is registered before a person says so. */
      changes: z.array(z.object({ text, before: text.optional(), after: text.optional() })),
      problems: z.array(
        z.object({
          code: z.string(),
          message: text,
          action: text,
          /** File within a folder, or of the whole. */
          file: z.string().optional(),
          sheet: z.string().optional(),
          row: z.number().int().optional(),
          column: z.string().optional(),
        }),
      ),
    }),
  ),
  expiresAt: instant,
})

export const importsView = z.object({
  formats: z.array(scanFormatGroup),
  imports: z.array(
    z.object({
      revision: z.number().int(),
      at: instant,
      kind: z.string(),
      /** Absent where the file is not kept any more, or who brought it has left. */
      file: z.string().optional(),
      by: z.string().optional(),
      changes: z.number().int(),
      undone: z.boolean(),
      kept: keptBecause.optional(),
    }),
  ),
})

export type BeatView = z.infer<typeof beatView>
export type KeptBecause = z.infer<typeof keptBecause>
export type LastChangesView = z.infer<typeof lastChangesView>
export type FactsView = z.infer<typeof factsView>
export type TenQuestionView = z.infer<typeof tenQuestion>
export type WorkCardView = z.infer<typeof workCardView>
export type PapersView = z.infer<typeof papersView>
export type NumberedPapersView = z.infer<typeof numberedPapersView>
export type ImportsView = z.infer<typeof importsView>
export type ImportPreview = z.infer<typeof importPreview>
