import type { RelationKind, RelationTerms } from '@mimamori/contract'
import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

export interface StoredRelation {
  readonly id: string
  readonly version: number
  readonly facility: string
  readonly kind: RelationKind
  readonly viewer: string | null
  readonly viewerName: string
  readonly vendor: string | null
  readonly terms: RelationTerms
  readonly state: 'offered' | 'granted' | 'declined' | 'withdrawn'
  readonly offeredAt: string
  readonly grantedAt: string | null
  readonly endedAt: string | null
  readonly validUntil: string | null
}

export interface RelationEvent {
  readonly relation: string
  readonly at: string
  readonly by: string
  readonly what: string
  readonly terms: RelationTerms
  readonly validUntil: string | null
}

const columns = `r.id, r.version, r.facility_id as facility, r.kind, r.viewer_id as viewer, r.viewer_name as "viewerName", r.vendor, r.terms, r.state,
  r.offered_at as "offeredAt", r.granted_at as "grantedAt", r.ended_at as "endedAt", r.valid_until as "validUntil"`

/** Every relation of a facility, those that live first. */
export async function listRelations(scope: Scope, client: PoolClient, facility: string): Promise<readonly StoredRelation[]> {
  const { rows } = await client.query<StoredRelation>(
    `select ${columns} from relation r where r.organisation_id = $1 and r.facility_id = $2
      order by array_position(array['granted', 'offered', 'declined', 'withdrawn'], r.state), r.kind, r.viewer_name, r.id`,
    [scope.organisation, facility],
  )
  return rows
}

export async function listEvents(_scope: Scope, client: PoolClient, relations: readonly string[]): Promise<readonly RelationEvent[]> {
  const { rows } = await client.query<RelationEvent>(
    `select relation_id as relation, at, person_name as by, what, terms, valid_until as "validUntil"
       from relation_event where relation_id = any($1::uuid[]) order by relation_id, seq`,
    [relations],
  )
  return rows
}

export async function findRelation(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; relation: string },
): Promise<StoredRelation | undefined> {
  const { rows } = await client.query<StoredRelation>(
    `select ${columns} from relation r where r.organisation_id = $1 and r.facility_id = $2 and r.id = $3 for update of r`,
    [scope.organisation, asked.facility, asked.relation],
  )
  return rows[0]
}

export interface NewRelation {
  readonly facility: string
  readonly kind: RelationKind
  readonly name: string
  readonly vendor: string | undefined
  readonly terms: RelationTerms
  readonly validUntil: Date | undefined
  readonly at: Date
}

/** Undefined where the vendor has a relation already. */
export async function insertRelation(scope: Scope, client: PoolClient, made: NewRelation): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `insert into relation (organisation_id, facility_id, kind, viewer_name, vendor, terms, state, offered_at, offered_by, valid_until)
       values ($1, $2, $3, $4, $5, $6, 'offered', $7, $8, $9) on conflict do nothing returning id`,
    [
      scope.organisation,
      made.facility,
      made.kind,
      made.name,
      made.vendor ?? null,
      JSON.stringify(made.terms),
      made.at,
      scope.person ?? null,
      made.validUntil ?? null,
    ],
  )
  return rows[0]?.id
}

