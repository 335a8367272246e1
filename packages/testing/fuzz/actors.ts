import { routes } from '@mimamori/contract'
import type { Actor } from './aim.ts'
import { doorOf } from './relations.ts'
import { facilitiesOf, ownerOf, type Tenant, type World } from './world.ts'

/** Somebody of every role, or one of the organisation. */
export function actorsOf(tenant: Tenant): readonly Actor[] {
  return tenant.people.map(([role, acting]) => ({ acting, tenant, says: `${tenant.kind} ${tenant.number} as ${role}` }))
}

/** A tenant that has no organisation: somebody at the door, or by a link. */
function pretended(world: World, { number, id = 'nobody' }: { number: number; id?: string }): Tenant {
  const [first] = world.tenants
  if (!first) throw new Error('a world without organisations')
  const ids = Object.fromEntries(Object.keys(first.ids).map((kind) => [kind, []])) as unknown as Tenant['ids'] // every kind of the first
  return { number, id, kind: 'vendor', people: [], ids, names: new Set() }
}

const nobodyNumber = 100

export function nobodyIn(world: World): Actor {
  return { acting: world.server.nobody, tenant: pretended(world, { number: nobodyNumber }), says: 'nobody' }
}

/** A vendor without an account who has come in by a link to one sheet of some facility. */
export async function guestIn(world: World): Promise<Actor | undefined> {
  const facility = world.chance.pick(facilitiesOf(world))
  const params = { facility: facility.ids.facility[0] ?? '' }
  const { sheets } = await ownerOf(facility).ask(routes.vendors, { params })
  const line = world.chance.pick(sheets)
  const made = await ownerOf(facility).call(routes.makeAnswerLink, { params: { ...params, sheet: line.sheet }, body: { what: 'link' } })
  if (made.kind === 'error') return undefined
  const value = { token: made.value.path?.split('#')[1] ?? '', code: made.value.code }
  const acting = await world.server.guest(value)
  world.secrets.push(doorOf(facility, value, { shown: [], sheet: line.sheet }))
  const { rows } = await world.server.database.admin.query<{ holder: string }>(
    'select holder::text from answer_link where organisation_id = $1 and sheet_id = $2 and withdrawn_at is null',
    [facility.id, line.sheet],
  )
  const id = rows[0]?.holder ?? ''
  const tenant = world.guests.get(id) ?? pretended(world, { number: nobodyNumber + 1 + world.guests.size, id })
  world.guests.set(id, tenant)
  tenant.ids.sheet.push(line.sheet)
  const terms = { areas: [], counts: false, named: true }
  const opened = {
    kind: 'vendor' as const,
    vendor: line.vendor,
    viewer: '00000000-0000-0000-0000-000000000000',
    name: '',
    terms,
    isLive: true,
  }
  return {
    acting,
    tenant,
    says: `guest of facility ${facility.number}`,
    link: { organisation: facility.id, facility: params.facility, ...opened },
  }
}
