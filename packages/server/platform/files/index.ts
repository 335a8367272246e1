import type pg from 'pg'
import { type Scope, withScope } from '../db/scope.ts'
import { type EvidenceFolder, type KeptFile, keepBytes, readKept } from './disk.ts'
import { noSuchFile } from './messages.ts'
import { type EvidenceRow, findFiles, recordFiles } from './store.ts'

export { type EvidenceFolder, evidenceTypes, forgetKept, type KeptFile, keepBytes, readKept } from './disk.ts'
export { downloadHeaders } from './download-headers.ts'
export { cleanFileName, contentDisposition } from './file-name.ts'
export { type MediaType, type Sniffed, sampleBytes, sniffType } from './media-type.ts'
export { type EvidenceRow, findFiles, recordFiles } from './store.ts'

export interface EvidenceStore {
  readonly pool: pg.Pool
  readonly files: EvidenceFolder
}

/** Keeps a file by itself; an area that ties it to an answer uses `keepBytes` and `recordFiles` in its own transaction. */
export async function storeEvidence(
  store: EvidenceStore,
  scope: Scope,
  given: { name: string; source: AsyncIterable<Uint8Array> },
): Promise<KeptFile> {
  const kept = await keepBytes(store.files, { organisation: scope.organisation, ...given })
  await withScope(store.pool, scope, (client) => recordFiles(client, scope, [kept]))
  return kept
}

/** The bytes of a file that the organisation has a row for; a file without one does not exist for anybody. */
export async function readEvidence(store: EvidenceStore, scope: Scope, sha256: string): Promise<{ row: EvidenceRow; bytes: Buffer }> {
  const [row] = await withScope(store.pool, scope, (client) => findFiles(client, scope, [sha256]), { readOnly: true })
  if (!row) throw noSuchFile()
  return { row, bytes: await readKept(store.files, { organisation: scope.organisation, sha256 }) }
}