export async function addEvent(
  scope: Scope,
  client: PoolClient,
  event: { relation: string; at: Date; by: string; what: string; terms: RelationTerms; validUntil: Date | string | null },
): Promise<void> {
  await client.query(
    `insert into relation_event (organisation_id, relation_id, at, person_id, person_name, what, terms, valid_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      scope.organisation,
      event.relation,
      event.at,
      scope.person ?? null,
      event.by,
      event.what,
      JSON.stringify(event.terms),
      event.validUntil,
    ],
  )
}

export async function updateTerms(
  scope: Scope,
  client: PoolClient,
  change: { relation: string; terms: RelationTerms; validUntil: Date | undefined },
): Promise<void> {
  await client.query(`update relation set terms = $3, valid_until = $4, version = version + 1 where organisation_id = $1 and id = $2`, [
    scope.organisation,
    change.relation,
    JSON.stringify(change.terms),
    change.validUntil ?? null,
  ])
}

export async function endRelation(scope: Scope, client: PoolClient, ended: { relation: string; at: Date }): Promise<void> {
  await client.query(
    `update relation set state = 'withdrawn', ended_at = $3, version = version + 1 where organisation_id = $1 and id = $2`,
    [scope.organisation, ended.relation, ended.at],
  )
}

// As the viewer ------------------------------------------------------------------------------------------------------

export interface StoredClient {
  readonly relation: string
  readonly kind: RelationKind
  readonly terms: RelationTerms
  readonly name: string | null
  readonly since: string
  readonly validUntil: string | null
  readonly madeOn: string | null
  readonly body: unknown
}

/** The facilities whose relation to this organisation lives, with what their own analysis left for it. */
export async function listClients(scope: Scope, client: PoolClient, at: Date): Promise<readonly StoredClient[]> {
  const { rows } = await client.query<StoredClient>(
    `select r.id as relation, r.kind, r.terms, c.name, r.granted_at as since, r.valid_until as "validUntil", c.made_on as "madeOn", c.body
       from relation_clients($2) c join relation r on r.id = c.relation_id
      where r.viewer_id = $1 order by r.granted_at, r.id`,
    [scope.organisation, at],
  )
  return rows
}

export async function readAsViewer(scope: Scope, client: PoolClient, relation: string): Promise<StoredRelation | undefined> {
  const { rows } = await client.query<StoredRelation>(`select ${columns} from relation r where r.viewer_id = $1 and r.id = $2`, [
    scope.organisation,
    relation,
  ])
  return rows[0]
}

/** The facility's organisation, if the relation lives; the rest of the transaction is in its name. */
export async function enter(client: PoolClient, relation: string, at: Date): Promise<string | undefined> {
  const { rows } = await client.query<{ organisation: string }>('select organisation_id as organisation from relation_enter($1, $2)', [
    relation,
    at,
  ])
  return rows[0]?.organisation
}

export async function leave(client: PoolClient, left: { relation: string; at: Date; by: string }): Promise<boolean> {
  const { rows } = await client.query<{ left: boolean }>('select relation_leave($1, $2, $3) as left', [left.relation, left.at, left.by])
  return rows[0]?.left === true
}

/** Remembers who came in from outside; true when that person was last here longer ago than `quietMinutes`. */
export async function noteVisit(
  scope: Scope,
  client: PoolClient,
  visit: { person: string; name: string; organisationName: string; at: Date; quietMinutes: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into outside_person as o (organisation_id, person_id, name, organisation_name, last_seen_at) values ($1, $2, $3, $4, $5)
       on conflict (organisation_id, person_id) do update set name = excluded.name, organisation_name = excluded.organisation_name,
         last_seen_at = excluded.last_seen_at
       where o.last_seen_at < $5::timestamptz - make_interval(mins => $6) or o.name <> excluded.name`,
    [scope.organisation, visit.person, visit.name, visit.organisationName, visit.at, visit.quietMinutes],
  )
  return rowCount === 1
}

// Summaries ------------------------------------------------------------------------------------------------------------

export interface SummaryTarget {
  readonly relation: string
  readonly kind: RelationKind
  readonly viewer: string
  readonly vendor: string | null
  readonly terms: RelationTerms
}

export async function listSummaryTargets(scope: Scope, client: PoolClient, facility: string): Promise<readonly SummaryTarget[]> {
  const { rows } = await client.query<SummaryTarget>(
    `select id as relation, kind, viewer_id as viewer, vendor, terms from relation
      where organisation_id = $1 and facility_id = $2 and state = 'granted'`,
    [scope.organisation, facility],
  )
  return rows
}

/** Writes all of them at once; one that says the same as before is left as it is. */
export async function writeSummaries(
  scope: Scope,
  client: PoolClient,
  made: {
    facility: string
    revision: number
    on: string
    bodies: readonly { readonly relation: string; readonly viewer: string; readonly body: unknown }[]
  },
): Promise<void> {
  if (made.bodies.length === 0) return
  await client.query(
    `insert into relation_summary as s (relation_id, organisation_id, facility_id, viewer_id, revision, made_on, body)
       select w.relation, $1, $2, w.viewer, $3, $4, w.body::jsonb from unnest($5::uuid[], $6::uuid[], $7::text[]) as w (relation, viewer, body)
     on conflict (relation_id) do update set revision = excluded.revision, made_on = excluded.made_on, body = excluded.body
       where s.body <> excluded.body or s.made_on <> excluded.made_on`,
    [
      scope.organisation,
      made.facility,
      made.revision,
      made.on,
      made.bodies.map((one) => one.relation),
      made.bodies.map((one) => one.viewer),
      made.bodies.map((one) => JSON.stringify(one.body)),
    ],
  )
}

/** The name of the organisation that asks. */
export async function readOrganisationName(scope: Scope, client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select name from organisation where id = $1', [scope.organisation])
  return rows[0]?.name ?? ''
}
