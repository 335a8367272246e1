import { type RelationTerms, routes } from '@mimamori/contract'
import { draftKey, facilitiesOf, keep, ownerOf, type Secret, type Tenant, type World } from './world.ts'

/** A relation as it was agreed, known apart from what the server has stored. */
export interface Agreed {
  readonly id: string
  readonly facility: Tenant
  readonly viewer: Tenant
  readonly vendor?: string
}

function termsFor({ chance }: World, viewer: Tenant): RelationTerms {
  if (viewer.kind === 'vendor') return { areas: [], counts: false, named: true }
  const areas = (['checklists', 'backups', 'tasks'] as const).filter(() => chance.is(0.5))
  return { areas, counts: chance.is(0.5), named: chance.is(0.5) }
}

/** Offers, invites and accepts; undefined where the vendor has a relation already. */
export async function agree(world: World, given: { facility: Tenant; viewer: Tenant; until?: string }): Promise<Agreed | undefined> {
  const { facility: tenant, viewer, until = '2026-12-20' } = given
  const facility = tenant.ids.facility[0] ?? ''
  const vendor = viewer.kind === 'vendor' ? world.chance.pick(tenant.ids.vendor) : undefined
  const name = world.canaries.of(tenant.number)
  const offered = await ownerOf(tenant).call(routes.offerRelation, {
    params: { facility },
    body: {
      ...{ kind: viewer.kind as 'vendor', name, terms: termsFor(world, viewer), validUntil: until }, // a facility looks in nowhere
      ...(vendor !== undefined && { vendor }),
    },
  })
  if (offered.kind === 'error') return undefined
  const { relation } = offered.value
  const { code } = await ownerOf(tenant).ask(routes.inviteViewer, { params: { facility, relation }, body: { way: 'card' } })
  await ownerOf(viewer).ask(routes.acceptInvitation, { body: { secret: code, organisation: { id: viewer.id } } })
  tenant.ids.relation.push(relation)
  viewer.ids.relation.push(relation)
  if (viewer.kind === 'vendor') viewer.ids.sheet.push(...(await ownerOf(viewer).ask(routes.vendorClients)).lines.map(({ sheet }) => sheet))
  return { id: relation, facility: tenant, viewer, ...(vendor !== undefined && { vendor }) }
}

/** Every viewer at some facilities; one relation was withdrawn and one has run out. */
export async function agreeAtFirst(world: World): Promise<void> {
  const facilities = facilitiesOf(world)
  const viewers = world.tenants.filter(({ kind }) => kind !== 'facility')
  for (const [at, viewer] of viewers.entries()) {
    for (const facility of [facilities[at % 3], facilities[(at + 1) % 3]]) if (facility) await agree(world, { facility, viewer })
  }
  const [first] = facilities
  const [viewer] = viewers.filter(({ kind }) => kind === 'soc')
  if (!first || !viewer) return
  const gone = await agree(world, { facility: first, viewer })
  const params = { facility: first.ids.facility[0] ?? '', relation: gone?.id ?? '' }
  await ownerOf(first).ask(routes.withdrawRelation, { params })
  await agree(world, { facility: first, viewer, until: '2026-11-21' })
}

/** What vendors keep to themselves: standard answers and a draft that nobody has handed in. */
export async function plantVendor(world: World, tenant: Tenant): Promise<void> {
  const acting = ownerOf(tenant)
  const words: string[] = []
  const word = () => {
    words.push(world.canaries.of(tenant.number))
    return words.at(-1) ?? ''
  }
  const [item] = (await acting.ask(routes.standards)).items
  const answers = item ? { [item.item]: { answer: 'yes' as const, note: word() } } : {}
  const { id } = await acting.ask(routes.saveStandard, { body: { product: word(), answers } })
  tenant.ids.standard.push(id)
  keep(world.kept, id, words.splice(0))
  for (const { relation, sheet } of (await acting.ask(routes.vendorClients)).lines.slice(0, 1)) {
    const params = { place: relation, sheet }
    const view = await acting.ask(routes.sheetToAnswer, { params })
    const draft = { [view.items[0]?.item ?? '']: { answer: 'no' as const, note: word() } }
    await acting.ask(routes.saveSheetDraft, { params, body: { version: view.draft.version, answers: draft, answeredBy: { name: word() } } })
    keep(world.kept, draftKey(tenant, params), words)
  }
}

/** Invitations, a hand-over: what every organisation has of its own. */
export async function plantOwn(world: World, tenant: Tenant): Promise<void> {
  const acting = ownerOf(tenant)
  const word = () => world.canaries.of(tenant.number)
  const name = word()
  const invited = await acting.ask(routes.inviteMember, { body: { name, role: 'reader', way: 'card' } })
  tenant.ids.invitation.push(invited.id)
  world.secrets.push(doorOf(tenant, { secret: invited.code }, { shown: [name] }))
  const [predecessor, successor] = [tenant.people[2], tenant.people[3]].map((one) => one?.[1].who?.person ?? '')
  const body = {
    predecessor: predecessor ?? '',
    successor: { person: successor ?? '' },
    movesOn: '2026-12-25',
    places: word(),
    calls: word(),
  }
  tenant.ids.handOver.push((await acting.ask(routes.beginHandOver, { body })).handOver)
}

export function doorOf(tenant: Tenant, value: Secret['value'], more: { shown: readonly string[]; sheet?: string }): Secret {
  return { tenant, value, shown: new Set([...more.shown, ...tenant.names]), ...(more.sheet !== undefined && { sheet: more.sheet }) }
}

/** Canaries at a door: who asks whom, by the names that they have now. */
export async function wordsAt({ server, canaries }: World, { tenant, shown, sheet }: Secret): Promise<readonly string[]> {
  if (sheet === undefined) return [...shown]
  const { rows } = await server.database.admin.query<{ name: string }>(
    `select o.body ->> 'name' as name from record s join record o on o.organisation_id = s.organisation_id and o.facility_id = s.facility_id
        and (o.slice, o.id) in (('vendors', s.body ->> 'vendor'), ('systems', s.body ->> 'system'))
      where s.organisation_id = $1 and s.slice = 'sheets' and s.id = $2`,
    [tenant.id, sheet],
  )
  return [...shown, ...canaries.in(JSON.stringify(rows))]
}
