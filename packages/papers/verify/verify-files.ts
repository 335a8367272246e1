import { Buffer } from 'node:buffer'
import {
  contentPath,
  isManifestOf,
  manifestPath,
  type ReadManifest,
  readManifest,
  signaturesBytes,
  signaturesPath,
} from '../archive/manifest.ts'
import { readSignature, type Signature } from '../archive/signer.ts'
import type { ArchiveFile } from '../archive/zip-write.ts'
import { checkNumberOf, sha256 } from '../paper/check-number.ts'
import { checkSignatures, failed, type KnownKey, reportOf, type Verification, type VerifiedFile, type VerifyProblem } from './report.ts'

/** The files of a pack against its manifest; a folder around them, as packing programs make one, does not matter. */
export function verifyFiles(all: readonly ArchiveFile[], known: readonly KnownKey[]): Verification {
  const files = withoutFolder(all)
  const manifestFile = files.find((file) => file.path === manifestPath)
  if (!manifestFile) return failed('no-manifest')
  const manifest = readManifest(manifestFile.bytes)
  if (!manifest) return failed('bad-manifest')
  const listed = listedFiles(manifest, files)
  const added = addedFiles(manifest, files)
  const stored = storedSignatures(files)
  const { signatures, problems } = checkSignatures(manifestFile.bytes, stored ?? [], manifest.signedBy, known)
  return reportOf({
    files: [...listed.files, ...added.map((file) => ({ path: file.path, sha256: sha256(file.bytes), ok: false }))],
    signatures,
    problems: [
      ...listed.problems,
      ...added.map((file) => ({ code: 'added', path: file.path }) as const),
      ...checkNumberProblems(manifest, files),
      ...manifestProblems(manifest, manifestFile.bytes, files),
      ...(stored ? problems : [{ code: 'bad-signature', path: signaturesPath } as const]),
    ],
    checkNumber: manifest.checkNumber,
  })
}

function withoutFolder(all: readonly ArchiveFile[]): readonly ArchiveFile[] {
  if (all.some((file) => file.path === manifestPath)) return all
  const folders = all.flatMap((file) => (file.path.endsWith(`/${manifestPath}`) ? [file.path.slice(0, -manifestPath.length)] : []))
  const [folder] = folders
  if (folder === undefined || folders.length > 1 || folder.split('/').length > 2) return all
  return all.map((file) =>
    file.path.startsWith(folder) ? { ...file, path: file.path.slice(folder.length) } : { ...file, path: `../${file.path}` },
  )
}

function listedFiles(
  manifest: ReadManifest,
  files: readonly ArchiveFile[],
): { files: readonly VerifiedFile[]; problems: readonly VerifyProblem[] } {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const checked = manifest.files.map((wanted): { file: VerifiedFile; problem?: VerifyProblem } => {
    const there = byPath.get(wanted.path)
    if (!there) return { file: { path: wanted.path, sha256: wanted.sha256, ok: false }, problem: { code: 'missing', path: wanted.path } }
    const hash = sha256(there.bytes)
    const ok = hash === wanted.sha256 && there.bytes.length === wanted.bytes
    return { file: { path: wanted.path, sha256: hash, ok }, ...(!ok && { problem: { code: 'changed', path: wanted.path } as const }) }
  })
  return { files: checked.map((one) => one.file), problems: checked.flatMap((one) => one.problem ?? []) }
}

function addedFiles(manifest: ReadManifest, files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const expected = new Set([manifestPath, signaturesPath, ...manifest.files.map((file) => file.path)])
  return files.filter((file) => !expected.has(file.path))
}

/** The number that the pages carry must be that of the contents in the pack. */
function checkNumberProblems(manifest: ReadManifest, files: readonly ArchiveFile[]): readonly VerifyProblem[] {
  const content = files.find((file) => file.path === contentPath)
  const fits =
    content !== undefined &&
    sha256(content.bytes) === manifest.contentSha256 &&
    checkNumberOf(manifest.contentSha256) === manifest.checkNumber
  return fits ? [] : [{ code: 'check-number' }]
}

/** What the manifest says besides the hashes must be what the contents say; told where the files themselves are whole. */
function manifestProblems(manifest: ReadManifest, bytes: Uint8Array, files: readonly ArchiveFile[]): readonly VerifyProblem[] {
  const content = files.find((file) => file.path === contentPath)
  const own = manifest.files.flatMap((one) => files.find((file) => file.path === one.path) ?? [])
  const whole =
    content !== undefined &&
    own.length === manifest.files.length &&
    own.every((file, n) => sha256(file.bytes) === manifest.files[n]?.sha256)
  return whole && !isManifestOf(bytes, content.bytes, own) ? [{ code: 'manifest-changed' }] : []
}

/** The stored signatures, none where there is no such file, undefined where it cannot be read or holds anything else. */
function storedSignatures(files: readonly ArchiveFile[]): readonly Signature[] | undefined {
  const file = files.find((one) => one.path === signaturesPath)
  if (!file) return []
  try {
    const value: unknown = JSON.parse(Buffer.from(file.bytes).toString('utf8'))
    if (typeof value !== 'object' || value === null || !('signatures' in value) || !Array.isArray(value.signatures)) return undefined
    const signatures = value.signatures.map(readSignature)
    if (!signatures.every((one) => one !== undefined)) return undefined
    return Buffer.from(signaturesBytes(signatures)).equals(file.bytes) ? signatures : undefined
  } catch {
    return undefined
  }
}
