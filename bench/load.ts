import { routes } from '@mimamori/contract'
import type { Visitor } from '@mimamori/testing/process'
import { heading, type Row, step } from './rows.ts'

const users = 50
/** NOTE: for a time and not for a number of requests: a thousand of a slow route would say nothing more and take minutes. */
const secondsPerRoute = 4

interface Busy {
  readonly name: string
  readonly ask: (user: number, at: number) => Promise<unknown>
}

/** The ten routes that screens ask for most; the last one writes. */
async function busiest(visitor: Visitor, facility: string): Promise<readonly Busy[]> {
  const params = { facility }
  const { findings } = await visitor.ask(routes.findings, { params, query: {} })
  const finding = (user: number, at: number) => findings[(user * 7 + at) % Math.max(1, findings.length)]?.id ?? ''
  return [
    { name: 'session', ask: () => visitor.ask(routes.session, {}) },
    { name: 'home', ask: () => visitor.ask(routes.home, { params }) },
    { name: 'checklist', ask: () => visitor.ask(routes.checklist, { params, query: {} }) },
    { name: 'joined', ask: () => visitor.ask(routes.joined, { params }) },
    { name: 'findings', ask: () => visitor.ask(routes.findings, { params, query: {} }) },
    { name: 'finding', ask: (user, at) => visitor.ask(routes.finding, { params, query: { id: finding(user, at) } }) },
    { name: 'vendors', ask: () => visitor.ask(routes.vendors, { params }) },
    { name: 'facts', ask: () => visitor.ask(routes.facts, { params }) },
    { name: 'papers', ask: () => visitor.ask(routes.papers, { params }) },
    {
      name: 'change',
      ask: (user, at) => {
        const record = { id: `p:load.${user}.${at}` as never, name: `見本 ${user}` } // an id of this slice
        return visitor.ask(routes.change, { params, body: { changes: [{ change: { kind: 'add', slice: 'people', record } }] } })
      },
    },
  ]
}

/** Requests per second and p99 of each, with so many users at once; the load itself runs on the same machine. */
export async function* measureLoad(visitor: Visitor, facility: string): AsyncGenerator<Row> {
  yield heading(`  ${users} users at once, ${secondsPerRoute} s each`)
  for (const { name, ask } of await busiest(visitor, facility)) {
    step(`${users} users ask for ${name}`)
    yield await underLoad(name, ask)
  }
}

async function underLoad(name: string, ask: Busy['ask']): Promise<Row> {
  const times: number[] = []
  let failed = 0
  const begun = performance.now()
  const user = async (number: number) => {
    for (let at = 0; performance.now() - begun < secondsPerRoute * 1_000; at++) {
      const since = performance.now()
      await ask(number, at).catch(() => {
        failed += 1
      })
      times.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: users }, (_, number) => user(number)))
  const perSecond = (times.length / (performance.now() - begun)) * 1_000
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)
  return heading(
    `    ${name.padEnd(12)} ${perSecond.toFixed(0).padStart(6)} requests/s   p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   failed ${failed}`,
  )
}
