import type { Exhibit } from '../pack/exhibits.ts'
import { sha256 } from '../paper/check-number.ts'
import type { ArchiveFile } from './zip-write.ts'

/** A piece of evidence as a file of the ZIP. */
export interface EvidenceFile {
  readonly exhibit: Exhibit
  readonly file: ArchiveFile
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

/** The evidence whose bytes were given and are the ones of the index. */
export function evidenceFiles(exhibits: readonly Exhibit[], given: ReadonlyMap<string, Uint8Array>): readonly EvidenceFile[] {
  return exhibits.flatMap((exhibit) => {
    const hash = exhibit.evidence.sha256
    const bytes = hash === undefined ? undefined : given.get(hash)
    if (hash === undefined || bytes === undefined || sha256(bytes) !== hash) return []
    const ending = endings[exhibit.evidence.mediaType ?? ''] ?? 'bin'
    return [{ exhibit, file: { path: `evidence/${String(exhibit.n).padStart(3, '0')}-${hash.slice(0, 12)}.${ending}`, bytes } }]
  })
}
