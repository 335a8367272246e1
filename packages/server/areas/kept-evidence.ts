import type { Evidence, EvidenceId } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { cleanFileName } from '../platform/index.ts'
import type { Asking } from './asking.ts'
import { newId } from './facilities/index.ts'
import { keepFile } from './files/index.ts'
import type { Services } from './services.ts'

export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The bytes with their row; the record is written in the same transaction. */
export async function keptEvidence(
  services: Services,
  asking: Asking,
  client: PoolClient,
  { file, on }: { file: GivenFile; on: Evidence['obtainedOn'] },
): Promise<Evidence> {
  const kept = await keepFile(services.evidence, asking, client, { name: cleanFileName(file.name), bytes: file.bytes })
  return {
    id: newId<EvidenceId>('ev'),
    name: kept.name,
    sha256: kept.sha256,
    bytes: kept.bytes,
    mediaType: kept.mediaType,
    ...(on !== undefined && { obtainedOn: on }),
  }
}
