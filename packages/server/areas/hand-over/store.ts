import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

export interface StoredHandOver {
  readonly id: string
  readonly facility: string | null
  readonly predecessor: string
  readonly predecessorName: string
  readonly successor: string | null
  readonly successorName: string
  readonly invitation: string | null
  readonly fromRecord: string | null
  readonly toRecord: string | null
  readonly tasks: number
  readonly movesOn: string
  readonly endsAt: string
  readonly places: string
  readonly calls: string
  readonly state: 'waiting' | 'begun' | 'moved' | 'withdrawn'
  readonly begunAt: string
  readonly begunBy: string
  readonly acceptedAt: string | null
  readonly withdrawnAt: string | null
}

const columns = `id, facility_id as facility, predecessor_id as predecessor, predecessor_name as "predecessorName", successor_id as successor,
  successor_name as "successorName", invitation_id as invitation, from_record as "fromRecord", to_record as "toRecord", tasks,
  moves_on::text as "movesOn", ends_at as "endsAt", places, calls, state, begun_at as "begunAt", begun_by_name as "begunBy",
  accepted_at as "acceptedAt", withdrawn_at as "withdrawnAt"`

const shownAtMost = 100

export async function listHandOvers(scope: Scope, client: PoolClient): Promise<readonly StoredHandOver[]> {
  const { rows } = await client.query<StoredHandOver>(
    `select ${columns} from hand_over where organisation_id = $1 order by begun_at desc, id limit $2`,
    [scope.organisation, shownAtMost],
  )
  return rows
}

/** Locked, for somebody who is going to change it. */
export async function findHandOver(scope: Scope, client: PoolClient, id: string): Promise<StoredHandOver | undefined> {
  const { rows } = await client.query<StoredHandOver>(
    `select ${columns} from hand_over where organisation_id = $1 and id = $2 for update`,
    [scope.organisation, id],
  )
  return rows[0]
}

/** The same without a lock. */
export async function readHandOver(scope: Scope, client: PoolClient, id: string): Promise<StoredHandOver | undefined> {
  const { rows } = await client.query<StoredHandOver>(`select ${columns} from hand_over where organisation_id = $1 and id = $2`, [
    scope.organisation,
    id,
  ])
  return rows[0]
}

export interface NewHandOver {
  readonly facility: string | undefined
  readonly predecessor: string
  readonly predecessorName: string
  readonly successor: string | undefined
  readonly successorName: string
  readonly invitation: string | undefined
  readonly fromRecord: string | undefined
  readonly toRecord: string | undefined
  readonly tasks: number
  readonly movesOn: string
  readonly endsAt: Date
  readonly places: string
  readonly calls: string
  readonly at: Date
  readonly by: string
}

/** Undefined where a hand-over of this person is open. With a successor who is there already, the rights follow at once. */
export async function insertHandOver(scope: Scope, client: PoolClient, made: NewHandOver): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `insert into hand_over (organisation_id, facility_id, predecessor_id, predecessor_name, successor_id, successor_name, invitation_id,
         from_record, to_record, tasks, moves_on, ends_at, places, calls, state, begun_at, begun_by, begun_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict do nothing returning id`,
    [
      scope.organisation,
      made.facility ?? null,
      made.predecessor,
      made.predecessorName,
      made.successor ?? null,
      made.successorName,
      made.invitation ?? null,
      made.fromRecord ?? null,
      made.toRecord ?? null,
      made.tasks,
      made.movesOn,
      made.endsAt,
      made.places,
      made.calls,
      made.successor === undefined ? 'waiting' : 'begun',
      made.at,
      scope.person ?? null,
      made.by,
    ],
  )
  return rows[0]?.id
}

/** Hand-overs of this person whose day has come make room for a new one. */
export async function closeMoved(scope: Scope, client: PoolClient, of: { predecessor: string; at: Date }): Promise<void> {
  await client.query(
    `update hand_over set state = 'moved' where organisation_id = $1 and predecessor_id = $2 and state = 'begun' and ends_at <= $3`,
    [scope.organisation, of.predecessor, of.at],
  )
}

export async function updateWords(scope: Scope, client: PoolClient, change: { id: string; places: string; calls: string }): Promise<void> {
  await client.query('update hand_over set places = $3, calls = $4 where organisation_id = $1 and id = $2', [
    scope.organisation,
    change.id,
    change.places,
    change.calls,
  ])
}

/** The predecessor keeps the rights; what the successor has stays, too, and can be changed in the list of people. */
export async function withdrawHandOver(scope: Scope, client: PoolClient, of: { id: string; predecessor: string; at: Date }): Promise<void> {
  await client.query(`update hand_over set state = 'withdrawn', withdrawn_at = $3 where organisation_id = $1 and id = $2`, [
    scope.organisation,
    of.id,
    of.at,
  ])
  await client.query('update membership set until = null where organisation_id = $1 and person_id = $2 and until > $3', [
    scope.organisation,
    of.predecessor,
    of.at,
  ])
}
