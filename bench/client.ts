import { type CallResult, call, type Route } from '@mimamori/contract'

export const port = 4699
export const base = `http://127.0.0.1:${port}`

/** Somebody at the server that is measured, over its socket. */
export class Client {
  private cookie = ''

  async ask<R extends Route>(
    route: R,
    input: Parameters<typeof call<R>>[2],
  ): Promise<Extract<CallResult<unknown>, { kind: 'ok' }>['value']> {
    const fetcher: Parameters<typeof call>[0] = async (url, init) => {
      const answer = await fetch(`${base}${url}`, { ...init, headers: { ...init.headers, origin: base, cookie: this.cookie } })
      this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? this.cookie
      return answer
    }
    const result = await call(fetcher, route, input)
    if (result.kind === 'error') throw new Error(`${route.id}: ${result.error.code}`)
    return result.value
  }

  async file(path: string): Promise<number> {
    const answer = await fetch(`${base}${path}`, { headers: { cookie: this.cookie } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return (await answer.arrayBuffer()).byteLength
  }
}
