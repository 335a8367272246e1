import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { changeSchema } from '../slices/change.ts'
import { damageTryView, damageView } from '../views/money.ts'
import { facility, megabyte, none, nothing } from './shared.ts'

/** Changes that can be tried out at once. */
const mostTried = 200

/** 費用と計画: ticks, figures, quotes and policies are written by `change`; its papers are made by `makePaper`. */
export const moneyRoutes = {
  damage: defineRoute({
    id: 'damage',
    method: 'GET',
    path: '/api/v1/facilities/:facility/damage',
    permission: 'facility:read',
    summary: 'What may befall the facility, with every assumption, measure and price: enough to reckon damage and plan',
    params: facility,
    query: none,
    body: nothing,
    response: damageView,
  }),
  damageTry: defineRoute({
    id: 'damageTry',
    method: 'POST',
    path: '/api/v1/facilities/:facility/damage/try',
    permission: 'facility:write',
    summary: 'The same as it would be after changes, with the states of the risks; nothing is stored',
    params: facility,
    query: none,
    body: z.strictObject({ changes: z.array(changeSchema).max(mostTried) }),
    response: damageTryView,
    limit: megabyte,
  }),
} as const
