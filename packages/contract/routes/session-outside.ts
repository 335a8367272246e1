import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { signInResult } from '../views/session.ts'
import { done, none } from './shared.ts'

/** Signing in by the hospital's own service (OpenID Connect). */
export const outsideRoutes = {
  beginOutside: defineRoute({
    id: 'beginOutside',
    method: 'POST',
    path: '/api/v1/sign-in/outside/begin',
    permission: 'public',
    summary: 'Where the browser goes to sign in at the sign-in service of the hospital',
    params: none,
    query: none,
    body: none,
    response: z.object({ address: z.string() }),
  }),
  finishOutside: defineRoute({
    id: 'finishOutside',
    method: 'POST',
    path: '/api/v1/sign-in/outside',
    permission: 'public',
    summary: 'What the sign-in service has sent the browser back with',
    params: none,
    query: none,
    body: z.strictObject({ query: z.string().max(8000), sharedPc: z.boolean().optional() }),
    response: signInResult,
  }),
  askForLink: defineRoute({
    id: 'askForLink',
    method: 'POST',
    path: '/api/v1/sign-in/outside/ask',
    permission: 'public',
    summary: 'Say whose an account is that is linked to nobody',
    params: none,
    query: none,
    body: z.strictObject({ login: z.string().max(60) }),
    response: done,
  }),
  linkOutside: defineRoute({
    id: 'linkOutside',
    method: 'POST',
    path: '/api/v1/me/outside/begin',
    permission: 'signed-in',
    summary: 'Go to the sign-in service to link the account there',
    params: none,
    query: none,
    body: none,
    response: z.object({ address: z.string() }),
  }),
  unlinkOutside: defineRoute({
    id: 'unlinkOutside',
    method: 'POST',
    path: '/api/v1/me/outside/end',
    permission: 'signed-in',
    summary: 'Sign in by the sign-in service no longer',
    params: none,
    query: none,
    body: none,
    response: done,
  }),
} as const
