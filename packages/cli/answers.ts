import * as z from 'zod'

const id = z.string()
const day = z.string()

export const findingAnswer = z.object({
  id,
  rule: z.string(),
  area: z.string(),
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  party: z.string(),
  parties: z.array(z.string()),
  subjects: z.array(z.string()),
  title: z.string(),
  step: z.string(),
  reasons: z.array(z.object({ text: z.string(), fact: z.unknown().optional() })),
  refs: z.array(z.object({ edition: z.string(), clause: z.string(), confidence: z.string() })),
  measures: z.array(z.string()),
  dueOn: day.optional(),
  state: z.enum(['open', 'covered', 'accepted', 'no-longer-seen', 'done']),
})

export const assessAnswer = z.object({
  asOf: day,
  facility: z.object({ id, name: z.string(), kind: z.string().optional(), beds: z.number().optional() }),
  edition: z.string(),
  level: z.object({
    reached: z.number(),
    next: z.number().optional(),
    missing: z.array(z.object({ number: z.string(), needs: z.string() })),
  }),
  items: z.array(
    z.object({
      number: z.string(),
      state: z.enum(['agreed-yes', 'no', 'differs', 'vendor-silent', 'no-vendor', 'not-applicable', 'unanswered']),
      parties: z.array(z.object({ party: z.string(), answer: z.string().optional(), checkedOn: day.optional(), targetOn: day.optional() })),
    }),
  ),
  findings: z.array(findingAnswer),
  tasks: z.array(z.object({ id, title: z.string(), minutes: z.number(), who: z.string(), findings: z.array(id) })),
})

export const verifyAnswer = z.object({
  ok: z.boolean(),
  intact: z.boolean(),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), ok: z.boolean() })),
  signatures: z.array(z.object({ by: z.string(), fingerprint: z.string(), known: z.boolean() })),
  problems: z.array(z.string()),
  checkNumber: z.string().optional(),
})

export const paperAnswer = z.object({
  kind: z.string(),
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  pages: z.number().optional(),
  checkNumber: z.string().optional(),
})

export const doctorAnswer = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ id, ok: z.boolean(), says: z.string(), action: z.string().optional() })),
})

export const importAnswer = z.object({
  facility: z.string(),
  name: z.string(),
  records: z.number(),
  revision: z.number(),
  problems: z.array(z.unknown()),
})

export const exportAnswer = z.object({ facility: z.string(), folder: z.string(), files: z.number(), revision: z.number() })

export const tlsAnswer = z.object({
  authorityFile: z.string(),
  authorityKeyFile: z.string(),
  certificateFile: z.string(),
  keyFile: z.string(),
  fingerprint: z.string(),
  names: z.array(z.string()),
  validUntil: day,
  isNewAuthority: z.boolean(),
})
