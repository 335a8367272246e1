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

function bitsOfBytes(address: string): string | undefined {
  const parts = address.split('.')
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined
  return parts.map((part) => Number(part).toString(2).padStart(8, '0')).join('')
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
  readonly #lengths = new Set<number>()

  add(block: Block, of: T): void {
    const key = `${block.family}:${block.bits}`
    const same = this.#byBits.get(key)
    if (same) same.push(of)
    else this.#byBits.set(key, [of])
    this.#lengths.add(block.bits.length)
  }

  find({ family, bits }: Block): readonly T[] {
    for (const length of [...this.#lengths].sort((a, b) => b - a)) {
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
