import type pg from 'pg'

/** Whose calendar an address is, and of which facility. */
export interface FoundCalendar {
  readonly organisation: string
  readonly facility: string
  readonly person: string
  readonly personName: string
  readonly language: 'ja' | 'en'
  readonly shows: 'neutral' | 'titles'
}

export async function findCalendar(client: pg.ClientBase, given: { hash: Buffer; at: Date }): Promise<FoundCalendar | undefined> {
  const { rows } = await client.query<FoundCalendar>(
    `select organisation_id as organisation, facility_id as facility, person_id as person, person_name as "personName", language, shows
       from calendar_feed_find($1, $2)`,
    [given.hash, given.at],
  )
  return rows[0]
}
