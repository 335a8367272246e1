import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { clientsView, clientView, relationKind, relationsView, relationTerms } from '../views/relations.ts'
import { done, facility, none, nothing } from './shared.ts'

const relation = z.object({ relation: z.guid() })
const until = z.string().max(40).optional()

export const relationRoutes = {
  relations: defineRoute({
    id: 'relations',
    method: 'GET',
    path: '/api/v1/facilities/:facility/relations',
    permission: 'relation:read',
    summary: 'Whom the facility lets see what, since when, by whom',
    params: facility,
    query: none,
    body: nothing,
    response: relationsView,
  }),
  offerRelation: defineRoute({
    id: 'offerRelation',
    method: 'POST',
    path: '/api/v1/facilities/:facility/relations',
    permission: 'relation:write',
    summary: 'Offer another organisation a view; it begins when the invitation is accepted',
    params: facility,
    query: none,
    body: z.strictObject({
      kind: relationKind,
      name: z.string().min(1).max(200),
      vendor: z.string().max(80).optional(),
      terms: relationTerms,
      validUntil: until,
    }),
    response: z.object({ relation: z.string() }),
  }),
  changeRelation: defineRoute({
    id: 'changeRelation',
    method: 'POST',
    path: '/api/v1/facilities/:facility/relations/:relation',
    permission: 'relation:write',
    summary: 'Change what an organisation may see, and until when',
    params: facility.extend(relation.shape),
    query: none,
    body: z.strictObject({ version: z.number().int(), terms: relationTerms, validUntil: until }),
    response: done,
  }),
  withdrawRelation: defineRoute({
    id: 'withdrawRelation',
    method: 'DELETE',
    path: '/api/v1/facilities/:facility/relations/:relation',
    permission: 'relation:write',
    summary: 'End a view at once',
    params: facility.extend(relation.shape),
    query: none,
    body: nothing,
    response: done,
  }),
  clients: defineRoute({
    id: 'clients',
    method: 'GET',
    path: '/api/v1/clients',
    permission: 'client:read',
    summary: 'The facilities that have opened something to this organisation',
    params: none,
    query: none,
    body: nothing,
    response: clientsView,
  }),
  client: defineRoute({
    id: 'client',
    method: 'GET',
    path: '/api/v1/clients/:relation',
    permission: 'client:read',
    summary: 'One facility, as far as it has opened itself',
    params: relation,
    query: none,
    body: nothing,
    response: clientView,
  }),
  leaveClient: defineRoute({
    id: 'leaveClient',
    method: 'DELETE',
    path: '/api/v1/clients/:relation',
    permission: 'client:write',
    summary: 'Give back what a facility has opened',
    params: relation,
    query: none,
    body: nothing,
    response: done,
  }),
} as const
