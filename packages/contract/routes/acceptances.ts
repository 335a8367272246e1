import { textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { limited } from '../slices/fields.ts'
import { acceptance } from '../views/findings.ts'
import { acceptancesView, calendarFeedView } from '../views/tasks.ts'
import { bytes, done, facility, none, nothing } from './shared.ts'

/** What stood there when the form was opened; null: nothing. What a colleague has decided since is not written over. */
const seen = acceptance.strict().nullable()

/** What was left knowingly, and the calendar that brings days to mind. */
export const acceptanceRoutes = {
  acceptances: defineRoute({
    id: 'acceptances',
    method: 'GET',
    path: '/api/v1/facilities/:facility/acceptances',
    permission: 'facility:read',
    summary: 'Findings that are knowingly left: who, why, until when',
    params: facility,
    query: none,
    body: nothing,
    response: acceptancesView,
  }),
  acceptFinding: defineRoute({
    id: 'acceptFinding',
    method: 'POST',
    path: '/api/v1/facilities/:facility/accept-finding',
    permission: 'checklist:submit',
    summary: 'Knowingly leave a finding until a date, or put that up for approval where the facility asks for it',
    params: facility,
    query: none,
    body: z.strictObject({
      id: z.string().max(2000),
      until: z.string(),
      why: z.string().min(1).max(2000),
      seen,
      /** Names of one to six boxes of the approval. */
      boxes: z.array(limited(textLimits.approvalBoxes.label)).min(1).max(6).optional(),
    }),
    response: done.extend({ awaitsApproval: z.boolean() }),
  }),
  endAcceptance: defineRoute({
    id: 'endAcceptance',
    method: 'POST',
    path: '/api/v1/facilities/:facility/end-acceptance',
    permission: 'checklist:submit',
    summary: 'The finding is open again from now on',
    params: facility,
    query: none,
    body: z.strictObject({ id: z.string().max(2000), seen }),
    response: done,
  }),
  calendarFeed: defineRoute({
    id: 'calendarFeed',
    method: 'GET',
    path: '/api/v1/facilities/:facility/calendar',
    permission: 'facility:read',
    summary: 'Whether one has a calendar address, and what it shows',
    params: facility,
    query: none,
    body: nothing,
    response: calendarFeedView,
  }),
  makeCalendarFeed: defineRoute({
    id: 'makeCalendarFeed',
    method: 'POST',
    path: '/api/v1/facilities/:facility/calendar',
    permission: 'facility:read',
    summary: 'A new secret address for one’s calendar; the old one ends',
    params: facility,
    query: none,
    body: z.strictObject({ shows: z.enum(['neutral', 'titles']) }),
    response: z.object({ path: z.string() }),
  }),
  endCalendarFeed: defineRoute({
    id: 'endCalendarFeed',
    method: 'DELETE',
    path: '/api/v1/facilities/:facility/calendar',
    permission: 'facility:read',
    summary: 'Ends one’s calendar address',
    params: facility,
    query: none,
    body: nothing,
    response: done,
  }),
  calendarFile: defineRoute({
    id: 'calendarFile',
    method: 'GET',
    path: '/api/v1/facilities/:facility/calendar/file',
    permission: 'facility:read',
    summary: 'The dates of the next twelve months as a file',
    params: facility,
    query: none,
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
  calendar: defineRoute({
    id: 'calendar',
    method: 'GET',
    path: '/api/v1/calendar/:address',
    permission: 'public',
    summary: 'The calendar of one person by its secret address; programs ask for it without signing in',
    params: z.object({ address: z.string().max(60) }),
    query: none,
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
} as const
