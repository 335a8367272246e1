import type { ByteSource } from '../bytes.ts'
import { type UserError, userError } from '../errors.ts'

const ole = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b, 0x03, 0x04]

/** Why a file is no workbook that can be opened, by its first bytes and, of the old container, the streams in it. */
export async function refusalOf(source: ByteSource): Promise<UserError | undefined> {
  const head = await source.head(8)
  const place = { file: source.name }
  if (startsWith(head, zip)) return undefined
  if (startsWith(head, ole)) {
    const streams = await streamNames(source)
    if (streams.has('EncryptedPackage')) return userError('excel/password', place)
    return userError(streams.has('Workbook') || streams.has('Book') ? 'excel/old-format' : 'excel/not-excel', place)
  }
  if (
    head[0] === 0x09 &&
    (head[1] === 0x08 || head[1] === 0x04 || head[1] === 0x02 || head[1] === 0x00) &&
    head[2] !== undefined &&
    head[2] < 0x20
  )
    return userError('excel/old-format', place)
  return userError('excel/not-excel', place)
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign)
}

/** Names in the directory of the old container, which lie as UTF-16 at the head of entries of 128 bytes. */
async function streamNames(source: ByteSource): Promise<ReadonlySet<string>> {
  const wanted = ['EncryptedPackage', 'Workbook', 'Book']
  const found = new Set<string>()
  let before = Buffer.alloc(0)
  for await (const piece of source.chunks()) {
    const text = Buffer.concat([before, piece])
    for (const name of wanted) if (text.includes(Buffer.from(`${name}\0`, 'utf16le'))) found.add(name)
    before = Buffer.from(text.subarray(Math.max(0, text.length - 64)))
  }
  return found
}
