import { type CallResult, call, type Route, readAnswer, routes, urlOf } from '@mimamori/contract'

type InputOf<R extends Route> = Parameters<typeof call<R>>[2]
type ValueOf<R extends Route> = Extract<Awaited<ReturnType<typeof call<R>>>, { kind: 'ok' }>['value']

/** Somebody at a browser: asks a running server over its socket and keeps the cookie that it gives. */
export interface Visitor {
  /** Another server or port; the cookie stays. */
  move(url: string): void
  call<R extends Route>(route: R, input: InputOf<R>): Promise<CallResult<ValueOf<R>>>
  /** The value; throws when the server refused. */
  ask<R extends Route>(route: R, input: InputOf<R>): Promise<ValueOf<R>>
  upload<R extends Route>(route: R, input: InputOf<R>, file: { name: string; bytes: Uint8Array | string }): Promise<CallResult<ValueOf<R>>>
  get(path: string): Promise<{ status: number; bytes: Buffer }>
}

export function visitorOf(start: string): Visitor {
  let url = start
  let cookie = ''
  const send = async (path: string, init: { method: string; headers: Record<string, string>; body?: string | Uint8Array }) => {
    const headers = { ...init.headers, origin: url, ...(cookie !== '' && { cookie }) }
    const answer = await fetch(url + path, { ...init, headers })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer
  }
  const visitor: Visitor = {
    move(other) {
      url = other
    },
    call: (route, input) => call(send, route, input),
    ask: async (route, input) => {
      const result = await visitor.call(route, input)
      if (result.kind === 'error') throw new Error(`${route.id}: ${result.status} ${JSON.stringify(result.error)}`)
      return result.value
    },
    upload: async (route, input, file) => {
      const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) }
      return readAnswer(route, await send(urlOf(route, input), { method: route.method, headers, body: Buffer.from(file.bytes) }))
    },
    get: async (path) => {
      const answer = await send(path, { method: 'GET', headers: {} })
      return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
    },
  }
  return visitor
}

/** Sets the installation up by its one-time link; the visitor is signed in as its owner. */
export async function firstOwner(
  server: { readonly url: string; readonly setupToken: string | undefined },
  who: { login: string; password: string; name: string },
): Promise<Visitor> {
  const visitor = visitorOf(server.url)
  await visitor.ask(routes.setUp, { body: { token: server.setupToken ?? '', ...who } })
  return visitor
}
