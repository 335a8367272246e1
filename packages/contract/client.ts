import type * as z from 'zod'
import type { Route } from './route.ts'
import { type UserErrorView, userError } from './views/common.ts'

type InputOf<R extends Route> = Clean<{ params: z.input<R['params']>; query: z.input<R['query']>; body: z.input<R['body']> }>
type Clean<T> = { readonly [K in keyof T as T[K] extends undefined ? never : K]: T[K] }

/** As much of `fetch` as is needed, so that tests can hand in the app itself. */
export type Fetcher = (url: string, init: { method: string; headers: Record<string, string>; body?: string }) => Promise<Answer>

export interface Answer {
  readonly ok: boolean
  readonly status: number
  json(): Promise<unknown>
}

export type CallResult<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'error'; readonly status: number; readonly error: UserErrorView }

/** Sends a JSON route and checks its answer; the shapes come from the route itself. */
export async function call<R extends Route>(
  fetcher: Fetcher,
  route: R,
  input: Partial<InputOf<R>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<CallResult<z.output<R['response']>>> {
  const init = initOf(route, input)
  const response = await fetcher(urlOf(route, input), { ...init, headers: { ...init.headers, ...headers } })
  return readAnswer(route, response)
}

/** Method, headers and body of a request whose body, where it has one, is JSON. */
export function initOf(route: Route, input: object): { method: string; headers: Record<string, string>; body?: string } {
  const body: unknown = Reflect.get(input, 'body')
  if (body === undefined) return { method: route.method, headers: {} }
  return { method: route.method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Reads a JSON answer, or the error that came in its place. */
export async function readAnswer<R extends Route>(route: R, response: Answer): Promise<CallResult<z.output<R['response']>>> {
  const json: unknown = await response.json().catch(() => undefined)
  if (response.ok) return { kind: 'ok', value: route.response.parse(json) as z.output<R['response']> } // parsed by the route's own schema
  const error = userError.safeParse(typeof json === 'object' && json !== null ? Reflect.get(json, 'error') : undefined)
  return { kind: 'error', status: response.status, error: error.success ? error.data : unreadable }
}

const unreadable: UserErrorView = {
  code: 'connection/unreadable-answer',
  message: { ja: 'サーバの返事を読めませんでした。', en: 'The answer of the server could not be read.' },
  action: { ja: '少し待って、もう一度お試しください。', en: 'Please wait a little and try again.' },
}

/** The address of a route with its parameters put in. */
export function urlOf(route: Route, input: { params?: unknown; query?: unknown }): string {
  const params = Object.entries(input.params ?? {}).map(([key, value]) => [key, String(value)] as const)
  const path = params.reduce((text, [key, value]) => text.replace(`:${key}`, encodeURIComponent(value)), route.path)
  const query = Object.entries(input.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}
