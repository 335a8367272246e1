import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { sessionView, tenQuestion } from '../views/facility.ts'
import { done, none, nothing } from './shared.ts'

export const password = z.string().min(8).max(200)
export const login = z
  .string()
  .min(3)
  .max(60)
  .regex(/^[A-Za-z0-9._@-]+$/)

export const sessionRoutes = {
  session: defineRoute({
    id: 'session',
    method: 'GET',
    path: '/api/v1/session',
    permission: 'public',
    summary: 'Who is signed in and to what',
    params: none,
    query: none,
    body: nothing,
    response: sessionView,
  }),
  setUp: defineRoute({
    id: 'setUp',
    method: 'POST',
    path: '/api/v1/setup',
    permission: 'public',
    summary: 'First owner, by the one-time set-up link',
    params: none,
    query: none,
    body: z.strictObject({ token: z.string().max(100), login, password, name: z.string().min(1).max(100) }),
    response: done,
  }),
  signIn: defineRoute({
    id: 'signIn',
    method: 'POST',
    path: '/api/v1/sign-in',
    permission: 'public',
    summary: 'Sign in',
    params: none,
    query: none,
    body: z.strictObject({ login: z.string().max(60), password: z.string().max(200), sharedPc: z.boolean().optional() }),
    response: done,
  }),
  signOut: defineRoute({
    id: 'signOut',
    method: 'POST',
    path: '/api/v1/sign-out',
    permission: 'signed-in',
    summary: 'Sign out',
    params: none,
    query: none,
    body: none,
    response: done,
  }),
  chooseOrganisation: defineRoute({
    id: 'chooseOrganisation',
    method: 'POST',
    path: '/api/v1/session/organisation',
    permission: 'signed-in',
    summary: 'Act in the name of another organisation to which the person belongs',
    params: none,
    query: none,
    body: z.strictObject({ organisation: z.guid() }),
    response: done,
  }),
  tenQuestions: defineRoute({
    id: 'tenQuestions',
    method: 'GET',
    path: '/api/v1/ten-questions',
    permission: 'signed-in',
    summary: 'The ten questions of the start',
    params: none,
    query: none,
    body: nothing,
    response: z.array(tenQuestion),
  }),
} as const
