import * as z from 'zod'
import { day, levelView, text } from './common.ts'

/** Where a button leads: a kind of screen and what it shows. */
export const target = z.object({
  screen: z.enum([
    'setup',
    'item',
    'joined',
    'vendor',
    'finding',
    'paper',
    'people',
    'edition',
    'year',
    'checklist',
    'task',
    /** One device, by its id. */
    'asset',
    /** The list of devices, narrowed to a state. */
    'assets',
    /** Devices that nobody listed. */
    'unlisted',
    /** A part of the register beside the devices. */
    'register',
    /** The map, with the way of a finding lit. */
    'network',
    /** The matrix of risks, one risk, one control. */
    'risks',
    'risk',
    'control',
  ]),
  id: z.string().optional(),
})

export const todayTask = z.object({
  id: z.string(),
  title: text,
  says: text,
  minutes: z.number().int(),
  who: text,
  button: text,
  target,
  findings: z.array(z.string()),
  /** Of work that was taken on: its day, and whether that has passed. */
  dueOn: day.optional(),
  overdue: z.boolean().optional(),
})

/** 「今日やること」: where to go on, three tasks, what is waited for, the stage. */
export const homeView = z.object({
  today: day,
  revision: z.number().int(),
  setupDone: z.boolean(),
  example: z.boolean(),
  facility: z.object({ id: z.string(), name: z.string(), kind: z.string().optional(), beds: z.number().optional(), us: text, head: text }),
  fiscalYear: z.number().int(),
  fiscalYearName: text,
  edition: z.object({ id: z.string(), short: text }),
  /** The edition of this year that has no items yet, so that the last one is used. */
  editionMissing: z.object({ id: z.string(), short: text }).optional(),
  /** The edition in use came from the facility's workbook alone: that of the vendors can still be loaded. */
  vendorFormMissing: z.object({ id: z.string(), short: text }).optional(),
  /** Editions with items, the newest first: what a new year may begin with. */
  editions: z.array(z.object({ id: z.string(), short: text, fiscalYear: z.number().int().optional() })).optional(),
  resume: z.object({ title: text, minutesLeft: z.number().int(), target }).optional(),
  /** The first three are for today, the others can wait. */
  tasks: z.array(todayTask),
  notToday: z.array(z.string()),
  /** Who is waited for. `due`: the day has come on which the facility asks again. */
  waiting: z.array(
    z.object({
      vendor: z.string(),
      vendorName: z.string(),
      what: text,
      days: z.number().int().optional(),
      sheet: z.string().optional(),
      due: z.boolean().optional(),
      task: z.string().optional(),
      response: z.string().optional(),
    }),
  ),
  /** Acceptances that end within a month: how many, and the first day. */
  ending: z.object({ count: z.number().int(), first: day }).optional(),
  /** What vendors have sent that the facility answers, and visits that were agreed and are still to come. */
  fromVendors: z.array(
    z.object({
      id: z.string(),
      vendorName: z.string(),
      kind: z.enum(['contact-change', 'visit-asked', 'visit-agreed']),
      on: day.optional(),
      hours: z.string().optional(),
    }),
  ),
  inspection: z.object({ on: day, days: z.number().int() }).optional(),
  level: levelView.optional(),
  counts: z.object({
    answered: z.number().int(),
    items: z.number().int(),
    differs: z.number().int(),
    findings: z.number().int(),
    vendors: z.number().int(),
    silent: z.number().int(),
    /** Work that was taken on and is not done. */
    taken: z.number().int(),
    /** Devices of the register. */
    assets: z.number().int(),
    /** Devices on which a weakness is to be closed, and that something can reach. */
    weak: z.number().int(),
  }),
})

/** 「今日はここまで」: what the person has done today, and the days that come next. */
export const dayEndView = z.object({ done: z.array(text), next: z.array(z.object({ on: day, text })) })

export type DayEndView = z.infer<typeof dayEndView>
export type HomeView = z.infer<typeof homeView>
export type TodayTask = z.infer<typeof todayTask>
export type Target = z.infer<typeof target>
