import type { Acting } from '../server/index.ts'
import type { Opened } from './rights.ts'
import { type Aim, invented, inventedGuid } from './sent.ts'
import type { IdKind, Secret, Tenant, World } from './world.ts'

/** Somebody who sends requests. */
export interface Actor {
  readonly acting: Acting
  /** For whom; nobody at the door belongs to none. */
  readonly tenant: Tenant
  readonly says: string
  readonly link?: Opened
}

export interface Aimed {
  readonly aim: Aim
  /** Doors whose secret was used. */
  readonly doors: Set<Secret>
}

/** How one request chooses whose ids it names: mostly all of one other organisation, or one's own, or of everybody mixed. */
export function takeAim(world: World, actor: Actor): Aimed {
  const { chance, tenants } = world
  const way = chance.next()
  const target = way < 0.4 ? actor.tenant : chance.pick(tenants.filter((tenant) => tenant !== actor.tenant))
  const isMixed = way > 0.8
  const doors = new Set<Secret>()
  const id = (kind: IdKind): string => {
    const whose = isMixed ? chance.pick(tenants) : target
    const filled = whose.ids[kind].length > 0 ? whose : tenants.find((tenant) => tenant !== actor.tenant && tenant.ids[kind].length > 0)
    if (!filled || chance.is(0.05)) return invented[kind] ?? inventedGuid
    // The last one made is more often still to be used than any other.
    return (chance.is(0.3) ? filled.ids[kind].at(-1) : undefined) ?? chance.pick(filled.ids[kind])
  }
  const doorWith = <K extends string>(key: K) => {
    const found = world.secrets.filter(({ value }) => key in value)
    const door = found.length > 0 && chance.is(0.7) ? chance.pick(found) : undefined
    if (door) doors.add(door)
    return door?.value
  }
  const aim: Aim = {
    chance,
    isOutsider: target !== actor.tenant && !isMixed,
    id,
    word: () => world.canaries.of(actor.tenant.number),
    secret: () => {
      const value = doorWith('secret')
      return value && 'secret' in value ? value : { secret: 'ABCD-EFGH-JK' }
    },
    link: () => {
      const value = doorWith('token')
      return value && 'token' in value ? value : { token: 'A'.repeat(43), code: 'ABCD-EFGH' }
    },
  }
  return { aim, doors }
}
