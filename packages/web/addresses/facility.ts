import type { AuditKind } from '@mimamori/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { FacilityFrame } from '../frame/facility-frame.tsx'
import { bool, oneOf, word } from '../frame/search-params.ts'
import { mustBeSignedIn, root } from './root.tsx'

export const facility = createRoute({
  getParentRoute: () => root,
  path: '/f/$facility',
  beforeLoad: mustBeSignedIn,
  component: FacilityFrame,
})

export const today = createRoute({
  getParentRoute: () => facility,
  path: '/today',
  component: lazyRouteComponent(() => import('../areas/home/today.tsx'), 'Today'),
})

export const dayEnd = createRoute({
  getParentRoute: () => facility,
  path: '/day-end',
  component: lazyRouteComponent(() => import('../areas/home/day-end.tsx'), 'DayEnd'),
})

export const tenQuestions = createRoute({
  getParentRoute: () => facility,
  path: '/start/{-$step}',
  component: lazyRouteComponent(() => import('../areas/facilities/ten-questions.tsx'), 'TenQuestions'),
})

export const checklist = createRoute({
  getParentRoute: () => facility,
  path: '/checklist',
  validateSearch: (search: Record<string, unknown>): { mode?: 'one' | 'list'; item?: string; sheet?: string } => ({
    ...oneOf(search, 'mode', ['one', 'list']),
    ...word(search, 'item'),
    ...word(search, 'sheet'),
  }),
  component: lazyRouteComponent(() => import('../areas/checklists/checklist.tsx'), 'Checklist'),
})

export const inspectionDay = createRoute({
  getParentRoute: () => facility,
  path: '/inspection-day',
  component: lazyRouteComponent(() => import('../areas/checklists/inspection-day.tsx'), 'InspectionDay'),
})

export const inspectionNotes = createRoute({
  getParentRoute: () => facility,
  path: '/inspection-notes',
  component: lazyRouteComponent(() => import('../areas/checklists/inspection-notes.tsx'), 'InspectionNotes'),
})

export const joined = createRoute({
  getParentRoute: () => facility,
  path: '/joined',
  validateSearch: (search: Record<string, unknown>): { order?: 'number'; item?: string } => ({
    ...oneOf(search, 'order', ['number']),
    ...word(search, 'item'),
  }),
  component: lazyRouteComponent(() => import('../areas/checklists/joined.tsx'), 'Joined'),
})

export const card = createRoute({
  getParentRoute: () => facility,
  path: '/cards/$card',
  validateSearch: (search: Record<string, unknown>): { item?: string } => word(search, 'item'),
  component: lazyRouteComponent(() => import('../areas/checklists/card-page.tsx'), 'CardPage'),
})

export const year = createRoute({
  getParentRoute: () => facility,
  path: '/year',
  component: lazyRouteComponent(() => import('../areas/checklists/year-change.tsx'), 'YearChange'),
})

export const edition = createRoute({
  getParentRoute: () => facility,
  path: '/edition',
  component: lazyRouteComponent(() => import('../areas/checklists/edition-load.tsx'), 'EditionLoad'),
})

export const findings = createRoute({
  getParentRoute: () => facility,
  path: '/findings',
  validateSearch: (search: Record<string, unknown>): { who?: 'facility' | 'vendor' | 'both'; group?: 'item'; accepted?: true } => ({
    ...oneOf(search, 'who', ['facility', 'vendor', 'both']),
    ...oneOf(search, 'group', ['item']),
    ...bool(search, 'accepted'),
  }),
  component: lazyRouteComponent(() => import('../areas/findings/findings.tsx'), 'Findings'),
})

export const finding = createRoute({
  getParentRoute: () => facility,
  path: '/finding',
  validateSearch: (search: Record<string, unknown>): { id?: string } => word(search, 'id'),
  component: lazyRouteComponent(() => import('../areas/findings/finding.tsx'), 'Finding'),
})

export const tasks = createRoute({
  getParentRoute: () => facility,
  path: '/tasks',
  validateSearch: (search: Record<string, unknown>): { show?: 'mine' | 'waiting' | 'vendor' | 'done' } =>
    oneOf(search, 'show', ['mine', 'waiting', 'vendor', 'done']),
  component: lazyRouteComponent(() => import('../areas/tasks/tasks.tsx'), 'Tasks'),
})

export const task = createRoute({
  getParentRoute: () => facility,
  path: '/tasks/$task',
  component: lazyRouteComponent(() => import('../areas/tasks/task.tsx'), 'TaskPage'),
})

