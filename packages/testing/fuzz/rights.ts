import { loadCatalogue } from '@mimamori/catalog'
import type { RelationTerms } from '@mimamori/contract'
import {
  analyse,
  cutSlices,
  date,
  type Entry,
  emptySlices,
  type FacilityId,
  type OrganisationId,
  type Picture,
  pictureOf,
  type Relation,
  relationOf,
  ruleSetFor,
  type SliceName,
  type Slices,
  type VendorId,
  viewFor,
} from '@mimamori/domain'
import { todayInTokyo } from '@mimamori/server'
import type { Tenant, World } from './world.ts'

/** Who asks: for an organisation, or by a link to one sheet of a vendor. */
export interface Reader {
  readonly tenant: Tenant
  readonly link?: Opened
}

/** What a facility has opened to somebody. */
export interface Opened {
  readonly organisation: string
  readonly facility: string
  readonly kind: 'vendor' | 'association' | 'soc' | 'insurer' | 'authority'
  readonly vendor: string | null
  readonly viewer: string
  readonly name: string
  readonly terms: RelationTerms
  readonly isLive: boolean
}

const catalogue = loadCatalogue()
const rules = ruleSetFor(catalogue)

/** Every relation that was ever agreed, with whether it lives now. */
async function relationsNow({ server }: World): Promise<readonly Opened[]> {
  const { rows } = await server.database.admin.query<Opened>(
    `select organisation_id::text as organisation, facility_id as facility, kind, vendor, viewer_id::text as viewer, viewer_name as name, terms,
        state = 'granted' and (valid_until is null or valid_until > $1) as "isLive"
       from relation where viewer_id is not null`,
    [server.clock.now()],
  )
  return rows
}

async function pictureNow({ server }: World, organisation: string, facility: string): Promise<Picture> {
  const { rows } = await server.database.admin.query<{ slice: SliceName; body: Entry }>(
    'select slice, body from record where organisation_id = $1 and facility_id = $2',
    [organisation, facility],
  )
  const lists = new Map<SliceName, Entry[]>()
  for (const { slice, body } of rows) lists.set(slice, [...(lists.get(slice) ?? []), body])
  const slices: Slices = { ...emptySlices(), ...Object.fromEntries(lists) } // each list holds the records of its slice
  return pictureOf({ facility: facility as FacilityId, revision: 0, slices }) // as it is stored
}

function viewOf({ kind, vendor, viewer, terms }: Opened): Relation {
  if (kind === 'vendor') return relationOf({ kind, vendor: vendor as VendorId }) // as it is stored
  return relationOf({ kind, viewer: viewer as OrganisationId, areas: terms.areas }) // as it is stored
}

/** All that a relation opens, in the words of the domain alone: no route has a say in it. */
async function openedBy(world: World, row: Opened): Promise<string> {
  const picture = await pictureNow(world, row.organisation, row.facility)
  const view = viewOf(row)
  const analysis = analyse(rules, { picture, catalogue, asOf: date(todayInTokyo(world.server.clock)) })
  return JSON.stringify([cutSlices(view, picture), viewFor(view, picture, analysis.findings)])
}

/** Words that both sides of a living relation read: who agreed to it, and the facility where it lets itself be named. */
async function agreedWords({ server }: World, row: Opened): Promise<string> {
  const isNamed = row.kind === 'vendor' || row.terms.named || row.terms.areas.length > 0
  const { admin } = server.database
  const { rows: events } = await admin.query(
    `select e.person_name from relation_event e join relation r on r.id = e.relation_id where r.organisation_id = $1 and r.viewer_id = $2`,
    [row.organisation, row.viewer],
  )
  const { rows: names } = await admin.query('select name from facility_state where organisation_id = $1', [row.organisation])
  return JSON.stringify([row.name, events, isNamed ? names : []])
}

/** What came into a facility from outside by an act of its author. */
function isHandedIn({ handedIn }: World, facility: Tenant, canary: string): boolean {
  return handedIn.get(facility.number)?.has(canary) === true
}

/** Whether a reader may read this canary of another organisation, by what was agreed and handed in. */
export async function mayRead(world: World, { tenant, link }: Reader, canary: string): Promise<boolean> {
  const rows = await relationsNow(world)
  if (tenant.kind === 'facility') {
    const cameIn = world.tenants.filter(({ id }) => rows.some((row) => row.organisation === tenant.id && row.viewer === id))
    return cameIn.some(({ names }) => names.has(canary)) || isHandedIn(world, tenant, canary)
  }
  const open = link ? [link] : rows.filter(({ viewer, isLive }) => isLive && viewer === tenant.id)
  for (const row of open) {
    const facility = world.tenants.find(({ id }) => id === row.organisation)
    if (!facility || (world.canaries.ownerOf(canary) !== facility.number && !isHandedIn(world, facility, canary))) continue
    if ((await openedBy(world, row)).includes(canary) || (await agreedWords(world, row)).includes(canary)) return true
  }
  return false
}

/** What lives now for this organisation. */
export async function openedTo(world: World, viewer: Tenant): Promise<readonly Opened[]> {
  return (await relationsNow(world)).filter((row) => row.isLive && row.viewer === viewer.id)
}
