import { Buffer } from 'node:buffer'
import yazl from 'yazl'

export interface ArchiveFile {
  /** ASCII, with forward slashes, under 120 characters. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** The time on the clock that every file carries: only its fields are stored, so the zone of the machine does not matter. */
export interface ClockTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** A ZIP whose bytes depend on nothing but these files and this time. `packed` is for office files, whose readers expect it. */
export async function writeZip(
  files: readonly ArchiveFile[],
  time: ClockTime,
  options: { readonly packed?: boolean } = {},
): Promise<Uint8Array> {
  const zip = new yazl.ZipFile()
  const mtime = new Date(time.year, time.month - 1, time.day, time.hour, time.minute)
  const entry = { mtime, mode: 0o100644, compress: options.packed ?? false, forceDosTimestamp: true }
  for (const file of sortedByPath(files))
    zip.addBuffer(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength), file.path, entry)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return new Uint8Array(Buffer.concat(chunks))
}

export function sortedByPath<F extends { readonly path: string }>(files: readonly F[]): readonly F[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
