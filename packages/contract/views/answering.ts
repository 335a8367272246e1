import * as z from 'zod'
import { day as checkedDay, limited } from '../slices/fields.ts'
import { recordSchemas } from '../slices/records.ts'
import { evidenceLine } from './checklist.ts'
import { confidence, day, instant, text } from './common.ts'
import { vendorAgreement } from './risks.ts'
import { vendorTaskLine } from './tasks.ts'
import { vendorResponse, vendorUpdate } from './vendor-responses.ts'

const words = limited({ lines: 'several', most: 2000 })
const name = limited({ lines: 'one', most: 200 })

export const answerWord = z.enum(['yes', 'no', 'not-applicable', 'other-party'])

/** An answer that the vendor has written and not handed in. `proposed`: laid over from the standard answers, confirmed by nobody. */
export const draftAnswer = z.strictObject({
  answer: answerWord.exactOptional(),
  reason: words.exactOptional(),
  checkedOn: checkedDay.exactOptional(),
  targetOn: checkedDay.exactOptional(),
  note: words.exactOptional(),
  proposed: z.literal(true).exactOptional(),
})

/** 回答者. */
export const answerer = z.strictObject({
  name,
  department: name.exactOptional(),
  phone: limited({ lines: 'one', most: 40 }).exactOptional(),
})

export const draftState = z.enum(['writing', 'checking', 'sent-back', 'submitted'])

export const draftView = z.object({
  /** 0 before anything was written. */
  version: z.number().int(),
  state: draftState,
  answers: z.record(z.string(), draftAnswer),
  answeredBy: answerer.optional(),
  /** 社内の承認者. */
  approvedBy: z.string().optional(),
  /** Why it was sent back. */
  why: z.string().optional(),
  /** Product whose standard answers were laid over. */
  product: z.string().optional(),
  /** It was handed in before: what comes next is a correction. */
  isCorrection: z.boolean(),
})

/** What a colleague has changed meanwhile: an item, `answeredBy` or `approvedBy`; without a name where nobody is signed in. */
export const takenPart = z.object({ part: z.string(), by: z.string().optional(), at: instant.optional() })

/** What was handed in, as the vendor keeps it. */
export const receiptView = z.object({
  number: z.string(),
  at: instant,
  isCorrection: z.boolean(),
  why: z.string().optional(),
  facility: z.string(),
  system: z.string().optional(),
  edition: text,
  answeredBy: answerer,
  approvedBy: z.string().optional(),
  answers: z.array(z.object({ number: z.string(), title: text, ...draftAnswer.omit({ proposed: true }).shape })),
})

/** Words of both sides about one item, and what they agreed. */
export const discussionView = z.object({
  id: z.string(),
  version: z.number().int(),
  sheet: z.string(),
  item: z.string(),
  number: z.string(),
  title: text,
  openedOn: day,
  agreedOn: day.optional(),
  agreed: z.enum(['yes', 'no', 'not-applicable', 'facility-owns', 'vendor-owns']).optional(),
  messages: z.array(
    z.object({
      id: z.string(),
      side: z.enum(['facility', 'vendor']),
      by: z.string().optional(),
      on: day,
      text: z.string(),
      evidence: evidenceLine.optional(),
    }),
  ),
})

export const discussionsView = z.object({ discussions: z.array(discussionView) })

/** One sheet as the vendor fills it in. */
export const sheetToAnswerView = z.object({
  sheet: z.string(),
  facility: z.string(),
  system: z.string().optional(),
  vendorName: z.string(),
  edition: text,
  fiscalYearName: text,
  today: day,
  yearEnd: day,
  dueOn: day.optional(),
  returnedOn: day.optional(),
  isClosed: z.boolean(),
  onPaper: z.boolean(),
  byLink: z.boolean(),
  items: z.array(
    z.object({
      item: z.string(),
      number: z.string(),
      short: text,
      title: text,
      question: text,
      note: text.optional(),
      confidence,
      perClient: z.boolean(),
      /** What the facility has now. */
      now: draftAnswer.omit({ proposed: true }).optional(),
      evidence: z.array(evidenceLine),
    }),
  ),
  draft: draftView,
  receipts: z.array(receiptView),
  discussions: z.array(discussionView),
  /** What the facility has handed to this vendor: for somebody who came by a link; others have a list of all clients. */
  tasks: z.array(vendorTaskLine).optional(),
  sees: z.array(text),
  seesNot: z.array(text),
})

/** A row of the facility that somebody else has changed since the vendor began to write. */
export const answerConflict = z.object({
  id: z.string(),
  version: z.number().int(),
  number: z.string(),
  theirs: draftAnswer.omit({ proposed: true }),
})

export const submitResult = z.object({ receipt: receiptView.optional(), conflicts: z.array(answerConflict) })

export const vendorClientLine = z.object({
  relation: z.string(),
  facility: z.string(),
  sheet: z.string(),
  system: z.string().optional(),
  dueOn: day.optional(),
  items: z.number().int(),
  /** Items without a confirmed answer. */
  left: z.number().int(),
  /** Of them those that are different at every client. */
  perClientLeft: z.number().int(),
  state: z.enum(['untouched', 'standard', 'writing', 'checking', 'sent-back', 'asked', 'submitted']),
  /** Numbers of the items about which the facility waits for a word. */
  asked: z.array(z.string()),
  onPaper: z.boolean(),
  /** Standard answers that fit by the name of the product. */
  product: z.string().optional(),
})

export const vendorClientsView = z.object({
  today: day,
  /** Facilities with a view, those without a sheet among them. */
  facilities: z.number().int(),
  lines: z.array(vendorClientLine),
  sees: z.array(text),
  seesNot: z.array(text),
})

