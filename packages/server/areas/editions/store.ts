import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

/** An edition that an organisation has loaded from the official file. */
export interface Upload<T> {
  readonly id: string
  readonly edition: string
  readonly body: T
  readonly sha256: string
}

export async function readUploads<T>(scope: Scope, client: PoolClient): Promise<readonly Upload<T>[]> {
  const { rows } = await client.query<Upload<T>>(
    'select id, edition, body, sha256 from catalogue_upload where organisation_id = $1 order by id collate "C"',
    [scope.organisation],
  )
  return rows
}

/** Takes the place of an earlier upload of the same edition and audience. */
export async function writeUpload(scope: Scope, client: PoolClient, upload: Upload<unknown> & { at: Date }): Promise<void> {
  await client.query(
    `insert into catalogue_upload (organisation_id, id, edition, body, sha256, uploaded_at, uploaded_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organisation_id, id) do update set edition = excluded.edition, body = excluded.body, sha256 = excluded.sha256,
       uploaded_at = excluded.uploaded_at, uploaded_by = excluded.uploaded_by`,
    [scope.organisation, upload.id, upload.edition, JSON.stringify(upload.body), upload.sha256, upload.at, scope.person ?? null],
  )
}
