import { type Asker, isAllowed, type Role, type Route, type RouteId, routes } from '@mimamori/contract'
import { actorsOf, guestIn, nobodyIn } from './actors.ts'
import { type Actor, takeAim } from './aim.ts'
import { textOf } from './answers.ts'
import { type Batch, readRecords, type Seen, wronglyChanged } from './changed.ts'
import { handInSheet } from './hand-in.ts'
import { Memory } from './harvest.ts'
import { agree, wordsAt } from './relations.ts'
import { mayRead, openedTo } from './rights.ts'
import { makeRowReader } from './rows.ts'
import type { Sent, Shape } from './sent.ts'
import { insideShapes } from './shapes-inside.ts'
import { outsideShapes } from './shapes-outside.ts'
import { facilitiesOf, keep, type Secret, type Tenant, type World } from './world.ts'

/** How each route is asked. NOTE: complete by type. */
const shapes: Readonly<Record<RouteId, Shape>> = { ...insideShapes, ...outsideShapes }
const all = Object.entries(routes) as [RouteId, Route][] // the keys are the routes

export interface FuzzDone {
  readonly requests: number
  /** How many answers had each status. */
  readonly statuses: ReadonlyMap<number, number>
  /** Routes that let nobody in, all of the time: of these the run shows little. */
  readonly neverOpen: readonly RouteId[]
  /** Canaries of others that were read with right. */
  readonly readWithRight: number
  /** Canaries that reached somebody without right; must stay empty. */
  readonly leaks: readonly string[]
  /** Answers that are a fault of ours; must stay empty. */
  readonly faults: readonly string[]
  /** Rows of others that changed without right; must stay empty. */
  readonly touched: readonly string[]
}

const leastBatch = 25
const mostBatches = 400
/** After which wrong guesses are forgotten. */
const quietMinutes = 3

class Run {
  readonly leaks = new Set<string>()
  readonly faults = new Set<string>()
  readonly touched = new Set<string>()
  readonly statuses = new Map<number, number>()
  readonly opened = new Set<RouteId>()
  requests = 0
  readWithRight = 0
  private readonly world: World
  private readonly memory: Memory
  private readonly readRows: () => Promise<Seen['rows']>

  constructor(world: World, readRows: () => Promise<Seen['rows']>) {
    this.world = world
    this.memory = new Memory(world)
    this.readRows = readRows
  }

  /** Requests of one organisation, of a guest or of nobody; then what changed meanwhile is looked at. */
  async batch(actors: readonly Actor[], size: number): Promise<void> {
    const before = await this.look()
    const first = await this.batchOf(actors, new Set())
    const doors = new Set<Secret>()
    for (let at = 0; at < size; at++) for (const door of await this.request(this.world.chance.pick(actors))) doors.add(door)
    const last = await this.batchOf(actors, doors)
    const batch: Batch = {
      organisations: new Set([...first.organisations, ...last.organisations]),
      persons: new Set([...first.persons, ...last.persons]),
      opened: [...first.opened, ...last.opened],
      doors,
    }
    for (const wrong of wronglyChanged(before, await this.look(), batch)) this.touched.add(`${wrong} by ${actors[0]?.says}`)
  }

  private async look(): Promise<Seen> {
    return { rows: await this.readRows(), records: await readRecords(this.world) }
  }

  private async batchOf(actors: readonly Actor[], doors: ReadonlySet<Secret>): Promise<Batch> {
    const [actor] = actors
    const persons = actors.flatMap(({ acting }) => acting.who?.person ?? [])
    const { rows } = await this.world.server.database.admin.query<{ person: string; organisation: string }>(
      `select m.person_id::text as person, m.organisation_id::text as organisation from membership m
        where m.organisation_id in (select organisation_id from membership where person_id = any($1::uuid[]))`,
      [persons],
    )
    const opened = actor?.link ? [actor.link] : actor ? await openedTo(this.world, actor.tenant) : []
    const organisations = new Set([...actors.map(({ tenant }) => tenant.id), ...rows.map(({ organisation }) => organisation)])
    return { organisations, persons: new Set([...persons, ...rows.map(({ person }) => person)]), opened, doors }
  }

  private async request(actor: Actor): Promise<ReadonlySet<Secret>> {
    const [id, route] = this.routeFor(actor)
    const { aim, doors } = takeAim(this.world, actor)
    const sent = viaLink(actor, shapes[id](aim), this.world.chance.is(0.8))
    const response = await actor.acting.raw(route, sent, sent.file)
    const text = await textOf(response)
    const { status } = response
    this.requests += 1
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
    if (status >= 500) this.faults.add(`${id} ${status} to ${actor.says}: ${JSON.stringify(sent).slice(0, 400)}`)
    await this.check(actor, { id, sent, text, doors })
    if (!response.ok) return doors
    this.opened.add(id)
    this.memory.note({ actor, route: id, sent, text })
    return doors
  }

  /** Mostly a route that is open to somebody like this, since a refusal at the door shows little. */
  private routeFor({ tenant, says, link }: Actor): [RouteId, Route] {
    const { chance } = this.world
    const role = says.split(' as ')[1] as Role | undefined // as `actorsOf` says it
    const who: Asker | undefined = role && { kind: tenant.kind, role }
    const open = all.filter(([, route]) => (link ? route.byLink : isAllowed(route.permission, who)))
    return chance.is(0.8) ? chance.pick(open) : chance.pick(all)
  }

