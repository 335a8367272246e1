import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { importPreview, importsView } from '../views/facility.ts'
import { columnChoices, importEncoding } from '../views/imports.ts'
import { openQuestionsView } from '../views/questions.ts'
import { vendorsView } from '../views/vendors.ts'
import { bytes, changesResult, done, facility, megabyte, none, nothing } from './shared.ts'

export const vendorRoutes = {
  vendors: defineRoute({
    id: 'vendors',
    method: 'GET',
    path: '/api/v1/facilities/:facility/vendors',
    permission: 'facility:read',
    summary: 'Vendors, systems and their sheets',
    params: facility,
    query: none,
    body: nothing,
    response: vendorsView,
  }),
  openQuestions: defineRoute({
    id: 'openQuestions',
    method: 'GET',
    path: '/api/v1/facilities/:facility/open-questions',
    permission: 'facility:read',
    summary: 'What is to be asked of vendors and found out in the house',
    params: facility,
    query: none,
    body: nothing,
    response: openQuestionsView,
  }),
  makeVendorSheets: defineRoute({
    id: 'makeVendorSheets',
    method: 'POST',
    path: '/api/v1/facilities/:facility/vendor-sheets',
    permission: 'facility:write',
    summary: 'One sheet for each vendor and system that has none',
    params: facility,
    query: none,
    body: none,
    response: z.object({ made: z.number().int() }),
  }),
  vendorSheetFile: defineRoute({
    id: 'vendorSheetFile',
    method: 'GET',
    path: '/api/v1/facilities/:facility/vendor-sheets/:sheet/file',
    permission: 'paper:make',
    summary: "The vendor's sheet as a file to send",
    params: facility.extend({ sheet: z.string().max(80) }),
    query: z.object({
      format: z.enum(['xlsx', 'csv', 'pdf']),
      way: z.enum(['post', 'fax', 'mail', 'phone', 'hand']).optional(),
      step: z.enum(['request', 'chase-up', 'second-contact', 'head-letter']).optional(),
    }),
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
  imports: defineRoute({
    id: 'imports',
    method: 'GET',
    path: '/api/v1/facilities/:facility/imports',
    permission: 'facility:read',
    summary: 'The last imports, each with the revision that `undo` takes back',
    params: facility,
    query: none,
    body: nothing,
    response: importsView,
  }),
  preview: defineRoute({
    id: 'preview',
    method: 'POST',
    path: '/api/v1/facilities/:facility/imports',
    permission: 'import:write',
    summary: 'Read a file and say what would change',
    params: facility,
    query: z.object({
      as: z.enum(['auto', 'facility-checklist', 'vendor-reply', 'vendor-list', 'folder', 'bounce']).optional(),
      sheet: z.string().max(80).optional(),
      encoding: importEncoding.optional(),
      /** JSON of what a person said columns mean: kept for the next file of the organisation. */
      columns: z.string().max(20_000).pipe(columnChoices).optional(),
    }),
    body: bytes,
    response: importPreview,
    kind: 'upload',
    limit: 30 * megabyte,
  }),
  applyImport: defineRoute({
    id: 'applyImport',
    method: 'POST',
    path: '/api/v1/facilities/:facility/imports/:draft/apply',
    permission: 'import:write',
    summary: '「この内容で登録する」',
    params: facility.extend({ draft: z.string().max(80) }),
    query: none,
    /** Codes of `asks` of the preview that the person has agreed to. */
    body: z.strictObject({ agreed: z.array(z.string().max(80)).max(10).optional() }),
    response: changesResult,
  }),
  dropImport: defineRoute({
    id: 'dropImport',
    method: 'DELETE',
    path: '/api/v1/facilities/:facility/imports/:draft',
    permission: 'import:write',
    summary: 'Throw a preview away',
    params: facility.extend({ draft: z.string().max(80) }),
    query: none,
    body: nothing,
    response: done,
  }),
} as const
