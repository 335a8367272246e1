import type { Feed } from '../types.ts'
import { type Cut, newSplitter, type SplitOptions } from './split.ts'

const newline = 0x0a
const space = 0x20

/** The lines of a feed that has one record a line, so that a broken one does not swallow the next. */
export async function* lineCuts({ chunks, limits }: Pick<Feed, 'chunks' | 'limits'>): AsyncIterable<Cut> {
  const line: Uint8Array[] = []
  let size = 0
  for await (const piece of chunks) {
    let from = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
      yield* cutOf([...line, piece.subarray(from, end)], size + end - from, limits)
      line.length = 0
      size = 0
      from = end + 1
    }
    size += piece.length - from
    if (size > limits.maxRecordBytes) line.length = 0
    else line.push(piece.subarray(from))
  }
  yield* cutOf(line, size, limits)
}

/** NOTE: a line that is no whole object is not given to the parser: one of 16 MB of brackets alone takes it ten seconds. */
function* cutOf(pieces: readonly Uint8Array[], size: number, limits: Pick<SplitOptions, 'maxRecordBytes' | 'maxDepth'>): Iterable<Cut> {
  if (size > limits.maxRecordBytes) {
    yield { kind: 'too-large' }
    return
  }
  const bytes = Buffer.concat(pieces)
  if (!bytes.some((byte) => byte > space)) return
  const splitter = newSplitter(limits)
  const cuts = splitter.feed(bytes)
  if (cuts.length > 0 && splitter.isWhole()) yield* cuts
  else yield { kind: 'broken', bytes }
}