  /** Every canary of somebody else's in the answer must have been opened to the one who asked; what was sent comes back freely. */
  private async check(actor: Actor, given: { id: RouteId; sent: Sent; text: string; doors: ReadonlySet<Secret> }): Promise<void> {
    const { canaries } = this.world
    const atDoors = await Promise.all([...given.doors].map((door) => wordsAt(this.world, door)))
    const own = new Set([...canaries.in(JSON.stringify(given.sent)), ...atDoors.flat()])
    const others = canaries.in(given.text).filter((one) => !own.has(one) && canaries.ownerOf(one) !== actor.tenant.number)
    const known = this.world.onceRead.get(actor.tenant.number)
    for (const canary of others) {
      if (await this.isRight(actor, canary)) keep(this.world.onceRead, actor.tenant.number, [canary])
      else if (!isTrail(given.id) || !known?.has(canary)) {
        this.leaks.add(
          `${given.id} told ${actor.says} ${canary} of ${canaries.ownerOf(canary)}: ${JSON.stringify(given.sent).slice(0, 300)}`,
        )
        continue
      }
      this.readWithRight += 1
    }
  }

  private async isRight(actor: Actor, canary: string): Promise<boolean> {
    if (await mayRead(this.world, actor, canary)) return true
    const { now, names } = await this.belongingOf(actor)
    if (names.includes(canary) || now.some(({ number }) => number === this.world.canaries.ownerOf(canary))) return true
    for (const tenant of now) if (await mayRead(this.world, { tenant }, canary)) return true
    return false
  }

  /** Somebody may have gone over to another organisation and act for it now; of others the names are known, and of those who joined. */
  private async belongingOf({ acting, tenant }: Actor): Promise<{ now: readonly Tenant[]; names: readonly string[] }> {
    const { rows } = await this.world.server.database.admin.query<{ now: string | null; name: string }>(
      `select (select min(s.organisation_id::text) from session s where s.person_id = m.person_id and s.organisation_id = o.id) as now, o.name
         from membership m join organisation o on o.id = m.organisation_id where m.person_id = $1
       union all select null, p.name from membership m join person p on p.id = m.person_id where m.organisation_id::text = $2`,
      [acting.who?.person ?? null, tenant.id],
    )
    return {
      now: this.world.tenants.filter(({ id }) => id !== tenant.id && rows.some(({ now }) => now === id)),
      names: rows.map(({ name }) => name),
    }
  }
}

/** The trail of one's own organisation. */
function isTrail(id: RouteId): boolean {
  return id === 'audit' || id === 'exportAudit'
}

/** A guest comes in by the link and not by a relation. */
function viaLink({ link }: Actor, sent: Sent, isWanted: boolean): Sent {
  return link && isWanted && sent.params && 'place' in sent.params ? { ...sent, params: { ...sent.params, place: 'link' } } : sent
}

/** Sends so many requests by people of every organisation and role, with the ids of others, and says what came of it. */
export async function runFuzz(world: World, wanted: { requests: number }): Promise<FuzzDone> {
  const run = new Run(world, await makeRowReader(world.server.database))
  const { chance } = world
  const viewers = world.tenants.filter(({ kind }) => kind !== 'facility')
  let guest = await guestIn(world)
  for (let batch = 0; run.requests < wanted.requests; batch++) {
    if (batch % 4 === 3) await agree(world, { facility: chance.pick(facilitiesOf(world)), viewer: chance.pick(viewers) })
    if (batch % 6 === 5) await handInSheet(world)
    if (batch % 10 === 9) guest = (await guestIn(world)) ?? guest
    const others = [...(guest ? [guest] : []), nobodyIn(world)]
    const actors = chance.is(0.8) ? actorsOf(chance.pick(world.tenants)) : [chance.pick(others)]
    await run.batch(actors, Math.min(Math.max(leastBatch, wanted.requests / mostBatches), wanted.requests - run.requests))
    await comeHome(world)
  }
  return doneOf(run)
}

/** Whoever has gone over to another organisation acts for the own one again, and no wrong guess closes a door to all. */
async function comeHome({ server, tenants }: World): Promise<void> {
  const { admin } = server.database
  await admin.query('delete from sign_in_failure')
  server.clock.moveMinutes(quietMinutes)
  await admin.query('update session set proved_at = $1', [server.clock.now()])
  for (const { id, people } of tenants) {
    const persons = people.map(([, acting]) => acting.who?.person)
    await admin.query('update session set organisation_id = $1 where person_id = any($2::uuid[]) and organisation_id is distinct from $1', [
      id,
      persons,
    ])
  }
}

function doneOf({ requests, statuses, opened, readWithRight, leaks, faults, touched }: Run): FuzzDone {
  const neverOpen = all.map(([id]) => id).filter((id) => !opened.has(id))
  return { requests, statuses, neverOpen, readWithRight, leaks: [...leaks], faults: [...faults], touched: [...touched] }
}
