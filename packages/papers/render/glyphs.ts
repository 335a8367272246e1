/** Sets of the letters that the embedded typefaces have. */
export interface Glyphs {
  readonly has: (codePoint: number) => boolean
}

const geta = '〓'
/** Control characters, byte order marks and directions have no shape and no business on paper; line ends are kept. */
const invisible = /(?!\n)[\p{Cc}\p{Cf}]/gu
/** Variation selectors choose a form of the letter before them; a typeface without that form shows the usual one. */
const selector = (codePoint: number) => (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)

/** The same value with letters that cannot be shown as 〓; their code points are added to `missing`. */
export function replaceMissing<T>(value: T, glyphs: Glyphs, missing: Set<string>): T {
  if (typeof value === 'string') return shown(value, glyphs, missing) as T & string // a string stays a string
  if (Array.isArray(value)) return value.map((one: unknown) => replaceMissing(one, glyphs, missing)) as T & unknown[] // item by item
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]: [string, unknown]) => [key, replaceMissing(one, glyphs, missing)])) as T // key by key
}

function shown(text: string, glyphs: Glyphs, missing: Set<string>): string {
  let out = ''
  for (const letter of text.replace(invisible, ' ').toWellFormed()) {
    const code = letter.codePointAt(0) ?? 0
    if (code === 0x0a || selector(code) || glyphs.has(code)) out += letter
    else {
      missing.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
      out += geta
    }
  }
  return out
}

/** Reads the letters of a TrueType font from its `cmap` table (formats 4 and 12). */
export function readGlyphs(font: Uint8Array): Glyphs {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const ranges = subtables(view, cmap).flatMap((at) => rangesOf(view, at))
  const sorted = ranges.toSorted((a, b) => a[0] - b[0])
  return { has: (code) => isIn(sorted, code) }
}

/** Letters that every one of these fonts has. */
export function common(fonts: readonly Glyphs[]): Glyphs {
  return { has: (code) => fonts.every((font) => font.has(code)) }
}

type Range = readonly [first: number, last: number]

function isIn(ranges: readonly Range[], code: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range !== undefined && range[1] < code) low = middle + 1
    else high = middle
  }
  const range = ranges[low]
  return range !== undefined && range[0] <= code && code <= range[1]
}

function tableAt(view: DataView, tag: string): number {
  const count = view.getUint16(4)
  for (let n = 0; n < count; n++) {
    const at = 12 + n * 16
    const name = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`font without ${tag}`)
}

function subtables(view: DataView, cmap: number): readonly number[] {
  const count = view.getUint16(cmap + 2)
  return Array.from({ length: count }, (_, n) => cmap + view.getUint32(cmap + 4 + n * 8 + 4))
}

function rangesOf(view: DataView, at: number): readonly Range[] {
  const format = view.getUint16(at)
  if (format === 4) return rangesOfFormat4(view, at)
  return format === 12 ? rangesOfFormat12(view, at) : []
}

function rangesOfFormat12(view: DataView, at: number): readonly Range[] {
  return Array.from(
    { length: view.getUint32(at + 12) },
    (_, n) => [view.getUint32(at + 16 + n * 12), view.getUint32(at + 20 + n * 12)] as const,
  )
}

function rangesOfFormat4(view: DataView, at: number): readonly Range[] {
  const segments = view.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const offsets = deltas + segments * 2
  const ranges: Range[] = []
  for (let n = 0; n < segments; n++) {
    const first = view.getUint16(starts + n * 2)
    const last = view.getUint16(ends + n * 2)
    const offset = view.getUint16(offsets + n * 2)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code + view.getUint16(deltas + n * 2) : view.getUint16(offsets + n * 2 + offset + (code - first) * 2)
      if ((glyph & 0xffff) !== 0) ranges.push([code, code])
    }
  }
  return ranges
}
