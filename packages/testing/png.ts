import { inflateSync } from 'node:zlib'

/** A picture as somebody else's program would read it. */
export interface ReadPng {
  readonly width: number
  readonly height: number
  /** Red, green and blue at a place. */
  readonly at: (x: number, y: number) => readonly [red: number, green: number, blue: number]
  /** Share of the pixels that are not white. */
  readonly ink: number
}

const channelsOf: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

/** Reads a PNG of 8 bits in true colour, with or without transparency; anything else is an error. */
export function readPng(bytes: Uint8Array): ReadPng {
  const file = Buffer.from(bytes)
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const [bits, colour = 0, , , interlaced] = file.subarray(24, 29)
  const channels = channelsOf[colour]
  if (bits !== 8 || channels === undefined || interlaced !== 0) throw new Error(`a PNG of another kind: ${bits} bits, colour ${colour}`)
  const rows = unfiltered(inflateSync(Buffer.concat(dataOf(file))), width * channels, channels)
  let inked = 0
  for (const row of rows)
    for (let n = 0; n < row.length; n += channels) if (row[n] !== 255 || row[n + 1] !== 255 || row[n + 2] !== 255) inked++
  const at = (x: number, y: number): readonly [number, number, number] => {
    const [red = 0, green = 0, blue = 0] = rows[y]?.subarray(x * channels, x * channels + 3) ?? []
    return [red, green, blue]
  }
  return { width, height, at, ink: inked / (width * height) }
}

function dataOf(file: Buffer): readonly Buffer[] {
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  return parts
}

/** Rows of pixels; each begins with the number of the filter by which it was written. */
function unfiltered(data: Buffer, rowBytes: number, channels: number): readonly Buffer[] {
  const rows: Buffer[] = []
  for (let start = 0; start < data.length; start += rowBytes + 1) {
    const filter = data[start] ?? 0
    const row = Buffer.from(data.subarray(start + 1, start + 1 + rowBytes))
    const above = rows.at(-1) ?? Buffer.alloc(rowBytes)
    for (let n = 0; n < rowBytes; n++) {
      const guess = guessOf(filter, row[n - channels] ?? 0, above[n] ?? 0, above[n - channels] ?? 0)
      row[n] = ((row[n] ?? 0) + guess) & 0xff
    }
    rows.push(row)
  }
  return rows
}

function guessOf(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const toLeft = Math.abs(up - corner)
  const toUp = Math.abs(left - corner)
  const toCorner = Math.abs(left + up - 2 * corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
