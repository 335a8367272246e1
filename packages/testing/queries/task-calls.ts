import { type RouteId, routes } from '@mimamori/contract'
import { atSheet } from './answering-calls.ts'
import type { Place, Prepare } from './place.ts'

async function untaken({ acting, facility }: Place): Promise<string> {
  const { findings } = await acting.ask(routes.findings, { params: { facility }, query: { state: 'open' } })
  return findings.find((one) => one.task === undefined)?.id ?? ''
}

async function made({ acting, facility }: Place, vendor?: string): Promise<{ task: string; version: number }> {
  const body = { title: '更新を頼む', ...(vendor !== undefined && { vendor }) }
  const { task } = await acting.ask(routes.makeTask, { params: { facility }, body })
  const view = await acting.ask(routes.task, { params: { facility, task } })
  return { task, version: view.task.version }
}

/** A task that was handed to the vendor of a sheet. */
async function handed(place: Place) {
  const { vendor: as, relation, sheet } = await atSheet(place)
  const { sheets } = await place.acting.ask(routes.vendors, { params: { facility: place.facility } })
  const { task } = await made(place, sheets.find((line) => line.sheet === sheet)?.vendor)
  return { as, params: { place: relation, task } }
}

const file = (round: number) => ({ name: '報告書.pdf', bytes: `%PDF-1.7\n%${round}\n` })

/** Routes of work that was taken on, of what is left knowingly, and of the calendar. */
export const taskCalls = {
  tasks: () => ({}),
  task: async (place) => ({ params: { task: (await made(place)).task } }),
  makeTask: async (place) => ({ body: { title: '更新を頼む', findings: [await untaken(place)] } }),
  actOnTask: async (place) => {
    const { task, version } = await made(place)
    return { params: { task }, body: { version, what: { act: 'finish' } } }
  },
  addTaskProof: async (place, round) => ({ params: { task: (await made(place)).task }, file: file(round) }),
  sayWhoIAm: () => ({ body: { record: null } }),
  vendorTasks: async (place) => ({ as: (await handed(place)).as }),
  vendorTask: handed,
  sayOnTask: async (place) => ({ ...(await handed(place)), body: { kind: 'comment', text: '来週うかがいます' } }),
  addVendorTaskProof: async (place, round) => ({ ...(await handed(place)), file: file(round) }),
  acceptances: () => ({}),
  endAcceptance: async (place) => {
    const id = await untaken(place)
    await place.acting.ask(routes.acceptFinding, {
      params: { facility: place.facility },
      body: { id, until: '2026-12-10', why: '更新の予定', seen: null },
    })
    const { accepted } = await place.acting.ask(routes.finding, { params: { facility: place.facility }, query: { id } })
    return { body: { id, seen: accepted ?? null } }
  },
  calendarFeed: () => ({}),
  makeCalendarFeed: () => ({ body: { shows: 'neutral' } }),
  endCalendarFeed: async ({ acting, facility }) => {
    await acting.ask(routes.makeCalendarFeed, { params: { facility }, body: { shows: 'neutral' } })
    return {}
  },
  calendarFile: () => ({}),
  calendar: async ({ acting, facility, server }) => {
    const { path } = await acting.ask(routes.makeCalendarFeed, { params: { facility }, body: { shows: 'neutral' } })
    return { as: server.nobody, params: { address: path.split('/').at(-1) ?? '' } }
  },
} as const satisfies Partial<Record<RouteId, Prepare>>
