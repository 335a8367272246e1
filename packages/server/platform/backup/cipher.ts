import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import { damagedBackup, notABackup, truncatedBackup, wrongKey } from './messages.ts'
import { deriveKeys, type RecoveryKey } from './recovery-key.ts'

/**
 * The file: magic, salt, check of the key; then chunks of at most 64 kB, each with its length before and its tag behind
 * it. The number of a chunk and whether it is the last are part of its nonce, so that none can be changed, moved, left out
 * or cut off without being found out.
 */
const magic = Buffer.from('MIMAMORI-BACKUP 1\n')
const saltBytes = 32
const checkBytes = 16
const headBytes = magic.length + saltBytes + checkBytes
const chunkBytes = 64 * 1024
const tagBytes = 16

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

interface Chunk {
  readonly number: number
  readonly isLast: boolean
}

interface Sealing {
  readonly key: Buffer
  readonly head: Buffer
}

function sealChunk({ key, head }: Sealing, { number, isLast }: Chunk, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagBytes })
  cipher.setAAD(head)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text, cipher.getAuthTag()])
}

function openChunk({ key, head }: Sealing, { number, isLast }: Chunk, sealed: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: tagBytes })
  decipher.setAAD(head)
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

/** Bytes in pieces of any size, handed on in pieces of exactly the size asked for. */
class Portions {
  private readonly source: AsyncIterator<Uint8Array>
  private held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** As many bytes as asked for; fewer where the source has ended. */
  async take(bytes: number): Promise<Buffer> {
    const parts = [this.held]
    let size = this.held.length
    while (size < bytes) {
      const next = await this.source.next()
      if (next.done) break
      parts.push(Buffer.from(next.value))
      size += next.value.length
    }
    const all = Buffer.concat(parts)
    this.held = all.subarray(bytes)
    return all.subarray(0, bytes)
  }
}

export async function* encrypt(source: AsyncIterable<Uint8Array>, recoveryKey: RecoveryKey): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes)
  const keys = deriveKeys(recoveryKey, salt)
  const head = Buffer.concat([magic, salt, keys.check])
  yield head
  const sealing = { key: keys.cipher, head }
  const portions = new Portions(source)
  let plain = await portions.take(chunkBytes)
  for (let number = 0; ; number++) {
    const next = await portions.take(chunkBytes)
    const isLast = next.length === 0
    yield sealChunk(sealing, { number, isLast }, plain)
    if (isLast) return
    plain = next
  }
}

async function readHead(portions: Portions, recoveryKey: RecoveryKey): Promise<Sealing> {
  const head = await portions.take(headBytes)
  if (!head.subarray(0, magic.length).equals(magic)) throw notABackup()
  if (head.length < headBytes) throw truncatedBackup()
  const keys = deriveKeys(recoveryKey, head.subarray(magic.length, magic.length + saltBytes))
  if (!timingSafeEqual(keys.check, head.subarray(-checkBytes))) throw wrongKey()
  return { key: keys.cipher, head }
}

async function readChunk(portions: Portions): Promise<Buffer> {
  const length = await portions.take(4)
  if (length.length < 4) throw truncatedBackup()
  const size = length.readUInt32BE()
  if (size > chunkBytes) throw damagedBackup()
  const sealed = await portions.take(size + tagBytes)
  if (sealed.length < size + tagBytes) throw truncatedBackup()
  return sealed
}

/** The plain bytes. Throws before the end where the key is another, a bit differs or the end is missing. */
export async function* decrypt(source: AsyncIterable<Uint8Array>, recoveryKey: RecoveryKey): AsyncGenerator<Buffer> {
  const portions = new Portions(source)
  const sealing = await readHead(portions, recoveryKey)
  for (let number = 0; ; number++) {
    const sealed = await readChunk(portions)
    const plain = openChunk(sealing, { number, isLast: false }, sealed)
    if (plain) {
      yield plain
      continue
    }
    const last = openChunk(sealing, { number, isLast: true }, sealed)
    if (!last) throw damagedBackup()
    if ((await portions.take(1)).length > 0) throw damagedBackup()
    yield last
    return
  }
}
