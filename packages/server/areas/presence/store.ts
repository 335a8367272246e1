import type { PoolClient } from 'pg'
import type { PersonScope } from '../../platform/index.ts'

export interface Beat {
  readonly facility: string
  readonly tab: string
  readonly place: string
  readonly at: Date
  /** Whoever was last seen before this is gone. */
  readonly goneBefore: Date
}

export interface Heard {
  readonly revision: number
  /** Names of the others at the same place, by name. */
  readonly others: readonly { readonly name: string }[]
}

/** Deletes who was not heard of any more. NOTE: never one's own row, or the same statement would delete and write it. */
const forgotten = `
  delete from presence p using (
    select person_id, facility_id, tab from presence
     where organisation_id = $1 and seen_at < $7 and (person_id <> $3 or tab <> $4)
     limit 100 for update skip locked
  ) old
   where p.organisation_id = $1 and p.facility_id = old.facility_id and p.person_id = old.person_id and p.tab = old.tab`

/** The names of the others at the same place, once each. */
const othersHere = `coalesce((
  select json_agg(json_build_object('name', who.name) order by who.name, who.id) from (
    select distinct m.id, m.name from presence p join person m on m.id = p.person_id
     where p.organisation_id = $1 and p.facility_id = $2 and p.place = $5 and p.seen_at >= $7 and p.person_id <> $3
     limit 20) who
), '[]')`

const onceEach = `on conflict (organisation_id, facility_id, person_id, tab) do update set place = excluded.place, seen_at = excluded.seen_at`

/**
 * Notes where somebody is, forgets who is gone, and tells who else is there: one statement, since every open page sends it
 * again and again. Undefined where there is no such facility.
 */
export async function noteBeat(scope: PersonScope, client: PoolClient, beat: Beat): Promise<Heard | undefined> {
  const { rows } = await client.query<Heard>(
    `with forgotten as (${forgotten}), noted as (
       insert into presence (organisation_id, facility_id, person_id, tab, place, seen_at)
       select s.organisation_id, s.facility_id, $3::uuid, $4, $5, $6 from facility_state s
        where s.organisation_id = $1 and s.facility_id = $2 and s.removed_at is null
       ${onceEach}
     )
     select s.revision, ${othersHere} as others
       from facility_state s where s.organisation_id = $1 and s.facility_id = $2 and s.removed_at is null`,
    [scope.organisation, beat.facility, scope.person, beat.tab, beat.place, beat.at, beat.goneBefore],
  )
  return rows[0]
}

/**
 * The same for the people of a vendor at one of its sheets: among its own rows, where the relation stands for the facility, so
 * that the facility never sees who is there.
 */
export async function noteSheetBeat(
  scope: PersonScope,
  client: PoolClient,
  beat: Omit<Beat, 'facility'> & { readonly relation: string; readonly sheet: string },
): Promise<Heard> {
  const { rows } = await client.query<Heard>(
    `with forgotten as (${forgotten}), noted as (
       insert into presence (organisation_id, facility_id, person_id, tab, place, seen_at) values ($1, $2, $3, $4, $5, $6)
       ${onceEach}
     )
     select coalesce((select d.version from sheet_draft d where d.organisation_id = $1 and d.place = ($2::text)::uuid and d.sheet_id = $8), 0) as revision,
       ${othersHere} as others`,
    [scope.organisation, beat.relation, scope.person, beat.tab, beat.place, beat.at, beat.goneBefore, beat.sheet],
  )
  return rows[0] ?? { revision: 0, others: [] }
}
