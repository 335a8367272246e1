import * as z from 'zod'
import { instant, text } from './common.ts'

/** Kinds of lines that the page can be narrowed to; every line is of one kind. */
export const auditKind = z.enum(['sign-in', 'changes', 'papers', 'files', 'trail'])

export const auditLine = z.object({
  seq: z.number().int(),
  at: instant,
  /** Absent where nobody is known: the product itself, or somebody before signing in. */
  personName: z.string().optional(),
  who: text,
  what: text,
  /** What it was about, in words: the facility or the person. */
  about: z.string().optional(),
  details: z.array(text),
  from: z.string().optional(),
  hash: z.string(),
})

export const auditView = z.object({
  lines: z.array(auditLine),
  /** Number to ask for the older lines with; absent at the beginning of the trail. */
  before: z.number().int().optional(),
  head: z.object({ seq: z.number().int(), hash: z.string() }),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
})

export const auditCheck = z.object({
  intact: z.boolean(),
  entries: z.number().int(),
  head: z.object({ seq: z.number().int(), hash: z.string() }),
  problems: z.array(z.object({ seq: z.number().int().optional(), says: text })),
})

export type AuditKind = z.infer<typeof auditKind>
export type AuditLine = z.infer<typeof auditLine>
export type AuditView = z.infer<typeof auditView>
export type AuditCheck = z.infer<typeof auditCheck>
