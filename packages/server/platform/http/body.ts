import type { Context } from 'hono'
import { badInput, noFileName, tooLargeBody, wrongType } from './problems.ts'
import type { Upload } from './route-types.ts'

/** The bytes of a request, and an error as soon as there are more than allowed, whatever the header said. */
async function* limited(request: Request, limitBytes: number): AsyncGenerator<Uint8Array> {
  if (!request.body) return
  let bytes = 0
  const chunks: AsyncIterable<Uint8Array> = request.body
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limitBytes) throw tooLargeBody(limitBytes)
    yield chunk
  }
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function refuseAnnounced(context: Context, limitBytes: number): void {
  const announced = Number(context.req.header('content-length') ?? 0)
  if (announced > limitBytes) throw tooLargeBody(limitBytes)
}

/** NOTE: PostgreSQL stores no U+0000 and no half of a surrogate pair; no office writes them either. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}

const deepest = 64

/** NOTE: a parser that goes into every level takes seconds for a body of brackets alone; no message of ours is that deep. */
export function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (inText) {
      if (byte === 0x5c) at++
      else if (byte === 0x22) inText = false
    } else if (byte === 0x22) inText = true
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > deepest) return true
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return false
}

/** The JSON value of the body; undefined when there is no body. */
export async function readJson(context: Context, limitBytes: number): Promise<unknown> {
  refuseAnnounced(context, limitBytes)
  const bytes = await collect(limited(context.req.raw, limitBytes))
  if (bytes.length === 0) return undefined
  if (isTooDeep(bytes)) throw badInput('body')
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) throw wrongType()
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (key, inner: unknown) => {
      if (!isStorable(key) || (typeof inner === 'string' && !isStorable(inner))) throw badInput('body')
      return inner
    })
    return value
  } catch {
    throw badInput('body')
  }
}

function decodeName(header: string | undefined): string {
  if (header === undefined || header === '') throw noFileName()
  try {
    return decodeURIComponent(header)
  } catch {
    throw noFileName()
  }
}

/** The body is the file; its name comes percent-encoded in X-File-Name. */
export function readUpload(context: Context, limitBytes: number): Upload {
  refuseAnnounced(context, limitBytes)
  const source = limited(context.req.raw, limitBytes)
  return { name: decodeName(context.req.header('x-file-name')), limitBytes, source, bytes: () => collect(source) }
}
