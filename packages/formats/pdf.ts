import { inflateSync } from 'node:zlib'
import { type ByteSource, readAll } from './bytes.ts'
import { type UserError, userError } from './errors.ts'

const maxInflated = 20 * 1024 * 1024

/** Why answers are not read from a PDF: it is a picture of a page, or a page of text that belongs to another way in. */
export async function pdfProblem(source: ByteSource): Promise<UserError> {
  const bytes = Buffer.from(await readAll(source))
  return userError(hasFont(bytes) ? 'pdf/not-read' : 'pdf/no-text', { file: source.name })
}

/** A page with text names a font, in the open or in a compressed list of objects. */
function hasFont(bytes: Buffer): boolean {
  if (bytes.includes('/Font')) return true
  let left = maxInflated
  for (let at = bytes.indexOf('/ObjStm'); at >= 0 && left > 0; at = bytes.indexOf('/ObjStm', at + 1)) {
    const start = bytes.indexOf('stream', at)
    if (start < 0) return false
    const from = start + (bytes[start + 6] === 13 ? 8 : 7)
    const end = bytes.indexOf('endstream', from)
    const text = inflated(bytes.subarray(from, end < 0 ? bytes.length : end), left)
    left -= text.length
    if (text.includes('/Font')) return true
  }
  return false
}

function inflated(bytes: Buffer, maxOutputLength: number): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength })
  } catch {
    return Buffer.alloc(0)
  }
}
