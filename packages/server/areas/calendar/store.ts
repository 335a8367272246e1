import type { CalendarFeedView } from '@mimamori/contract'
import type { PoolClient } from 'pg'
import type { Asking } from '../asking.ts'

/** Somebody who is signed in: an address belongs to a person. */
export interface PersonAsking extends Asking {
  readonly person: string
}

type Feed = NonNullable<CalendarFeedView['feed']>

export async function readFeed(scope: PersonAsking, client: PoolClient, facility: string): Promise<Feed | undefined> {
  const { rows } = await client.query<{ madeAt: string; shows: Feed['shows']; readAt: string | null }>(
    `select made_at as "madeAt", shows, read_at as "readAt" from calendar_feed
      where organisation_id = $1 and facility_id = $2 and person_id = $3`,
    [scope.organisation, facility, scope.person],
  )
  const [feed] = rows
  return feed && { madeAt: feed.madeAt, shows: feed.shows, ...(feed.readAt !== null && { readAt: feed.readAt }) }
}

export async function writeFeed(
  scope: PersonAsking,
  client: PoolClient,
  given: { facility: string; hash: Buffer; shows: Feed['shows']; at: Date },
): Promise<void> {
  await removeFeed(scope, client, given.facility)
  await client.query(
    `insert into calendar_feed (organisation_id, facility_id, person_id, token_hash, shows, made_at) values ($1, $2, $3, $4, $5, $6)`,
    [scope.organisation, given.facility, scope.person, given.hash, given.shows, given.at],
  )
}

export async function removeFeed(scope: PersonAsking, client: PoolClient, facility: string): Promise<boolean> {
  const { rowCount } = await client.query('delete from calendar_feed where organisation_id = $1 and facility_id = $2 and person_id = $3', [
    scope.organisation,
    facility,
    scope.person,
  ])
  return rowCount === 1
}
