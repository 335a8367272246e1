import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

/**
 * Whoever brings a file holds this to the end of the transaction, so that none is taken away while its row is written.
 * NOTE: taken before the lock of a facility, or one who removes it and one who adds to it would wait for each other.
 */
export async function lockForAdding(scope: Scope, client: PoolClient): Promise<void> {
  await client.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [`mimamori/files/${scope.organisation}`])
}

/** Waits until nobody is bringing a file. */
export async function lockForRemoving(scope: Scope, client: PoolClient): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`mimamori/files/${scope.organisation}`])
}

/**
 * Takes away the rows of files that nothing names any more, and says which; of all files, or of one. NOTE: what the log
 * of changes names stays, since undoing may bring it back.
 */
export async function deleteUnnamed(scope: Scope, client: PoolClient, sha256?: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    `delete from evidence_file f
      where f.organisation_id = $1 and ($2::text is null or f.sha256 = $2)
        and not exists (select from record r where r.organisation_id = $1 and r.slice in ('evidence', 'sources') and r.body->>'sha256' = f.sha256)
        and not exists (select from change_log l where l.organisation_id = $1 and position(f.sha256 in l.changes::text || l.undo::text) > 0)
        and not exists (select from frozen_paper p where p.organisation_id = $1 and p.sha256 = f.sha256)
        and not exists (select from catalogue_upload u where u.organisation_id = $1 and u.sha256 = f.sha256)
        and not exists (select from import_draft d where d.organisation_id = $1 and d.body->>'sha256' = f.sha256)
      returning f.sha256`,
    [scope.organisation, sha256 ?? null],
  )
  return rows.map((row) => row.sha256)
}
