import { Buffer } from 'node:buffer'
import { crc32, inflateRawSync } from 'node:zlib'

/** One file or folder as the directory of a ZIP tells of it. */
interface Listed {
  readonly name: Buffer
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly at: number
}

const localMark = 0x04034b50
const directoryMark = 0x02014b50
const endMark = 0x06054b50
const end64Mark = 0x06064b50
const locatorMark = 0x07064b50
const localLength = 30
const directoryLength = 46
const endLength = 22
const end64Length = 56
const locatorLength = 20
const sizesFollow = 0x0008
const inExtraField = 0xffffffff

/**
 * True if every byte of a ZIP belongs to a file, to a header that agrees with the directory, or to the directory: then
 * every program that unpacks it finds the same files, and nothing is hidden between them. Times and rights do not count.
 */
export function isWhollyListed(bytes: Uint8Array): boolean {
  try {
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const directory = directoryOf(zip)
    const entries = directory && entriesOf(zip, directory)
    if (!entries) return false
    let next = 0
    for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
      const after = entry.at === next ? endOf(zip, entry) : undefined
      if (after === undefined) return false
      next = after
    }
    return next === directory.from
  } catch {
    return false
  }
}

interface Directory {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Where the directory stands; undefined where anything but the end marks follows it, such as a comment. */
function directoryOf(zip: Buffer): Directory | undefined {
  const end = zip.length - endLength
  if (zip.readUInt32LE(end) !== endMark || zip.readUInt16LE(end + 20) !== 0 || zip.readUInt32LE(end + 4) !== 0) return undefined
  const locator = end - locatorLength
  if (locator >= 0 && zip.readUInt32LE(locator) === locatorMark) return largeDirectoryOf(zip, locator)
  const from = zip.readUInt32LE(end + 16)
  const to = from + zip.readUInt32LE(end + 12)
  return to === end ? { from, to, count: zip.readUInt16LE(end + 10) } : undefined
}

function largeDirectoryOf(zip: Buffer, locator: number): Directory | undefined {
  const end = locator - end64Length
  if (zip.readUInt32LE(end) !== end64Mark || Number(zip.readBigUInt64LE(end + 4)) !== end64Length - 12) return undefined
  if (Number(zip.readBigUInt64LE(locator + 8)) !== end) return undefined
  const from = Number(zip.readBigUInt64LE(end + 48))
  const to = from + Number(zip.readBigUInt64LE(end + 40))
  return to === end ? { from, to, count: Number(zip.readBigUInt64LE(end + 32)) } : undefined
}

function entriesOf(zip: Buffer, directory: Directory): readonly Listed[] | undefined {
  const entries: Listed[] = []
  let at = directory.from
  while (at < directory.to) {
    const nameTo = at + directoryLength + zip.readUInt16LE(at + 28)
    const extra = extraFields(zip.subarray(nameTo, nameTo + zip.readUInt16LE(at + 30)))
    const remarkLength = zip.readUInt16LE(at + 32)
    if (zip.readUInt32LE(at) !== directoryMark || remarkLength > 0 || !extra) return undefined
    const entry = {
      name: zip.subarray(at + directoryLength, nameTo),
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
    }
    entries.push({ ...entry, ...sizesOf(zip, at, extra.get(zip64Field)) })
    at = nameTo + zip.readUInt16LE(at + 30)
  }
  return at === directory.to && entries.length === directory.count ? entries : undefined
}

/** Sizes and place, from the extra field of large archives where the header says so. */
function sizesOf(zip: Buffer, at: number, large: Buffer | undefined): Pick<Listed, 'bytes' | 'packedBytes' | 'at'> {
  let read = 0
  const value = (plain: number) => {
    if (plain !== inExtraField || !large) return plain
    read += 8
    return Number(large.readBigUInt64LE(read - 8))
  }
  const bytes = value(zip.readUInt32LE(at + 24))
  const packedBytes = value(zip.readUInt32LE(at + 20))
  return { bytes, packedBytes, at: value(zip.readUInt32LE(at + 42)) }
}

const zip64Field = 0x0001
/** Fields of large archives, of times and of owners: none of them can change what a file is called or holds. */
const harmlessFields: ReadonlySet<number> = new Set([zip64Field, 0x000a, 0x5455, 0x5855, 0x7855, 0x7875])
const longestField = 64

function extraFields(bytes: Buffer): ReadonlyMap<number, Buffer> | undefined {
  const fields = new Map<number, Buffer>()
  let at = 0
  while (at < bytes.length) {
    const id = bytes.readUInt16LE(at)
    const length = bytes.readUInt16LE(at + 2)
    if (!harmlessFields.has(id) || fields.has(id) || length > longestField || at + 4 + length > bytes.length) return undefined
    fields.set(id, bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}

/** Where the next entry must begin, or undefined where the header before the data, or the data, is not as listed. */
function endOf(zip: Buffer, entry: Listed): number | undefined {
  const nameTo = entry.at + localLength + zip.readUInt16LE(entry.at + 26)
  const from = nameTo + zip.readUInt16LE(entry.at + 28)
  const to = from + entry.packedBytes
  const agrees =
    zip.readUInt32LE(entry.at) === localMark &&
    zip.readUInt16LE(entry.at + 6) === entry.flags &&
    zip.readUInt16LE(entry.at + 8) === entry.method &&
    zip.subarray(entry.at + localLength, nameTo).equals(entry.name) &&
    extraFields(zip.subarray(nameTo, from)) !== undefined
  if (!agrees || !isWholeContent(zip.subarray(from, to), entry)) return undefined
  if ((entry.flags & sizesFollow) !== 0) return endOfSizes(zip, entry, to)
  const sizes = [zip.readUInt32LE(entry.at + 18), zip.readUInt32LE(entry.at + 22)]
  const same = [entry.packedBytes, entry.bytes].every((size, n) => sizes[n] === size || sizes[n] === inExtraField)
  return same && zip.readUInt32LE(entry.at + 14) === entry.crc ? to : undefined
}

/** Sizes behind the data, with or without their mark, in four bytes or in eight. */
function endOfSizes(zip: Buffer, entry: Listed, at: number): number | undefined {
  const small = Buffer.alloc(12)
  small.writeUInt32LE(entry.crc, 0)
  small.writeUInt32LE(entry.packedBytes, 4)
  small.writeUInt32LE(entry.bytes, 8)
  const large = Buffer.alloc(20)
  large.writeUInt32LE(entry.crc, 0)
  large.writeBigUInt64LE(BigInt(entry.packedBytes), 4)
  large.writeBigUInt64LE(BigInt(entry.bytes), 12)
  const mark = Buffer.from([0x50, 0x4b, 0x07, 0x08])
  const forms = [Buffer.concat([mark, large]), Buffer.concat([mark, small]), large, small]
  const found = forms.find((form) => zip.subarray(at, at + form.length).equals(form))
  return found && at + found.length
}

/** The packed data are this content and nothing behind it; a folder has none. */
function isWholeContent(packed: Buffer, entry: Listed): boolean {
  if (packed.length !== entry.packedBytes || (entry.name.at(-1) === 0x2f && entry.bytes > 0)) return false
  if (entry.method === 0) return packed.length === entry.bytes && crc32(packed) === entry.crc
  if (packed.length === 0) return false
  const { buffer, engine } = inflateRawSync(packed, { info: true, maxOutputLength: Math.max(1, entry.bytes) }) as unknown as Unpacked // `info` is not in the types
  return engine.bytesWritten === packed.length && buffer.length === entry.bytes && crc32(buffer) === entry.crc
}

interface Unpacked {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}
