import { readFile as readBytes } from 'node:fs/promises'
import type { Evidence } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import {
  type EvidenceFolder,
  findFiles,
  type KeptFile,
  keepBytes,
  readKept,
  recordFiles,
  sampleBytes,
  sniffType,
} from '../../platform/files/index.ts'
import type { Scope } from '../../platform/index.ts'
import { lockForAdding } from './store.ts'

export { deleteUnnamed, lockForAdding, lockForRemoving } from './store.ts'

interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Keeps bytes and writes their row in the transaction of what names them. NOTE: the bytes are in memory already; waiting
 * for a slow sender within a transaction would hold up everybody.
 */
export async function keepFile(folder: EvidenceFolder, scope: Scope, client: PoolClient, file: NamedBytes): Promise<KeptFile> {
  await lockForAdding(scope, client)
  const kept = await keepOnDisk(folder, scope, file)
  await recordFiles(client, scope, [kept])
  return kept
}

function keepOnDisk(folder: EvidenceFolder, scope: Scope, file: NamedBytes): Promise<KeptFile> {
  return keepBytes(folder, { organisation: scope.organisation, name: file.name, source: once(file.bytes) })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Keeps the files that evidence names, as far as a folder brings them; `paths` by SHA-256. */
export async function keepEvidence(
  folder: EvidenceFolder,
  scope: Scope,
  client: PoolClient,
  brought: { readonly evidence: readonly Evidence[]; readonly paths: ReadonlyMap<string, string> },
): Promise<void> {
  await lockForAdding(scope, client)
  const kept: KeptFile[] = []
  for (const { sha256, name, mediaType } of brought.evidence) {
    const path = sha256 === undefined ? undefined : brought.paths.get(sha256)
    if (path === undefined) continue
    const bytes = await readBytes(path)
    kept.push(await keepOnDisk(folder, scope, { name: nameByContent(name, bytes, mediaType), bytes }))
  }
  await recordFiles(client, scope, kept)
}

export interface FileRead {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** The bytes and the name of a kept file; undefined where the organisation has no row for it. */
export async function readFile(folder: EvidenceFolder, scope: Scope, client: PoolClient, sha256: string): Promise<FileRead | undefined> {
  return (await readFiles(folder, scope, client, [sha256])).get(sha256)
}

/** Kept files by SHA-256, without those that the organisation has no row for. */
export async function readFiles(
  folder: EvidenceFolder,
  scope: Scope,
  client: PoolClient,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, FileRead>> {
  const found = new Map<string, FileRead>()
  for (const { sha256, name, mediaType } of await findFiles(client, scope, hashes))
    found.set(sha256, { name, mediaType, bytes: await readKept(folder, { organisation: scope.organisation, sha256 }) })
  return found
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
function nameByContent(name: string, bytes: Uint8Array, told: string | undefined): string {
  const sniffed = sniffType({ head: bytes.subarray(0, sampleBytes), tail: bytes.subarray(-sampleBytes) })
  if (sniffed.kind === 'refused') return name
  const mediaType = sniffed.mediaType === 'text/plain' && told === 'text/csv' ? told : sniffed.mediaType
  const ending = endings[mediaType]
  return ending === undefined || name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`
}
