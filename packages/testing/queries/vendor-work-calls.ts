import { type RouteId, routes } from '@mimamori/contract'
import { atSheet } from './answering-calls.ts'
import type { Place, Prepare } from './place.ts'

const wish = { devices: '保守用ルーター', wishedOn: '2026-12-06' as never, hours: '22時から翌2時', effect: 'checking' as const } // a day of the calendar

async function asked(place: Place) {
  const { vendor, relation } = await atSheet(place)
  return (await vendor.ask(routes.askVisit, { params: { relation }, body: wish })).visit
}

/** What vendors do beside their sheets. */
export const vendorWorkCalls = {
  vendorWork: async (place) => ({ as: (await atSheet(place)).vendor }),
  vendorClientsFile: async (place) => ({ as: (await atSheet(place)).vendor }),
  vendorsFile: () => ({}),
  sendContactChange: async (place, round) => {
    const { vendor, relation } = await atSheet(place)
    return { as: vendor, body: { newName: `仮里 良子${round}`, from: '2026-12-01', relations: [relation] } }
  },
  readRequestFile: async (place) => {
    const { vendor, sheet } = await atSheet(place)
    const params = { facility: place.facility, sheet }
    const { name, bytes } = await place.acting.download(routes.vendorSheetFile, { params, query: { format: 'csv' } })
    return { as: vendor, file: { name, bytes } }
  },
  writeReplyFiles: async (place) => ({
    as: (await atSheet(place)).vendor,
    body: { format: 'csv', answeredBy: '仮名 次郎', replies: [{ name: 'a.csv', head: { edition: 'r7' }, answers: {} }] },
  }),
  askVisit: async (place) => {
    const { vendor, relation } = await atSheet(place)
    return { as: vendor, params: { relation }, body: wish }
  },
  stepVisit: async (place) => {
    const { vendor, relation } = await atSheet(place)
    return { as: vendor, params: { relation, visit: await asked(place) }, body: { seen: 1, kind: 'said', effect: 'none' } }
  },
} as const satisfies Partial<Record<RouteId, Prepare>>
