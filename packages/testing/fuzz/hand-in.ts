import { routes } from '@mimamori/contract'
import { facilitiesOf, keep, ownerOf, type World } from './world.ts'

/** A vendor fills a sheet in and hands it in: what it wrote there is then the facility's as well. */
export async function handInSheet(world: World): Promise<void> {
  const vendor = world.chance.pick(world.tenants.filter(({ kind }) => kind === 'vendor'))
  const acting = ownerOf(vendor)
  const { lines } = await acting.ask(routes.vendorClients)
  if (lines.length === 0) return
  const { relation, sheet } = world.chance.pick(lines)
  const params = { place: relation, sheet }
  const opened = await acting.call(routes.sheetToAnswer, { params })
  if (opened.kind === 'error' || opened.value.draft.state !== 'writing') return
  const { draft, items } = opened.value
  keep(world.onceRead, vendor.number, world.canaries.in(JSON.stringify(opened.value)))
  const notes = items.map(() => world.canaries.of(vendor.number))
  const answers = Object.fromEntries(items.map(({ item }, at) => [item, { answer: 'no' as const, note: notes[at] ?? '' }]))
  const saved = await acting.call(routes.saveSheetDraft, {
    params,
    body: { version: draft.version, answers, answeredBy: { name: notes[0] ?? '' } },
  })
  if (saved.kind === 'error') return
  const done = await acting.call(routes.submitSheet, { params, body: { version: saved.value.draft.version } })
  const facility = facilitiesOf(world).find(({ ids }) => ids.relation.includes(relation))
  if (done.kind === 'ok' && facility)
    keep(world.handedIn, facility.number, [...notes, ...world.canaries.in(JSON.stringify(draft)), ...vendor.names])
}
