import type { Feed } from '../types.ts'
import type { Cut } from './split.ts'

const newline = 0x0a

/** The lines of a feed that has one record a line, so that a broken one does not swallow the next. */
export async function* lineCuts({ chunks, limits }: Pick<Feed, 'chunks' | 'limits'>): AsyncIterable<Cut> {
  const line: Uint8Array[] = []
  let size = 0
  for await (const piece of chunks) {
    let from = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
      yield* cutOf([...line, piece.subarray(from, end)], size + end - from, limits.maxRecordBytes)
      line.length = 0
      size = 0
      from = end + 1
    }
    size += piece.length - from
    if (size > limits.maxRecordBytes) line.length = 0
    else line.push(piece.subarray(from))
  }
  yield* cutOf(line, size, limits.maxRecordBytes)
}

function* cutOf(pieces: readonly Uint8Array[], size: number, most: number): Iterable<Cut> {
  if (size > most) yield { kind: 'too-large' }
  else {
    const bytes = Buffer.concat(pieces)
    if (bytes.some((byte) => byte > 0x20)) yield { kind: 'record', bytes }
  }
}
