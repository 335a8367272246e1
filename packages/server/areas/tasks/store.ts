import type { PoolClient } from 'pg'
import type { Asking } from '../asking.ts'

interface PersonAsking extends Asking {
  readonly person: string
}

export interface KnownOfSelf {
  /** What the person has said. */
  readonly record: string | null
  /** Records that other accounts have said to be theirs. */
  readonly taken: readonly string[]
  /** Whether a colleague of the same name has an account and has not said which record is theirs. */
  readonly hasNamesake: boolean
}

/** `name`: without spaces and in the usual forms of its letters. */
export async function readSelf(
  scope: PersonAsking,
  client: PoolClient,
  asked: { facility: string; name: string; at: Date },
): Promise<KnownOfSelf> {
  const { rows } = await client.query<KnownOfSelf>(
    `with said as (select person_id, record_id from own_record where organisation_id = $1 and facility_id = $2)
     select (select record_id from said where person_id = $3) as record,
            array(select record_id from said where person_id <> $3) as taken,
            exists (select from membership m join person p on p.id = m.person_id
              where m.organisation_id = $1 and m.person_id <> $3 and (m.until is null or m.until > $5)
                and regexp_replace(normalize(p.name, nfkc), '\\s+', '', 'g') = $4
                and not exists (select from said where said.person_id = m.person_id)) as "hasNamesake"`,
    [scope.organisation, asked.facility, scope.person, asked.name, asked.at],
  )
  const [known] = rows
  if (!known) throw new Error('a query without a condition has no row')
  return known
}

/** False where another account has the record. */
export async function writeSelf(
  scope: PersonAsking,
  client: PoolClient,
  said: { facility: string; record: string | null; at: Date },
): Promise<boolean> {
  const { organisation, person } = scope
  // NOTE: policies leave here the own row, and those of accounts that have no rights any more.
  await client.query('delete from own_record where organisation_id = $1 and facility_id = $2 and (person_id = $3 or record_id = $4)', [
    organisation,
    said.facility,
    person,
    said.record,
  ])
  if (said.record === null) return true
  const { rowCount } = await client.query(
    `insert into own_record (organisation_id, facility_id, person_id, record_id, said_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [organisation, said.facility, person, said.record, said.at],
  )
  return rowCount === 1
}
