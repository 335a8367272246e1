import type { PoolClient } from 'pg'
import {
  type EvidenceFolder,
  findFile,
  type KeptFile,
  keepBytes,
  readKept,
  recordFile,
  sampleBytes,
  sniffType,
} from '../../platform/files/index.ts'
import type { Scope } from '../../platform/index.ts'
import { lockForAdding } from './store.ts'

export { deleteUnnamed, lockForAdding, lockForRemoving } from './store.ts'

/**
 * Keeps bytes and writes their row in the transaction of what names them. NOTE: the bytes are in memory already; waiting
 * for a slow sender within a transaction would hold up everybody.
 */
export async function keepFile(
  folder: EvidenceFolder,
  scope: Scope,
  client: PoolClient,
  file: { name: string; bytes: Uint8Array },
): Promise<KeptFile> {
  await lockForAdding(scope, client)
  const kept = await keepBytes(folder, { organisation: scope.organisation, name: file.name, source: once(file.bytes) })
  await recordFile(client, scope, kept)
  return kept
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The bytes and the name of a kept file; undefined where the organisation has no row for it. */
export async function readFile(
  folder: EvidenceFolder,
  scope: Scope,
  client: PoolClient,
  sha256: string,
): Promise<{ name: string; mediaType: string; bytes: Buffer } | undefined> {
  const row = await findFile(client, scope, sha256)
  return row && { name: row.name, mediaType: row.mediaType, bytes: await readKept(folder, { organisation: scope.organisation, sha256 }) }
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/plain': 'txt',
  'text/csv': 'csv',
}

/** In a folder the bytes lie under their hash: the name of the evidence gets the ending of what they are. */
export function nameByContent(name: string, bytes: Uint8Array, told: string | undefined): string {
  const sniffed = sniffType({ head: bytes.subarray(0, sampleBytes), tail: bytes.subarray(-sampleBytes) })
  if (sniffed.kind === 'refused') return name
  const mediaType = sniffed.mediaType === 'text/plain' && told === 'text/csv' ? told : sniffed.mediaType
  const ending = endings[mediaType]
  return ending === undefined || name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`
}
