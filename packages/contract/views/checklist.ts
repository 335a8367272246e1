import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { cellState, confidence, day, joinedState, text, versioned } from './common.ts'

export const answerView = versioned(recordSchemas.answers)

export const evidenceLine = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string().optional(),
  sha256: z.string().optional(),
  validUntil: z.string().optional(),
})

/** `answer` absent: the register cannot tell. `facts`: the first of what the sentence rests on. */
export const suggestedAnswerView = z.object({
  answer: z.enum(['yes', 'no']).optional(),
  because: z.array(
    z.object({
      text,
      facts: z.array(z.object({ slice: z.string(), id: z.string(), name: z.string(), field: z.string().optional() })),
    }),
  ),
})

export const checklistItemView = z.object({
  item: z.string(),
  number: z.string(),
  order: z.number().int(),
  section: text,
  title: text,
  /** The title in a word or two, ours. */
  short: text,
  question: text,
  yesMeans: text.optional(),
  whereToLook: text.optional(),
  whyAsked: text.optional(),
  note: text.optional(),
  rows: z.array(z.string()),
  owners: z.array(z.enum(['facility', 'vendor'])),
  confidence,
  refs: z.array(z.object({ edition: text, clause: z.string(), confidence })),
  /** The answer to the whole item, then those to single rows where they differ. */
  answers: z.array(answerView),
  state: joinedState,
  /** Row that may stay empty, with the ground. */
  open: z.object({ reason: z.enum(['no-contract', 'gate-no']) }).optional(),
  vendorYes: z.object({ yes: z.number().int(), base: z.number().int() }).optional(),
  vendorAnswers: z.array(
    z.object({
      sheet: z.string(),
      vendorName: z.string(),
      systemName: z.string().optional(),
      state: cellState,
      checkedOn: day.optional(),
      reason: z.string().optional(),
    }),
  ),
  evidence: z.array(evidenceLine),
  lastYear: z.object({ answer: z.string(), checkedOn: day.optional() }).optional(),
  /** What the register of devices says; a person confirms it, or does not. */
  suggested: suggestedAnswerView.optional(),
  card: z.string().optional(),
})

/** One sheet, the facility's or a vendor's, in the official order. */
export const checklistView = z.object({
  sheet: versioned(recordSchemas.sheets),
  title: text,
  edition: z.object({ id: z.string(), short: text, issuer: text, confidence }),
  fiscalYearName: text,
  vendorName: z.string().optional(),
  systemName: z.string().optional(),
  readOnly: z.boolean(),
  /** The closed sheet that came before this one. */
  lastSheet: z.object({ id: z.string(), fiscalYearName: text }).optional(),
  yearEnd: day,
  items: z.array(checklistItemView),
  /** Items of last year that could not be carried over. */
  notCarried: z.array(z.object({ number: z.string(), title: text })),
})

export const joinedView = z.object({
  edition: text,
  revision: z.number().int(),
  columns: z.array(
    z.object({
      sheet: z.string(),
      vendor: z.string(),
      vendorName: z.string(),
      systemName: z.string().optional(),
      state: z.enum(['not-sent', 'silent', 'partial', 'returned']),
      days: z.number().int().optional(),
      onPaper: z.boolean(),
    }),
  ),
  rows: z.array(
    z.object({
      item: z.string(),
      number: z.string(),
      title: text,
      short: text,
      state: joinedState,
      facilityOnly: z.boolean(),
      facility: z
        .object({ answer: z.string().optional(), state: cellState, checkedOn: day.optional(), note: z.string().optional() })
        .optional(),
      cells: z.array(
        z.object({
          sheet: z.string(),
          answer: z.string().optional(),
          state: cellState,
          checkedOn: day.optional(),
          reason: z.string().optional(),
        }),
      ),
    }),
  ),
})

export type ChecklistView = z.infer<typeof checklistView>
export type ChecklistItemView = z.infer<typeof checklistItemView>
export type JoinedView = z.infer<typeof joinedView>
export type SuggestedAnswerView = z.infer<typeof suggestedAnswerView>
