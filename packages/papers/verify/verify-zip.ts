import { Buffer } from 'node:buffer'
import { clockTime } from '../archive/clock-time.ts'
import { manifestPath, readManifest } from '../archive/manifest.ts'
import { isWhollyListed } from '../archive/zip-layout.ts'
import { type ReadLimits, readZip } from '../archive/zip-read.ts'
import { type ArchiveFile, writeZip } from '../archive/zip-write.ts'
import { failed, type KnownKey, reportOf, type Verification } from './report.ts'
import { verifyFiles } from './verify-files.ts'

/**
 * A ZIP by the manifest in it. Its wrapping is as it was made, or was made anew around the same files, or holds what
 * belongs to no file: the three are told apart.
 */
export async function verifyZip(bytes: Uint8Array, known: readonly KnownKey[], limits: ReadLimits): Promise<Verification> {
  const { files, problems } = await readZip(bytes, limits)
  if (files.length === 0 && problems[0]) return failed(problems[0].code)
  const inside = verifyFiles(files, known)
  const repacked = !(await isAsMade(bytes, files))
  const hidden = repacked && problems.length === 0 && !isWhollyListed(bytes) ? [{ code: 'zip-wrapping' } as const] : []
  return { ...reportOf({ ...inside, problems: [...problems, ...hidden, ...inside.problems] }), repacked }
}

/** The same files written anew give the same bytes, down to the last header. */
async function isAsMade(bytes: Uint8Array, files: readonly ArchiveFile[]): Promise<boolean> {
  const manifest = files.find((file) => file.path === manifestPath)
  const read = manifest && readManifest(manifest.bytes)
  if (!read || Number.isNaN(Date.parse(read.madeAt))) return false
  return Buffer.from(await writeZip(files, clockTime(read.madeAt))).equals(bytes)
}
