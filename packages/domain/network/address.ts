/** An address or a block of addresses as bits, `4:` or `6:` before them; a block has fewer. */
export interface Block {
  readonly family: '4' | '6'
  readonly bits: string
}

/** Reads `10.18.20.7`, `10.18.20.0/24` or their like in IPv6; undefined for anything else. */
export function blockOf(text: string): Block | undefined {
  const [address = '', length, ...more] = text.trim().toLowerCase().split('/')
  const all = address.includes(':') ? bitsOfGroups(address) : bitsOfBytes(address)
  if (all === undefined || more.length > 0) return undefined
  const family = all.length === 32 ? '4' : '6'
  if (length === undefined) return { family, bits: all }
  const count = /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN
  return count <= all.length ? { family, bits: all.slice(0, count) } : undefined
}

const bitsOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(2).padStart(8, '0'))

function bitsOfBytes(address: string): string | undefined {
  const parts = address.split('.')
  if (parts.length !== 4) return undefined
  let all = ''
  for (const part of parts) {
    const bits = /^\d{1,3}$/.test(part) ? bitsOfByte[Number(part)] : undefined
    if (bits === undefined) return undefined
    all += bits
  }
  return all
}

function bitsOfGroups(address: string): string | undefined {
  const [before = '', after, ...more] = address.split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const [head, tail] = [groups(before), groups(after)]
  const missing = 8 - head.length - tail.length
  if (more.length > 0 || (after === undefined ? missing !== 0 : missing < 1)) return undefined
  const all = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  if (all.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return undefined
  return all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('')
}

/** Blocks by what they belong to, found by an address: the longest wins, and of equally long ones all. */
export class BlockTable<T> {
  readonly #byBits = new Map<string, T[]>()
  /** Lengths of the blocks, the longest first. */
  #lengths: readonly number[] = []

  add(block: Block, of: T): void {
    const key = `${block.family}:${block.bits}`
    const same = this.#byBits.get(key)
    if (same) same.push(of)
    else this.#byBits.set(key, [of])
    const { length } = block.bits
    if (!this.#lengths.includes(length)) this.#lengths = [...this.#lengths, length].sort((a, b) => b - a)
  }

  find({ family, bits }: Block): readonly T[] {
    for (const length of this.#lengths) {
      const found = length <= bits.length ? this.#byBits.get(`${family}:${bits.slice(0, length)}`) : undefined
      if (found) return found
    }
    return []
  }
}

/** The block of 256 addresses around an IPv4 address, as a person would name it. */
export function usualBlockOf(ip: string): string | undefined {
  return bitsOfBytes(ip.trim()) === undefined ? undefined : ip.trim().replace(/\.\d+$/, '.0/24')
}
