import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Fetcher } from '../../../../platform/fetching/index.ts'
import type { Source } from './addresses.ts'

/** The print of a file by the words of its publisher; of what is in it where it is packed. */
export interface Print {
  readonly sha256: string
  readonly of: 'file' | 'content'
}

/** Reads what publishers tell of their files; a list of all files is asked for once. */
export function makePrints(fetcher: Fetcher, signal: AbortSignal | undefined): (source: Source) => Promise<Print | undefined> {
  const lists = new Map<string, Promise<string | undefined>>()
  return async ({ address, prints }) => {
    if (!prints) return undefined
    const known = lists.get(prints.address) ?? fetcher.text(prints.address, { signal })
    lists.set(prints.address, known)
    const text = await known
    if (text === undefined) return undefined
    if (prints.kind === 'jvn-list') return inList(text, address)
    const sha256 = /^sha256:\s*([0-9a-f]{64})\s*$/im.exec(text)?.[1]
    return sha256 === undefined ? undefined : { sha256: sha256.toLowerCase(), of: 'content' }
  }
}

/** A JSON list of objects with a name or address of a file, and its print. */
function inList(text: string, address: string): Print | undefined {
  const name = nameOf(address)
  const found = listOf(text).find((one) => [fieldOf(one, 'filename'), fieldOf(one, 'url')].some((told) => nameOf(told) === name))
  const sha256 = fieldOf(found, 'sha256').toLowerCase()
  return /^[0-9a-f]{64}$/.test(sha256) ? { sha256, of: 'file' } : undefined
}

function listOf(text: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

function fieldOf(one: unknown, name: string): string {
  const value: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, name) : undefined
  return typeof value === 'string' ? value : ''
}

/** Last part of a path or address. */
export function nameOf(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/^.*\//, '')
}

/** Print of what is packed in a file; undefined where it cannot be unpacked to its end. */
export async function printOfContent(file: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), createGunzip(), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
