import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { cleanFileName } from './file-name.ts'
import { type MediaType, type Sample, sampleBytes, settleType, sniffType } from './media-type.ts'
import { damagedFile, empty, lyingName, noSuchFile, refusedKind, tooLarge } from './messages.ts'

/** A file that lies on the disk under its hash, safe against power loss; its row comes next. */
export interface KeptFile {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: MediaType
  readonly name: string
}

export interface EvidenceFolder {
  /** `<data>/evidence`; below it one folder per organisation. */
  readonly folder: string
  readonly limitBytes: number
  readonly accept: readonly MediaType[]
}

export const evidenceTypes: readonly MediaType[] = [
  ...(['application/pdf', 'image/png', 'image/jpeg', 'text/plain', 'text/csv'] as const),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]

const address = z.object({ organisation: z.guid(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** NOTE: the path is made of a checked id and a checked hash alone; no name that anybody chose is ever part of it. */
function pathOf(store: EvidenceFolder, given: { organisation: string; sha256: string }): string {
  const parsed = address.safeParse(given)
  if (!parsed.success) throw noSuchFile()
  const { organisation, sha256 } = parsed.data
  return join(store.folder, organisation.toLowerCase(), sha256.slice(0, 2), sha256)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

interface Written extends Sample {
  readonly sha256: string
  readonly bytes: number
}

async function readPart(handle: FileHandle, from: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, from)
  return buffer.subarray(0, bytesRead)
}

async function writeAll(handle: FileHandle, source: AsyncIterable<Uint8Array>, limit: { name: string; bytes: number }): Promise<Written> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > limit.bytes) throw tooLarge(limit.name, limit.bytes)
    hash.update(chunk)
    await handle.writeFile(chunk)
  }
  if (bytes === 0) throw empty(limit.name)
  await handle.sync()
  const head = await readPart(handle, 0)
  const tail = await readPart(handle, Math.max(0, bytes - sampleBytes))
  return { sha256: hash.digest('hex'), bytes, head, tail }
}

async function writeDraft(path: string, source: AsyncIterable<Uint8Array>, limit: { name: string; bytes: number }): Promise<Written> {
  const handle = await open(path, 'wx+', 0o600)
  try {
    return await writeAll(handle, source, limit)
  } finally {
    await handle.close()
  }
}

function checkType(written: Written, options: { name: string; accept: readonly MediaType[] }): MediaType {
  const sniffed = sniffType(written)
  if (sniffed.kind === 'refused') throw refusedKind(sniffed.why, options.name)
  const settled = settleType(sniffed.mediaType, options.name)
  if (!options.accept.includes(sniffed.mediaType)) throw refusedKind('unknown', options.name)
  if (!settled) throw lyingName(options.name)
  return settled
}

/** Writes under a draft name, syncs, checks, renames, syncs the folder; a refused or broken upload leaves nothing. */
export async function keepBytes(
  store: EvidenceFolder,
  given: { organisation: string; name: string; source: AsyncIterable<Uint8Array> },
): Promise<KeptFile> {
  const name = cleanFileName(given.name)
  const home = dirname(dirname(pathOf(store, { organisation: given.organisation, sha256: '0'.repeat(64) })))
  await mkdir(home, { recursive: true, mode: 0o700 })
  const draft = join(home, `draft-${randomBytes(12).toString('hex')}`)
  try {
    const written = await writeDraft(draft, given.source, { name, bytes: store.limitBytes })
    const mediaType = checkType(written, { name, accept: store.accept })
    const path = pathOf(store, { organisation: given.organisation, sha256: written.sha256 })
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rename(draft, path)
    await syncFolder(dirname(path))
    await syncFolder(home)
    return { sha256: written.sha256, bytes: written.bytes, mediaType, name }
  } finally {
    await rm(draft, { force: true })
  }
}

/** The bytes, held against their hash: what an inspector gets is what was taken in, or an error. */
export async function readKept(store: EvidenceFolder, given: { organisation: string; sha256: string }): Promise<Buffer> {
  const bytes = await readFile(pathOf(store, given)).catch(() => {
    throw noSuchFile()
  })
  if (createHash('sha256').update(bytes).digest('hex') !== given.sha256) throw damagedFile(given.sha256)
  return bytes
}

/** Takes the bytes away, for a file whose row is gone. */
export async function forgetKept(store: EvidenceFolder, given: { organisation: string; sha256: string }): Promise<void> {
  await rm(pathOf(store, given), { force: true })
}
