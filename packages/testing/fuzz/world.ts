import type { OrganisationKind, Role } from '@mimamori/contract'
import type { Acting, GivenServer } from '../server/index.ts'
import { type Canaries, makeCanaries } from './canaries.ts'
import { type Chance, chanceOf } from './chance.ts'

/** What an id is of; a request asks for one of the right kind, of whomever. */
export type IdKind =
  | 'facility'
  | 'sheet'
  | 'vendor'
  | 'answer'
  | 'record'
  | 'evidence'
  | 'sha256'
  | 'approval'
  | 'box'
  | 'discussion'
  | 'task'
  | 'visit'
  | 'finding'
  | 'draft'
  | 'message'
  | 'relation'
  | 'invitation'
  | 'handOver'
  | 'standard'
  | 'person'
  | 'organisation'
  | 'session'
  | 'paper'

export interface Tenant {
  /** By which its canaries are known. */
  readonly number: number
  readonly id: string
  readonly kind: OrganisationKind
  readonly people: readonly (readonly [Role, Acting])[]
  readonly ids: Readonly<Record<IdKind, string[]>>
  /** Canaries that are its name or those of its people. */
  readonly names: Set<string>
}

/** What opens a door of an organisation to whoever holds it, with the words that are shown at the door. */
export interface Secret {
  readonly tenant: Tenant
  readonly shown: ReadonlySet<string>
  readonly value: { readonly secret: string } | { readonly token: string; readonly code: string }
  /** To which a link leads. */
  readonly sheet?: string
}

export interface World {
  readonly server: GivenServer
  readonly chance: Chance
  readonly canaries: Canaries
  readonly tenants: readonly Tenant[]
  readonly secrets: Secret[]
  /** Canaries that somebody outside has handed to a facility, by the number of the facility. */
  readonly handedIn: Map<number, Set<string>>
  /** What an organisation was once let read: its own trail goes on naming it when the view has ended. By its number. */
  readonly onceRead: Map<number, Set<string>>
  /** Those who come in by a link, by the holder of what they write: a new link to a sheet opens the draft that was begun. */
  readonly guests: Map<string, Tenant>
  /** Canaries of vendors that nobody else may read yet: in a draft, by the sheet, and in standard answers, by their id. */
  readonly kept: Map<string, Set<string>>
}

const roles: readonly Role[] = ['owner', 'manager', 'editor', 'reader', 'responder', 'auditor']
const kinds: readonly OrganisationKind[] = [
  ...(['facility', 'facility', 'facility', 'vendor', 'vendor'] as const),
  ...(['association', 'soc', 'insurer', 'authority'] as const),
]

function noIds(): Record<IdKind, string[]> {
  return {
    facility: [],
    sheet: [],
    vendor: [],
    answer: [],
    record: [],
    evidence: [],
    sha256: [],
    approval: [],
    box: [],
    discussion: [],
    task: [],
    visit: [],
    finding: [],
    draft: [],
    message: [],
    relation: [],
    invitation: [],
    handOver: [],
    standard: [],
    person: [],
    organisation: [],
    session: [],
    paper: [],
  }
}

/** One organisation with somebody of every role, all under names that give them away. */
async function makeTenant(server: GivenServer, canaries: Canaries, given: { number: number; kind: OrganisationKind }): Promise<Tenant> {
  const { number, kind } = given
  const name = canaries.of(number)
  const owner = await server.stranger({ kind, name })
  const id = owner.who?.organisation ?? ''
  const names = new Set([name])
  const people: [Role, Acting][] = []
  for (const role of roles) {
    const called = canaries.of(number)
    names.add(called)
    people.push([role, await server.person({ organisation: id, role, name: called })])
  }
  const ids = noIds()
  ids.organisation.push(id)
  ids.person.push(...people.flatMap(([, acting]) => acting.who?.person ?? []))
  return { number, id, kind, people, ids, names }
}

/** Organisations of every kind: three facilities, two vendors, and one of each that looks in. */
export async function makeTenants(server: GivenServer, seed: number): Promise<World> {
  const canaries = makeCanaries()
  const tenants: Tenant[] = []
  for (const [number, kind] of kinds.entries()) tenants.push(await makeTenant(server, canaries, { number, kind }))
  return {
    server,
    chance: chanceOf(seed),
    canaries,
    tenants,
    secrets: [],
    handedIn: new Map(),
    onceRead: new Map(),
    guests: new Map(),
    kept: new Map(),
  }
}

export function facilitiesOf({ tenants }: World): readonly Tenant[] {
  return tenants.filter(({ kind }) => kind === 'facility')
}

export function ownerOf(tenant: Tenant): Acting {
  const found = tenant.people.find(([role]) => role === 'owner')
  if (!found) throw new Error('an organisation without an owner')
  return found[1]
}

/** Somebody belongs to three organisations, and acts for the one that was chosen last. */
export async function joinThree({ server, tenants }: World): Promise<void> {
  const [first, second, , vendor] = tenants
  const shared = first?.people[0]?.[1].who?.person
  for (const other of [second, vendor])
    await server.database.admin.query(`insert into membership (organisation_id, person_id, role) values ($1, $2, 'reader')`, [
      other?.id,
      shared,
    ])
}

/** Adds words to those that stand under a key. */
export function keep<K>(map: Map<K, Set<string>>, key: K, words: Iterable<string>): Set<string> {
  const held = map.get(key) ?? new Set<string>()
  for (const word of words) held.add(word)
  map.set(key, held)
  return held
}

/** Under which a vendor's draft of a sheet is kept. */
export function draftKey(tenant: Tenant, at: { place?: string; sheet?: string }): string {
  return `${tenant.number} ${at.place ?? ''} ${at.place === 'link' ? '' : (at.sheet ?? '')}`
}
