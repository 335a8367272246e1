import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { numberedPapersView, papersView } from '../views/facility.ts'
import { bytes, facility, megabyte, none, nothing } from './shared.ts'

export const paperRoutes = {
  addEvidence: defineRoute({
    id: 'addEvidence',
    method: 'POST',
    path: '/api/v1/facilities/:facility/evidence',
    permission: 'facility:write',
    summary: 'Keep a file as evidence of answers',
    params: facility,
    query: z.object({ answers: z.string().max(4000).optional(), place: z.string().max(200).optional() }),
    body: bytes,
    response: z.object({ evidence: z.string(), sha256: z.string(), revision: z.number().int() }),
    kind: 'upload',
    limit: 30 * megabyte,
  }),
  evidenceFile: defineRoute({
    id: 'evidenceFile',
    method: 'GET',
    path: '/api/v1/facilities/:facility/evidence/:sha256',
    permission: 'facility:read',
    summary: 'An evidence file, as a download',
    params: facility.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    query: none,
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
  papers: defineRoute({
    id: 'papers',
    method: 'GET',
    path: '/api/v1/facilities/:facility/papers',
    permission: 'facility:read',
    summary: 'Papers that can be made and that were made',
    params: facility,
    query: none,
    body: nothing,
    response: papersView,
  }),
  checkNumber: defineRoute({
    id: 'checkNumber',
    method: 'GET',
    path: '/api/v1/facilities/:facility/check-number',
    permission: 'facility:read',
    summary: 'Papers with this check number, and whether they are as they were made',
    params: facility,
    query: z.object({ number: z.string().max(60) }),
    body: nothing,
    response: numberedPapersView,
  }),
  makePaper: defineRoute({
    id: 'makePaper',
    method: 'GET',
    path: '/api/v1/facilities/:facility/papers/:kind',
    permission: 'paper:make',
    summary: 'Make a paper',
    params: facility.extend({ kind: z.string().max(40) }),
    query: z.object({
      format: z.enum(['pdf', 'xlsx', 'docx', 'html', 'zip']),
      copy: z.enum(['on-site', 'hand-over']).optional(),
      lang: z.enum(['ja', 'en']).optional(),
      id: z.string().max(80).optional(),
      /** Of a request for updates: how it goes out. */
      way: z.enum(['post', 'fax', 'mail', 'hand']).optional(),
    }),
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
} as const
