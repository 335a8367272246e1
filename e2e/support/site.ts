import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { request } from '@playwright/test'

/** A running server with nobody signed in yet. */
export interface Site {
  readonly url: string
  readonly setupUrl: string
  /** Only of a site that was started at an instant: its clock goes on from another one. */
  moveTo(instant: string): void
  stop(): Promise<void>
}

/** The owner's cookies, as Playwright keeps them. */
export type SignedIn = Awaited<ReturnType<Awaited<ReturnType<typeof request.newContext>>['storageState']>>

export const owner = { name: '見本 花子', login: 'hanako', password: 'correct horse battery' }

/** Starts a server of its own on a throw-away folder; `at`: the instant from which its clock goes on; `env`: more for serve.ts. */
export async function startSite({ at, env = {} }: { at?: string; env?: Readonly<Record<string, string>> } = {}): Promise<Site> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...env, ...(at !== undefined && { E2E_AT: at }) },
  })
  const { url, setupUrl } = await firstLine(child)
  return {
    url,
    setupUrl,
    moveTo(instant) {
      child.send(instant)
    },
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function firstLine(child: ChildProcess): Promise<{ url: string; setupUrl: string }> {
  if (!child.stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const said: unknown = JSON.parse(line)
    if (typeof said === 'object' && said !== null && 'url' in said && 'setupUrl' in said)
      return { url: String(said.url), setupUrl: String(said.setupUrl) }
  }
  throw new Error('the server did not start')
}

/** The first owner, by the set-up link, without a browser. */
export async function setUpOwner(site: Site): Promise<SignedIn> {
  const api = await request.newContext({ baseURL: site.url, extraHTTPHeaders: { origin: site.url } })
  const token = site.setupUrl.split('token=')[1] ?? ''
  const answer = await api.post('/api/v1/setup', { data: { token, ...owner } })
  if (!answer.ok()) throw new Error(`set-up failed: ${answer.status()} ${await answer.text()}`)
  const state = await api.storageState()
  await api.dispose()
  return state
}

/** Loads an example and returns its facility id. */
export async function loadExample(site: Site, signedIn: SignedIn, example: string): Promise<string> {
  const api = await request.newContext({ baseURL: site.url, storageState: signedIn, extraHTTPHeaders: { origin: site.url } })
  const answer = await api.post(`/api/v1/examples/${example}/load`, { data: {} })
  if (!answer.ok()) throw new Error(`the example was not loaded: ${answer.status()} ${await answer.text()}`)
  const { facility } = (await answer.json()) as { facility: string } // as the contract says
  await api.dispose()
  return facility
}

/** Throws away what earlier tests have done to an example. */
export async function loadAgain(
  site: Site,
  signedIn: SignedIn,
  { facility, example }: { facility: string; example: string },
): Promise<void> {
  const api = await request.newContext({ baseURL: site.url, storageState: signedIn, extraHTTPHeaders: { origin: site.url } })
  const answer = await api.delete(`/api/v1/facilities/${encodeURIComponent(facility)}`)
  if (!answer.ok()) throw new Error(`the example was not removed: ${answer.status()} ${await answer.text()}`)
  await api.dispose()
  await loadExample(site, signedIn, example)
}
