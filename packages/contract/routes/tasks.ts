import { type PersonId, textLimits, type VendorId } from '@mimamori/domain'
import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { day, id, limited } from '../slices/fields.ts'
import { tasksView, taskView, vendorTasksView, vendorTaskView } from '../views/tasks.ts'
import { bytes, changesResult, done, facility, megabyte, none, nothing } from './shared.ts'

const ofTask = facility.extend({ task: z.string().max(80) })
/** `place`: the relation by which an account of the vendor comes in, or `link` for somebody with a one-time number. */
const atTask = z.object({ place: z.union([z.guid(), z.literal('link')]), task: z.string().max(80) })
const words = limited(textLimits.taskNotes.text)
const title = limited(textLimits.tasks.title)
const says = limited(textLimits.tasks.says)

/** What can be done with a task; each leaves a line in its history. */
export const taskAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('say'), text: words, inside: z.boolean() }),
  z.strictObject({ act: z.literal('begin') }),
  z.strictObject({ act: z.literal('give'), owner: id<PersonId>().nullable() }),
  z.strictObject({ act: z.literal('hand'), vendor: id<VendorId>().nullable() }),
  z.strictObject({ act: z.literal('due'), dueOn: day.nullable() }),
  z.strictObject({ act: z.literal('word'), title, says: says.nullable() }),
  z.strictObject({ act: z.literal('finish'), text: words.optional() }),
  z.strictObject({ act: z.literal('give-up'), text: words }),
  z.strictObject({ act: z.literal('reopen'), text: words.optional() }),
])

/** Work that somebody has taken on, and what vendors do with what was handed to them. */
export const taskRoutes = {
  tasks: defineRoute({
    id: 'tasks',
    method: 'GET',
    path: '/api/v1/facilities/:facility/tasks',
    permission: 'facility:read',
    summary: 'Work that was taken on: mine, waiting, with vendors, or done',
    params: facility,
    query: z.object({ show: z.enum(['all', 'mine', 'waiting', 'vendor', 'done']).optional() }),
    body: nothing,
    response: tasksView,
  }),
  task: defineRoute({
    id: 'task',
    method: 'GET',
    path: '/api/v1/facilities/:facility/tasks/:task',
    permission: 'facility:read',
    summary: 'One task with its history',
    params: ofTask,
    query: none,
    body: nothing,
    response: taskView,
  }),
  makeTask: defineRoute({
    id: 'makeTask',
    method: 'POST',
    path: '/api/v1/facilities/:facility/tasks',
    permission: 'facility:write',
    summary: '「やることにする」: from findings, or in words of one’s own',
    params: facility,
    query: none,
    body: z.strictObject({
      title,
      says: says.optional(),
      findings: z.array(z.string().max(2000)).max(500).optional(),
      owner: id<PersonId>().optional(),
      vendor: id<VendorId>().optional(),
      dueOn: day.optional(),
    }),
    response: z.object({ task: z.string() }),
  }),
  actOnTask: defineRoute({
    id: 'actOnTask',
    method: 'POST',
    path: '/api/v1/facilities/:facility/tasks/:task/acts',
    permission: 'facility:write',
    summary: 'Owner, due day, comment, done, given up, opened again',
    params: ofTask,
    query: none,
    body: z.strictObject({ version: z.number().int(), what: taskAct }),
    response: changesResult,
  }),
  addTaskProof: defineRoute({
    id: 'addTaskProof',
    method: 'POST',
    path: '/api/v1/facilities/:facility/tasks/:task/proof',
    permission: 'facility:write',
    summary: 'A file as proof of a task',
    params: ofTask,
    query: z.object({ inside: z.enum(['yes', 'no']).optional() }),
    body: bytes,
    response: z.object({ evidence: z.string() }),
    kind: 'upload',
    limit: 30 * megabyte,
  }),
  sayWhoIAm: defineRoute({
    id: 'sayWhoIAm',
    method: 'POST',
    path: '/api/v1/facilities/:facility/own-record',
    permission: 'facility:read',
    summary: 'Which record of the people one is oneself; null: the one of the same name',
    params: facility,
    query: none,
    body: z.strictObject({ record: id<PersonId>().nullable() }),
    response: done,
  }),
  vendorTasks: defineRoute({
    id: 'vendorTasks',
    method: 'GET',
    path: '/api/v1/vendor/tasks',
    permission: 'task:read',
    summary: 'The tasks that clients have handed to a vendor',
    params: none,
    query: none,
    body: nothing,
    response: vendorTasksView,
  }),
  vendorTask: defineRoute({
    id: 'vendorTask',
    method: 'GET',
    path: '/api/v1/vendor/:place/tasks/:task',
    permission: 'task:read',
    byLink: true,
    summary: 'One of them, with what both sides wrote',
    params: atTask,
    query: none,
    body: nothing,
    response: vendorTaskView,
  }),
  sayOnTask: defineRoute({
    id: 'sayOnTask',
    method: 'POST',
    path: '/api/v1/vendor/:place/tasks/:task/notes',
    permission: 'task:work',
    byLink: true,
    summary: 'A comment of the vendor, or that it is done',
    params: atTask,
    query: none,
    body: z.union([
      z.strictObject({ kind: z.literal('comment'), text: words }),
      z.strictObject({ kind: z.literal('done'), text: words.optional() }),
    ]),
    response: done,
  }),
  addVendorTaskProof: defineRoute({
    id: 'addVendorTaskProof',
    method: 'POST',
    path: '/api/v1/vendor/:place/tasks/:task/proof',
    permission: 'task:work',
    byLink: true,
    summary: 'A file of the vendor as proof',
    params: atTask,
    query: none,
    body: bytes,
    response: z.object({ evidence: z.string() }),
    kind: 'upload',
    limit: 30 * megabyte,
  }),
} as const

export type TaskAct = z.infer<typeof taskAct>
