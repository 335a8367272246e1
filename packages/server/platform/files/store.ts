import type pg from 'pg'
import type { Scope } from '../db/scope.ts'
import type { KeptFile } from './disk.ts'

export interface EvidenceRow {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly name: string
  readonly storedAt: string
}

/** In the transaction of the answers that they prove. The same bytes a second time keep their first name and date. */
export async function recordFiles(client: pg.ClientBase, scope: Scope, files: readonly KeptFile[]): Promise<void> {
  if (files.length === 0) return
  await client.query(
    `insert into evidence_file (organisation_id, sha256, bytes, media_type, name, stored_by)
       select $1, w.sha256, w.bytes, w.media_type, w.name, $6
         from unnest($2::text[], $3::bigint[], $4::text[], $5::text[]) as w (sha256, bytes, media_type, name)
       on conflict do nothing`,
    [
      scope.organisation,
      files.map((file) => file.sha256),
      files.map((file) => file.bytes),
      files.map((file) => file.mediaType),
      files.map((file) => file.name),
      scope.person ?? null,
    ],
  )
}

/** The rows of those files that the organisation has. */
export async function findFiles(client: pg.ClientBase, scope: Scope, hashes: readonly string[]): Promise<readonly EvidenceRow[]> {
  const { rows } = await client.query<EvidenceRow>(
    `select sha256, bytes, media_type as "mediaType", name, stored_at as "storedAt" from evidence_file
       where organisation_id = $1 and sha256 = any($2::text[])`,
    [scope.organisation, hashes],
  )
  return rows
}
