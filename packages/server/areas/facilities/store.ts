import type { CalendarDate, FacilityId } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'
import type { FacilityState } from '../kept.ts'

interface StateRow {
  readonly facility_id: string
  readonly revision: number
  readonly written_by: string
  readonly name: string
  readonly example: boolean
  readonly created_at: string
  readonly looked_revision: number | null
  readonly looked_on: CalendarDate | null
  readonly looked_with: string | null
  readonly uploads: string
}

const columns = `s.facility_id, s.revision, s.xmin::text as written_by, s.name, s.example, s.created_at, s.looked_revision, s.looked_on, s.looked_with,
  coalesce((select string_agg(u.id || ':' || u.sha256, ',' order by u.id) from catalogue_upload u where u.organisation_id = s.organisation_id), '') as uploads`

function stateOf(row: StateRow): FacilityState {
  return {
    facility: row.facility_id,
    revision: row.revision,
    writtenBy: row.written_by,
    name: row.name,
    example: row.example,
    createdAt: row.created_at,
    uploads: row.uploads,
    ...(row.looked_revision !== null && { lookedRevision: row.looked_revision }),
    ...(row.looked_on !== null && { lookedOn: row.looked_on }),
    ...(row.looked_with !== null && { lookedWith: row.looked_with }),
  }
}

/** The facility's row; undefined for one of another organisation as for one that is not there. */
export async function readState(scope: Scope, client: PoolClient, facility: string): Promise<FacilityState | undefined> {
  const { rows } = await client.query<StateRow>(
    `select ${columns} from facility_state s where s.organisation_id = $1 and s.facility_id = $2 and s.removed_at is null`,
    [scope.organisation, facility],
  )
  return rows[0] && stateOf(rows[0])
}

/** The same, held until the end of the transaction: writers of one facility come one after the other. */
export async function lockState(scope: Scope, client: PoolClient, facility: string): Promise<FacilityState | undefined> {
  const { rows } = await client.query<StateRow>(
    `select ${columns} from facility_state s where s.organisation_id = $1 and s.facility_id = $2 and s.removed_at is null for update of s`,
    [scope.organisation, facility],
  )
  return rows[0] && stateOf(rows[0])
}

export async function listStates(scope: Scope, client: PoolClient): Promise<readonly (FacilityState & { readonly kind?: string })[]> {
  const { rows } = await client.query<StateRow & { kind: string | null }>(
    `select ${columns}, r.body->>'kind' as kind
       from facility_state s
       left join record r on r.organisation_id = s.organisation_id and r.facility_id = s.facility_id and r.slice = 'facility'
      where s.organisation_id = $1 and s.removed_at is null
      order by s.example, s.created_at, s.facility_id`,
    [scope.organisation],
  )
  return rows.map((row) => ({ ...stateOf(row), ...(row.kind !== null && { kind: row.kind }) }))
}

/** False when the organisation has a facility of this id already. */
export async function insertState(
  scope: Scope,
  client: PoolClient,
  made: { facility: FacilityId; name: string; example: boolean },
): Promise<boolean> {
  const { rowCount } = await client.query(
    'insert into facility_state (organisation_id, facility_id, name, example) values ($1, $2, $3, $4) on conflict do nothing',
    [scope.organisation, made.facility, made.name, made.example],
  )
  return rowCount === 1
}

/** Writes what the facility is now; the transaction that did. */
export async function updateState(
  scope: Scope,
  client: PoolClient,
  state: { facility: string; revision: number; name: string; lookedRevision?: number; lookedOn?: CalendarDate; lookedWith?: string },
): Promise<string> {
  const { rows } = await client.query<{ written_by: string }>(
    `update facility_state set revision = $3, name = $4, looked_revision = $5, looked_on = $6, looked_with = $7
      where organisation_id = $1 and facility_id = $2 returning xmin::text as written_by`,
    [
      scope.organisation,
      state.facility,
      state.revision,
      state.name,
      state.lookedRevision ?? null,
      state.lookedOn ?? null,
      state.lookedWith ?? null,
    ],
  )
  return rows[0]?.written_by ?? ''
}

/** Everything of the facility but its audit trail. */
export async function forgetFacility(_scope: Scope, client: PoolClient, facility: string): Promise<void> {
  await client.query('select forget_facility($1)', [facility])
}

/** Names of people of the organisation, and of those who came in from outside; those who have left it are not told. */
export async function namesOfPeople(_scope: Scope, client: PoolClient, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select p.id, p.name from person p where p.id = any($1::uuid[])
     union all
     select o.person_id, o.name || ' (' || o.organisation_name || ')' from outside_person o where o.person_id = any($1::uuid[])`,
    [people],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
