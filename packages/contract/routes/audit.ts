import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { auditCheck, auditKind, auditView } from '../views/audit.ts'
import { bytes, none, nothing } from './shared.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** The trail is that of the organisation, whatever facility is on the screen. */
export const auditRoutes = {
  audit: defineRoute({
    id: 'audit',
    method: 'GET',
    path: '/api/v1/audit',
    permission: 'audit:read',
    summary: 'Who did what, when and from where, newest first',
    params: none,
    query: z.object({
      from: day.optional(),
      to: day.optional(),
      person: z.guid().optional(),
      kind: auditKind.optional(),
      before: z.coerce.number().int().min(1).optional(),
    }),
    body: nothing,
    response: auditView,
  }),
  checkAudit: defineRoute({
    id: 'checkAudit',
    method: 'GET',
    path: '/api/v1/audit/check',
    permission: 'audit:read',
    summary: 'Verify the whole trail',
    params: none,
    query: none,
    body: nothing,
    response: auditCheck,
  }),
  exportAudit: defineRoute({
    id: 'exportAudit',
    method: 'GET',
    path: '/api/v1/audit/export',
    permission: 'audit:read',
    summary: 'The whole trail as JSON lines with a signed end, for `mimamori verify`',
    params: none,
    query: none,
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
} as const
