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

/** In the transaction of the answer that it proves. The same bytes a second time keep their first name and date. */
export async function recordFile(client: pg.ClientBase, scope: Scope, file: KeptFile): Promise<void> {
  await client.query(
    `insert into evidence_file (organisation_id, sha256, bytes, media_type, name, stored_by) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
    [scope.organisation, file.sha256, file.bytes, file.mediaType, file.name, scope.person ?? null],
  )
}

export async function findFile(client: pg.ClientBase, scope: Scope, sha256: string): Promise<EvidenceRow | undefined> {
  const { rows } = await client.query<EvidenceRow>(
    `select sha256, bytes, media_type as "mediaType", name, stored_at as "storedAt" from evidence_file
       where organisation_id = $1 and sha256 = $2`,
    [scope.organisation, sha256],
  )
  return rows[0]
}
