import { type Answer, call, initOf, type Route, readAnswer, routes, type UserErrorView, urlOf } from '@mimamori/contract'
import { tooLarge } from './too-large.ts'

export type InputOf<R extends Route> = Parameters<typeof call<R>>[2]
export type OutputOf<R extends Route> = Extract<Awaited<ReturnType<typeof call<R>>>, { kind: 'ok' }>['value']

/** The server said no, in words meant for the person. */
export class Refusal extends Error {
  readonly status: number
  readonly said: UserErrorView
  constructor(status: number, said: UserErrorView) {
    super(said.code)
    this.status = status
    this.said = said
  }
}

/** Nothing came back at all: the cable, the network or the server is away. */
export class NoConnection extends Error {}

type Listener = () => void
const onSessionEnd = new Set<Listener>()

/** Calls the listener whenever the server no longer knows who is asking. */
export function whenSessionEnds(listener: Listener): () => void {
  onSessionEnd.add(listener)
  return () => onSessionEnd.delete(listener)
}

/** Sends a JSON route; throws `Refusal` or `NoConnection`. */
export async function ask<R extends Route>(route: R, input: InputOf<R>): Promise<OutputOf<R>> {
  const result = await call(send, route, input)
  if (result.kind === 'ok') return result.value
  return refuse(route, result.status, result.error)
}

/** Sends a JSON route while the page goes away: nobody waits for the answer, and none is wanted. */
export function tellOnLeaving<R extends Route>(route: R, input: InputOf<R>): void {
  void call((url, init) => send(url, { ...init, keepalive: true }), route, input).catch(() => undefined)
}

/** Sends the bytes of one file; its name travels in a header, so that it may be Japanese. */
export async function upload<R extends Route>(route: R, input: InputOf<R>, file: File): Promise<OutputOf<R>> {
  const refused = await tooLarge(route, file.size)
  if (refused) throw new Refusal(413, refused)
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) }
  const answer = await send(urlOf(route, input), { method: route.method, headers, body: file })
  const result = await readAnswer(route, answer)
  return result.kind === 'ok' ? result.value : refuse(route, result.status, result.error)
}

/** Fetches a file and hands it to the browser to keep. */
export async function download<R extends Route>(route: R, input: InputOf<R>, fallbackName: string): Promise<string> {
  const response = await send(urlOf(route, input), initOf(route, input))
  if (!response.ok) {
    const result = await readAnswer(route, response)
    return result.kind === 'error' ? refuse(route, result.status, result.error) : fallbackName
  }
  const name = nameIn(response.headers.get('content-disposition')) ?? fallbackName
  keep(await response.blob(), name)
  return name
}

/** Hands a file that was made here to the browser to keep. */
export function keep(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The file name of a Content-Disposition header; `filename*` is the one that may be Japanese. */
export function nameIn(header: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(header ?? '')?.[1]
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init })
  } catch (cause) {
    throw new NoConnection('no answer', { cause })
  }
}

function refuse(route: Route, status: number, said: UserErrorView): never {
  if (status === 401 && route.id !== routes.signIn.id) for (const listener of onSessionEnd) listener()
  throw new Refusal(status, said)
}

/** Whether trying again may help: nothing came back, or a proxy in between gave up. */
export function mayPass(error: unknown): boolean {
  return error instanceof NoConnection || (error instanceof Refusal && [502, 503, 504].includes(error.status))
}

export type { Answer }
