import * as z from 'zod'
import { recordSchemas } from '../slices/records.ts'
import { evidenceLine } from './checklist.ts'
import { day, findingState, instant, severity, text, versioned } from './common.ts'

const state = z.enum(['open', 'doing', 'done', 'given-up'])

/** One task (やること) that somebody has taken on. */
export const taskLine = z.object({
  task: z.string(),
  /** 7K3M-2QXH: stands in calendars instead of the words. */
  number: z.string(),
  title: z.string(),
  state,
  owner: z.string().optional(),
  ownerName: z.string().optional(),
  vendor: z.string().optional(),
  vendorName: z.string().optional(),
  dueOn: day.optional(),
  doneOn: day.optional(),
  /** Never while all that it is to close waits for approval. */
  overdue: z.boolean(),
  /** Its owner has the name of the one who is signed in. */
  isMine: z.boolean(),
  /** The vendor says that it is done; the facility confirms or sends it back. */
  toConfirm: z.boolean(),
  awaitsApproval: z.boolean(),
  /** Still open findings that it is to close. */
  findings: z.number().int(),
})

/** Whom a task can be given to. */
const someone = z.object({
  id: z.string(),
  name: z.string(),
  /** Department or post, where several have the name. */
  beside: z.string().optional(),
})

export const tasksView = z.object({
  today: day,
  tasks: z.array(taskLine),
  people: z.array(someone),
  vendors: z.array(someone),
  /** Whether the list of the facility's people has the name of the one who is signed in. */
  isKnown: z.boolean(),
  /** Which of the people it is. */
  me: z.string().optional(),
})

/** One line of the history. */
export const taskNoteView = z.object({
  id: z.string(),
  kind: z.enum(['comment', 'proof', 'owner', 'due', 'done', 'reopened', 'given-up']),
  on: day,
  side: z.enum(['facility', 'vendor']),
  by: z.string().optional(),
  text: z.string().optional(),
  evidence: evidenceLine.optional(),
  /** The vendor does not see it. */
  inside: z.boolean(),
})

export const taskView = z.object({
  line: taskLine,
  task: versioned(recordSchemas.tasks),
  notes: z.array(taskNoteView),
  findings: z.array(z.object({ id: z.string(), title: text, severity, state: findingState })),
  people: z.array(someone),
  vendors: z.array(someone),
  today: day,
})

/** A task as the vendor sees it to whom it was handed: its words, and what both sides wrote. */
export const vendorTaskLine = z.object({
  relation: z.string(),
  facility: z.string(),
  task: z.string(),
  number: z.string(),
  title: z.string(),
  dueOn: day.optional(),
  state,
  /** Said to be done; the facility has not confirmed it yet. */
  toConfirm: z.boolean(),
})

export const vendorTasksView = z.object({ today: day, tasks: z.array(vendorTaskLine) })

export const vendorTaskView = z.object({
  line: vendorTaskLine,
  says: z.string().optional(),
  createdOn: day,
  notes: z.array(taskNoteView.omit({ inside: true })),
  today: day,
})

/** 承知のうえで見送り: what is left, by whom, why, until when. */
export const acceptancesView = z.object({
  today: day,
  /** Whether the facility asks for an approval. */
  needsApproval: z.boolean(),
  /** For the setting above; absent where nothing is known of the facility. */
  facility: versioned(recordSchemas.facility).optional(),
  left: z.array(
    z.object({
      finding: z.string(),
      title: text,
      severity,
      until: day,
      by: z.string(),
      why: z.string(),
      endsSoon: z.boolean(),
      awaitsApproval: z.boolean(),
    }),
  ),
  waiting: z.array(
    z.object({
      approval: versioned(recordSchemas.approvals),
      boxes: z.array(versioned(recordSchemas.approvalBoxes)),
      findings: z.array(z.object({ id: z.string(), title: text })),
    }),
  ),
  /** Ended within the last weeks: the findings are open again. */
  ended: z.array(z.object({ finding: z.string(), title: text, until: day, by: z.string() })),
})

/** The calendar address of one person; it cannot be read again. */
export const calendarFeedView = z.object({
  feed: z.object({ madeAt: instant, shows: z.enum(['neutral', 'titles']), readAt: instant.optional() }).optional(),
  isKnown: z.boolean(),
})

export type TaskLine = z.infer<typeof taskLine>
export type TasksView = z.infer<typeof tasksView>
export type TaskView = z.infer<typeof taskView>
export type TaskNoteView = z.infer<typeof taskNoteView>
export type VendorTaskLine = z.infer<typeof vendorTaskLine>
export type VendorTasksView = z.infer<typeof vendorTasksView>
export type VendorTaskView = z.infer<typeof vendorTaskView>
export type AcceptancesView = z.infer<typeof acceptancesView>
export type CalendarFeedView = z.infer<typeof calendarFeedView>
