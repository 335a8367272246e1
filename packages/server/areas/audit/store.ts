import type { PoolClient } from 'pg'
import type { Asking } from '../asking.ts'

export interface TrailRow {
  readonly seq: number
  readonly at: string
  readonly person: string | null
  readonly action: string
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly from: string | null
  readonly hash: string
}

export interface TrailFilter {
  /** Instants: from the first on, and before the second. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly person: string | undefined
  /** Beginnings of actions; `without` takes all but these. */
  readonly actions: readonly string[]
  readonly without: boolean
  readonly before: number | undefined
  readonly limit: number
}

export async function readTrail(asking: Asking, client: PoolClient, filter: TrailFilter): Promise<readonly TrailRow[]> {
  const patterns = filter.actions.map((start) => `${start}%`)
  const { rows } = await client.query<TrailRow>(
    `select seq, at, person_id as person, action, subject, detail, from_address as from, hash from audit
       where organisation_id = $1 and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at < $3)
         and ($4::uuid is null or person_id = $4) and (cardinality($5::text[]) = 0 or (action like any ($5)) <> $6)
         and ($7::bigint is null or seq < $7)
       order by seq desc limit $8`,
    [
      asking.organisation,
      filter.from ?? null,
      filter.to ?? null,
      filter.person ?? null,
      patterns,
      filter.without,
      filter.before ?? null,
      filter.limit,
    ],
  )
  return rows
}

/** Colleagues of now; the name of somebody who has left the organisation is no longer to be seen. */
export async function listNames(client: PoolClient): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>('select id, name from person order by name, id')
  return rows
}

export async function listFacilityNames(asking: Asking, client: PoolClient): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'select facility_id as id, name from facility_state where organisation_id = $1',
    [asking.organisation],
  )
  return rows
}
