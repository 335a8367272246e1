import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { answerLinkLook, answerLinkView, madeAnswerLink } from '../views/answering.ts'
import { bytes, done, facility, none, nothing } from './shared.ts'

const sheet = facility.extend({ sheet: z.string().max(80) })
const token = z.string().max(100)

/** Links with a one-time number, for vendors without an account. */
export const answerLinkRoutes = {
  answerLink: defineRoute({
    id: 'answerLink',
    method: 'GET',
    path: '/api/v1/facilities/:facility/vendor-sheets/:sheet/link',
    permission: 'facility:read',
    summary: 'Whether a link to the sheet is out, and what became of it',
    params: sheet,
    query: none,
    body: nothing,
    response: answerLinkView,
  }),
  makeAnswerLink: defineRoute({
    id: 'makeAnswerLink',
    method: 'POST',
    path: '/api/v1/facilities/:facility/vendor-sheets/:sheet/link',
    permission: 'facility:write',
    summary: 'A link and a number for answering on the screen, or a new number alone; earlier ones end',
    params: sheet,
    query: none,
    body: z.strictObject({ what: z.enum(['link', 'number']) }),
    response: madeAnswerLink,
  }),
  withdrawAnswerLink: defineRoute({
    id: 'withdrawAnswerLink',
    method: 'DELETE',
    path: '/api/v1/facilities/:facility/vendor-sheets/:sheet/link',
    permission: 'facility:write',
    summary: 'End the link and every screen that it opened',
    params: sheet,
    query: none,
    body: nothing,
    response: done,
  }),
  answerLetter: defineRoute({
    id: 'answerLetter',
    method: 'POST',
    path: '/api/v1/facilities/:facility/vendor-sheets/:sheet/letter',
    permission: 'paper:make',
    summary: 'The request as a letter that names the number for the screen',
    params: sheet,
    query: none,
    body: z.strictObject({
      way: z.enum(['post', 'fax', 'mail']),
      /** As it was shown when it was made: nothing that is stored can be read back. */
      code: z.string().regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
    }),
    response: bytes,
    kind: 'file',
  }),
  replyPage: defineRoute({
    id: 'replyPage',
    method: 'GET',
    path: '/api/v1/answer/page',
    permission: 'public',
    summary: 'One file by which a vendor without an account answers request files on its own PC',
    params: none,
    query: z.object({ lang: z.enum(['ja', 'en']).optional() }),
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
  lookAtAnswerLink: defineRoute({
    id: 'lookAtAnswerLink',
    method: 'POST',
    path: '/api/v1/answer/look',
    permission: 'public',
    summary: 'Who asks, for what',
    params: none,
    query: none,
    body: z.strictObject({ token }),
    response: answerLinkLook,
  }),
  enterAnswerLink: defineRoute({
    id: 'enterAnswerLink',
    method: 'POST',
    path: '/api/v1/answer/enter',
    permission: 'public',
    summary: 'Open the sheet with the number, once',
    params: none,
    query: none,
    body: z.strictObject({ token, code: z.string().min(1).max(40) }),
    response: z.object({ sheet: z.string() }),
  }),
  leaveAnswerLink: defineRoute({
    id: 'leaveAnswerLink',
    method: 'POST',
    path: '/api/v1/answer/leave',
    permission: 'public',
    summary: 'Close the sheet in this browser',
    params: none,
    query: none,
    body: none,
    response: done,
  }),
} as const
