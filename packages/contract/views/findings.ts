import * as z from 'zod'
import { confidence, day, findingState, party, severity, text } from './common.ts'
import { target } from './home.ts'

/** What stands where a finding is knowingly left. */
export const acceptance = z.object({ until: day, by: z.string(), why: z.string() })

export const findingLine = z.object({
  id: z.string(),
  rule: z.string(),
  area: z.string(),
  severity,
  state: findingState,
  /** 3 = today, 2 = this month, 1 = within the fiscal year. */
  urgency: z.number().int(),
  title: text,
  step: text,
  party,
  partyNames: z.array(text),
  item: z.string().optional(),
  itemNumber: z.string().optional(),
  dueOn: day.optional(),
  overdue: z.boolean(),
  firstSeenOn: day,
  minutes: z.number().int(),
  why: z.string().optional(),
  /** The task (やること) that it is in. */
  task: z.object({ id: z.string(), title: z.string(), state: z.enum(['open', 'doing', 'done', 'given-up']) }).optional(),
  /** Its acceptance waits for approval: not counted as late. */
  awaitsApproval: z.boolean().optional(),
})

export const findingsView = z.object({
  revision: z.number().int(),
  findings: z.array(findingLine),
  /** Items without an answer, for the sentence of the empty state. */
  unanswered: z.number().int(),
})

export const findingView = findingLine.extend({
  reasons: z.array(z.object({ text, aside: z.boolean(), source: z.object({ name: z.string(), seenOn: day }).optional() })),
  refs: z.array(z.object({ edition: text, clause: z.string(), confidence })),
  measures: z.array(z.object({ id: z.string(), text })),
  card: z.string().optional(),
  action: z.object({ button: text, target }).optional(),
  reopened: z.number().int(),
  accepted: acceptance.optional(),
  /** Whether leaving it needs an approval here. */
  needsApproval: z.boolean(),
  next: z.string().optional(),
})

export type Acceptance = z.infer<typeof acceptance>
export type FindingLine = z.infer<typeof findingLine>
export type FindingsView = z.infer<typeof findingsView>
export type FindingView = z.infer<typeof findingView>
