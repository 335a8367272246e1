import { inflateRawSync } from 'node:zlib'

const centralHeader = 0x02014b50
const localHeaderBytes = 30

/** Every file of a ZIP as text, by its central directory; also of an Excel workbook, which is one. */
function unpacked(bytes: Buffer): string {
  const parts: string[] = []
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0 && bytes.readUInt32LE(at) === centralHeader; ) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [number, number, number] // three are read
    const local = bytes.readUInt32LE(at + 42)
    const from = local + localHeaderBytes + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(from, from + packed)
    parts.push(bytes.subarray(at + 46, at + 46 + name).toString(), (method === 8 ? inflateRawSync(data) : data).toString())
    at += 46 + name + extra + comment
    if (at + 4 > bytes.length) break
  }
  return parts.join('\n')
}

/** An answer as whoever got it can read it: headers that carry words, and the body, unpacked where it is packed. */
export async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const name = decodeURIComponent(response.headers.get('content-disposition') ?? '')
  const isPacked = bytes.subarray(0, 2).toString() === 'PK'
  return `${name}\n${isPacked ? unpacked(bytes) : bytes.toString('utf8')}`
}