export const newTask = createRoute({
  getParentRoute: () => facility,
  path: '/new-task',
  validateSearch: (search: Record<string, unknown>): { finding?: string; today?: string; path?: string; vendor?: string } => ({
    ...word(search, 'finding'),
    ...word(search, 'today'),
    ...word(search, 'path'),
    ...word(search, 'vendor'),
  }),
  component: lazyRouteComponent(() => import('../areas/tasks/new-task.tsx'), 'NewTask'),
})

export const acceptances = createRoute({
  getParentRoute: () => facility,
  path: '/acceptances',
  component: lazyRouteComponent(() => import('../areas/tasks/acceptances.tsx'), 'Acceptances'),
})

export const calendar = createRoute({
  getParentRoute: () => facility,
  path: '/calendar',
  component: lazyRouteComponent(() => import('../areas/tasks/calendar.tsx'), 'Calendar'),
})

export const vendors = createRoute({
  getParentRoute: () => facility,
  path: '/vendors',
  validateSearch: (search: Record<string, unknown>): { vendor?: string } => word(search, 'vendor'),
  component: lazyRouteComponent(() => import('../areas/vendors/vendors.tsx'), 'Vendors'),
})

export const vendorSheet = createRoute({
  getParentRoute: () => facility,
  path: '/vendors/$sheet/ask',
  component: lazyRouteComponent(() => import('../areas/vendors/vendor-sheet.tsx'), 'VendorSheet'),
})

export const mail = createRoute({
  getParentRoute: () => facility,
  path: '/mail',
  component: lazyRouteComponent(() => import('../areas/vendors/mail-page.tsx'), 'MailPage'),
})

export const paperReply = createRoute({
  getParentRoute: () => facility,
  path: '/vendors/$sheet/reply',
  component: lazyRouteComponent(() => import('../areas/vendors/paper-reply.tsx'), 'PaperReply'),
})

export const openQuestions = createRoute({
  getParentRoute: () => facility,
  path: '/questions',
  component: lazyRouteComponent(() => import('../areas/vendors/open-questions.tsx'), 'OpenQuestions'),
})

export const papers = createRoute({
  getParentRoute: () => facility,
  path: '/papers',
  component: lazyRouteComponent(() => import('../areas/papers/papers.tsx'), 'Papers'),
})

export const imports = createRoute({
  getParentRoute: () => facility,
  path: '/import',
  validateSearch: (
    search: Record<string, unknown>,
  ): { as?: 'facility-checklist' | 'vendor-reply' | 'vendor-list' | 'folder' | 'devices'; sheet?: string } => ({
    ...oneOf(search, 'as', ['facility-checklist', 'vendor-reply', 'vendor-list', 'folder', 'devices']),
    ...word(search, 'sheet'),
  }),
  component: lazyRouteComponent(() => import('../areas/imports/import-page.tsx'), 'ImportPage'),
})

export const people = createRoute({
  getParentRoute: () => facility,
  path: '/people',
  component: lazyRouteComponent(() => import('../areas/facilities/people.tsx'), 'People'),
})

export const audit = createRoute({
  getParentRoute: () => facility,
  path: '/audit',
  validateSearch: (
    search: Record<string, unknown>,
  ): { from?: string; to?: string; person?: string; kind?: AuditKind; before?: string } => ({
    ...word(search, 'from'),
    ...word(search, 'to'),
    ...word(search, 'person'),
    ...oneOf(search, 'kind', ['sign-in', 'changes', 'papers', 'files', 'trail']),
    ...word(search, 'before'),
  }),
  component: lazyRouteComponent(() => import('../areas/audit/audit.tsx'), 'Audit'),
})

export const history = createRoute({
  getParentRoute: () => facility,
  path: '/history',
  component: lazyRouteComponent(() => import('../areas/history/last-changes.tsx'), 'LastChanges'),
})

export const members = createRoute({
  getParentRoute: () => facility,
  path: '/members',
  component: lazyRouteComponent(() => import('../areas/people/members.tsx'), 'Members'),
})

export const relations = createRoute({
  getParentRoute: () => facility,
  path: '/relations',
  validateSearch: (search: Record<string, unknown>): { vendor?: string } => word(search, 'vendor'),
  component: lazyRouteComponent(() => import('../areas/relations/relations.tsx'), 'Relations'),
})

export const handover = createRoute({
  getParentRoute: () => facility,
  path: '/handover',
  component: lazyRouteComponent(() => import('../areas/people/hand-over.tsx'), 'HandOver'),
})

export const settings = createRoute({
  getParentRoute: () => facility,
  path: '/settings',
  component: lazyRouteComponent(() => import('../areas/facilities/settings.tsx'), 'Settings'),
})

export const more = createRoute({
  getParentRoute: () => facility,
  path: '/more',
  component: lazyRouteComponent(() => import('../areas/facilities/more.tsx'), 'More'),
})
