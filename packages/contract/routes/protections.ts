import { defineRoute } from '../route.ts'
import { protectionTableView } from '../views/protections.ts'
import { facility, none, nothing } from './shared.ts'

export const protectionRoutes = {
  protectionTable: defineRoute({
    id: 'protectionTable',
    method: 'GET',
    path: '/api/v1/facilities/:facility/money/protections',
    permission: 'facility:read',
    summary: 'The protections at six places of a building: how they stand here, what three quotes leave open, and what support there is',
    params: facility,
    query: none,
    body: nothing,
    response: protectionTableView,
  }),
} as const
