import { textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { limited } from '../slices/fields.ts'
import { clientAgreementsView, controlView, risksView, riskView, vendorAgreementsView } from '../views/risks.ts'
import { done, facility, none, nothing } from './shared.ts'

const { riskDecisions } = textLimits
/** `place`: the relation by which an account of the vendor comes in, or `link` for somebody with a one-time number. */
const place = z.object({ place: z.union([z.guid(), z.literal('link')]) })

/** リスクと対策: statements about controls and agreements are written by `change`; a vendor answers and signs its own. */
export const riskRoutes = {
  risks: defineRoute({
    id: 'risks',
    method: 'GET',
    path: '/api/v1/facilities/:facility/risks',
    permission: 'facility:read',
    summary: 'The matrix of risks and controls in two columns, with all that narrowing it and trying it out needs',
    params: facility,
    query: none,
    body: nothing,
    response: risksView,
  }),
  risk: defineRoute({
    id: 'risk',
    method: 'GET',
    path: '/api/v1/facilities/:facility/risks/:risk',
    permission: 'facility:read',
    summary: 'One risk whole: its scene, controls with why they count, what would close it, what is agreed about it',
    params: facility.extend({ risk: z.string().max(80) }),
    query: none,
    body: nothing,
    response: riskView,
  }),
  control: defineRoute({
    id: 'control',
    method: 'GET',
    path: '/api/v1/facilities/:facility/controls/:control',
    permission: 'facility:read',
    summary: 'One control: who must do it, what would be open without it, what it would close',
    params: facility.extend({ control: z.string().max(80) }),
    query: none,
    body: nothing,
    response: controlView,
  }),
  vendorAgreements: defineRoute({
    id: 'vendorAgreements',
    method: 'GET',
    path: '/api/v1/vendor/agreements',
    permission: 'task:read',
    summary: 'What clients have asked of a vendor about risks, and what was settled',
    params: none,
    query: none,
    body: nothing,
    response: vendorAgreementsView,
  }),
  clientAgreements: defineRoute({
    id: 'clientAgreements',
    method: 'GET',
    path: '/api/v1/vendor/:place/agreements',
    permission: 'task:read',
    byLink: true,
    summary: 'The same of one client',
    params: place,
    query: none,
    body: nothing,
    response: clientAgreementsView,
  }),
  answerAgreement: defineRoute({
    id: 'answerAgreement',
    method: 'POST',
    path: '/api/v1/vendor/:place/agreements/:agreement',
    permission: 'task:work',
    byLink: true,
    summary: 'The answer of the vendor, or its name under what was settled',
    params: place.extend({ agreement: z.string().max(80) }),
    query: none,
    body: z.strictObject({
      /** The version that was on the screen. */
      seen: z.number().int(),
      answer: limited(riskDecisions.answer).optional(),
      signedBy: limited(riskDecisions.vendorBy).optional(),
    }),
    response: done,
  }),
} as const
