import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { checklistView, joinedView } from '../views/checklist.ts'
import { text } from '../views/common.ts'
import { workCardView } from '../views/facility.ts'
import { findingsView, findingView } from '../views/findings.ts'
import { inspectionView } from '../views/inspection.ts'
import { bytes, facility, megabyte, none, nothing } from './shared.ts'

export const checklistRoutes = {
  checklist: defineRoute({
    id: 'checklist',
    method: 'GET',
    path: '/api/v1/facilities/:facility/checklist',
    permission: 'facility:read',
    summary: "The facility's own sheet",
    params: facility,
    query: z.object({ sheet: z.string().max(80).optional() }),
    body: nothing,
    response: checklistView,
  }),
  joined: defineRoute({
    id: 'joined',
    method: 'GET',
    path: '/api/v1/facilities/:facility/joined',
    permission: 'facility:read',
    summary: "Everybody's answers side by side",
    params: facility,
    query: none,
    body: nothing,
    response: joinedView,
  }),
  inspection: defineRoute({
    id: 'inspection',
    method: 'GET',
    path: '/api/v1/facilities/:facility/inspection',
    permission: 'facility:read',
    summary: 'What was noted on days of inspection',
    params: facility,
    query: none,
    body: nothing,
    response: inspectionView,
  }),
  findings: defineRoute({
    id: 'findings',
    method: 'GET',
    path: '/api/v1/facilities/:facility/findings',
    permission: 'facility:read',
    summary: 'Findings, most urgent and easiest first',
    params: facility,
    query: z.object({ state: z.string().optional() }),
    body: nothing,
    response: findingsView,
  }),
  finding: defineRoute({
    id: 'finding',
    method: 'GET',
    path: '/api/v1/facilities/:facility/finding',
    permission: 'facility:read',
    summary: 'One finding with its reasons',
    params: facility,
    query: z.object({ id: z.string().max(2000) }),
    body: nothing,
    response: findingView,
  }),
  workCard: defineRoute({
    id: 'workCard',
    method: 'GET',
    path: '/api/v1/facilities/:facility/cards/:card',
    permission: 'facility:read',
    summary: 'A work card with its ticks',
    params: facility.extend({ card: z.string().max(80) }),
    query: none,
    body: nothing,
    response: workCardView,
  }),
  loadEdition: defineRoute({
    id: 'loadEdition',
    method: 'POST',
    path: '/api/v1/facilities/:facility/editions',
    permission: 'edition:load',
    summary: 'Load an edition from the official Excel',
    params: facility,
    query: z.object({ edition: z.string().max(40), audience: z.enum(['facility', 'vendor']) }),
    body: bytes,
    response: z.object({
      edition: z.string(),
      items: z.number().int(),
      notCarried: z.array(z.object({ number: z.string(), title: text })),
    }),
    kind: 'upload',
    limit: 30 * megabyte,
  }),
  startYear: defineRoute({
    id: 'startYear',
    method: 'POST',
    path: '/api/v1/facilities/:facility/year',
    permission: 'year:change',
    summary: "Close last year's sheets and begin the new fiscal year",
    params: facility,
    query: none,
    body: z.strictObject({ fiscalYear: z.number().int(), edition: z.string().max(40) }),
    response: z.object({
      revision: z.number().int(),
      carried: z.number().int(),
      notCarried: z.array(z.object({ number: z.string(), title: text })),
    }),
  }),
} as const