const standard = z.object({
  id: z.string(),
  version: z.number().int(),
  product: z.string(),
  edition: z.string(),
  editionName: text,
  answers: z.record(z.string(), draftAnswer),
  updatedAt: instant,
})

export const standardsView = z.object({
  /** The edition that new standard answers are for. */
  edition: z.string(),
  editionName: text,
  items: z.array(z.object({ item: z.string(), number: z.string(), title: text, perClient: z.boolean() })),
  standards: z.array(standard),
})

/** What a link says before the number is entered: who asks, for what. */
export const answerLinkLook = z.object({
  facility: z.string(),
  vendorName: z.string(),
  system: z.string().optional(),
  edition: text,
  fiscalYearName: text,
  dueOn: day.optional(),
  state: z.enum(['open', 'used', 'expired', 'locked']),
})

/** The link to one sheet as the facility sees it; neither link nor number can be read again. */
export const answerLinkView = z.object({
  link: z
    .object({ createdAt: instant, expiresAt: instant, usedAt: instant.optional(), state: z.enum(['open', 'used', 'expired', 'locked']) })
    .optional(),
})

export const madeAnswerLink = z.object({
  /** In two groups of four letters and digits without 0, O, 1 and I. */
  code: z.string(),
  /** The part of the address behind the host; absent where only the number is new. */
  path: z.string().optional(),
  expiresAt: instant,
})

/** What a request file says of itself, to be written into the reply: ids as written, and names for people. */
export const requestHead = z.strictObject({
  sheet: z.string().max(80).optional(),
  facility: name.optional(),
  vendor: name.optional(),
  vendorName: name.optional(),
  system: name.optional(),
  systemName: name.optional(),
  edition: z.string().max(40),
  fiscalYear: z.number().int().min(2019).max(2100).optional(),
  dueOn: checkedDay.optional(),
})

/** A request file as it was read; nothing is stored. */
export const requestFileView = z.object({
  today: day,
  head: requestHead,
  editionName: text,
  items: z.array(z.object({ item: z.string(), number: z.string(), title: text, perClient: z.boolean() })),
  /** Answers that stand in the file already. */
  answers: z.record(z.string(), draftAnswer),
  problems: z.array(z.object({ message: text, action: text, row: z.number().int().optional() })),
})

/** A change of contact as both sides read it. */
const contactChange = recordSchemas.contactChanges

/** A maintenance visit with its whole history and how it stands. */
export const visitView = z.object({
  visit: recordSchemas.visits,
  steps: z.array(recordSchemas.visitSteps),
  state: z.enum(['facility-to-answer', 'vendor-to-answer', 'agreed', 'withdrawn']),
  wishedOn: day.optional(),
  hours: z.string().optional(),
  effect: z.enum(['checking', 'none', 'some']).optional(),
})

/** What a facility's analysis leaves for one of its vendors. */
export const vendorSummary = z.object({
  facility: z.string(),
  sheets: z.array(
    z.object({
      sheet: z.string(),
      system: z.string().optional(),
      edition: z.string(),
      dueOn: day.optional(),
      returnedOn: day.optional(),
      items: z.number().int(),
      answered: z.number().int(),
      onPaper: z.boolean(),
      asked: z.array(z.string()),
    }),
  ),
  /** Tasks that were handed to it; absent in what was left before there were any. */
  tasks: z.array(vendorTaskLine.omit({ relation: true, facility: true })).optional(),
  contactChanges: z.array(contactChange).default([]),
  visits: z.array(visitView).default([]),
  /** What it was told to close. */
  responses: z.array(vendorResponse).default([]),
  updates: z.array(vendorUpdate).default([]),
  /** What it was asked about risks. */
  agreements: z.array(vendorAgreement).default([]),
})

/** 保守作業 and 担当者の変更届 of all clients. */
export const vendorWorkView = z.object({
  today: day,
  clients: z.array(z.object({ relation: z.string(), facility: z.string() })),
  visits: z.array(z.object({ relation: z.string(), facility: z.string(), ...visitView.shape })),
  contactChanges: z.array(z.object({ relation: z.string(), facility: z.string(), change: contactChange })),
  sees: z.array(text),
  seesNot: z.array(text),
})

/** What became of a change of contact at each client; `same`: it has the very same one already. */
export const contactChangeResult = z.object({
  lines: z.array(z.object({ relation: z.string(), facility: z.string(), outcome: z.enum(['sent', 'same', 'not-sent']) })),
})

export type DraftAnswer = z.infer<typeof draftAnswer>
export type Answerer = z.infer<typeof answerer>
export type DraftState = z.infer<typeof draftState>
export type TakenPart = z.infer<typeof takenPart>
export type DraftView = z.infer<typeof draftView>
export type ReceiptView = z.infer<typeof receiptView>
export type DiscussionView = z.infer<typeof discussionView>
export type SheetToAnswerView = z.infer<typeof sheetToAnswerView>
export type AnswerConflict = z.infer<typeof answerConflict>
export type SubmitResult = z.infer<typeof submitResult>
export type VendorClientLine = z.infer<typeof vendorClientLine>
export type VendorClientsView = z.infer<typeof vendorClientsView>
export type StandardsView = z.infer<typeof standardsView>
export type AnswerLinkLook = z.infer<typeof answerLinkLook>
export type AnswerLinkView = z.infer<typeof answerLinkView>
export type MadeAnswerLink = z.infer<typeof madeAnswerLink>
export type RequestHead = z.infer<typeof requestHead>
export type RequestFileView = z.infer<typeof requestFileView>
export type VisitView = z.infer<typeof visitView>
export type VendorWorkView = z.infer<typeof vendorWorkView>
export type ContactChangeResult = z.infer<typeof contactChangeResult>
export type VendorSummary = z.infer<typeof vendorSummary>
