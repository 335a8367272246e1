import type { Change } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'
import type { LoggedChange } from '../facilities/index.ts'

/** A revision with who made it, and what undid it. */
export interface StoredChange extends LoggedChange {
  readonly person: string | null
  readonly at: string
  readonly undoneBy?: number
  /** Of how many changes; `changes` may hold the first of them alone. */
  readonly count: number
}

interface LogRow {
  readonly revision: number
  readonly at: string
  readonly person: string | null
  readonly changes: Pick<LoggedChange, 'by' | 'changes' | 'touched' | 'undoes'>
  readonly undo: readonly Change[]
  readonly undone_by: number | null
  readonly count: number
}

function storedOf({ changes, undone_by, ...row }: LogRow): StoredChange {
  return { ...changes, ...row, ...(undone_by !== null && { undoneBy: undone_by }) }
}

export async function readLog(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; revision: number },
): Promise<StoredChange | undefined> {
  const { rows } = await client.query<LogRow>(
    `select revision, at, person_id as person, changes, undo, undone_by, jsonb_array_length(changes->'changes') as count
       from change_log where organisation_id = $1 and facility_id = $2 and revision = $3`,
    [scope.organisation, asked.facility, asked.revision],
  )
  return rows[0] && storedOf(rows[0])
}

/** NOTE: of an import of thousands only the first changes ($3) are read: lists show a few lines of each. */
const shortened = `select l.revision, l.at, l.person_id as person, l.undo, l.undone_by, jsonb_array_length(l.changes->'changes') as count,
            l.changes || jsonb_build_object('changes',
              (select coalesce(jsonb_agg(c.one order by c.at), '[]') from jsonb_array_elements(l.changes->'changes') with ordinality c (one, at)
                where c.at <= $3)) as changes
       from change_log l`

/** The last changes, newest first. */
export async function readLastChanges(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; most: number; mostOfEach: number },
): Promise<readonly StoredChange[]> {
  const { rows } = await client.query<LogRow>(
    `${shortened} where l.organisation_id = $1 and l.facility_id = $2 order by l.revision desc limit $4`,
    [scope.organisation, asked.facility, asked.mostOfEach, asked.most],
  )
  return rows.map(storedOf)
}

/** Those of some revisions, shortened in the same way. */
export async function readChangesAt(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; revisions: readonly number[]; mostOfEach: number },
): Promise<readonly StoredChange[]> {
  const { rows } = await client.query<LogRow>(
    `${shortened} where l.organisation_id = $1 and l.facility_id = $2 and l.revision = any($4::bigint[])`,
    [scope.organisation, asked.facility, asked.mostOfEach, asked.revisions],
  )
  return rows.map(storedOf)
}

/** What was written after a revision on any of its records, oldest first. */
export async function readLater(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; revision: number },
): Promise<readonly StoredChange[]> {
  const { rows } = await client.query<LogRow>(
    `with mine as (
       select distinct t->'slice' as slice, t->'id' as id
         from change_log l cross join jsonb_array_elements(l.changes->'touched') t
        where l.organisation_id = $1 and l.facility_id = $2 and l.revision = $3
     )
     select l.revision, l.at, l.person_id as person, l.changes, l.undo, l.undone_by, jsonb_array_length(l.changes->'changes') as count
       from change_log l
      where l.organisation_id = $1 and l.facility_id = $2 and l.revision > $3
        and exists (select from jsonb_array_elements(l.changes->'touched') t join mine m on m.slice = t->'slice' and m.id = t->'id')
      order by l.revision`,
    [scope.organisation, asked.facility, asked.revision],
  )
  return rows.map(storedOf)
}

/** `by` = null: it stands again, since what had undone it was undone. */
export async function setUndone(
  scope: Scope,
  client: PoolClient,
  done: { facility: string; revision: number; by: number | null },
): Promise<void> {
  await client.query('update change_log set undone_by = $4 where organisation_id = $1 and facility_id = $2 and revision = $3', [
    scope.organisation,
    done.facility,
    done.revision,
    done.by,
  ])
}
