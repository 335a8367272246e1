import { opendir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { byteSource, type FileInput } from '../bytes.ts'
import { problemOfError, UserError, userError } from '../errors.ts'
import { type FeedOptions, openFeed } from './open.ts'
import { type FoundFeed, feedLimits } from './types.ts'
import { openZipFeeds } from './zip.ts'

/**
 * Every feed in a folder, a ZIP or a single file, one after the other in the order of their names; read one before asking for the
 * next. A file that is no feed is told, and the others are read. Links and hidden files are passed over.
 */
export async function* openFeeds(input: FileInput, options: FeedOptions = {}): AsyncIterable<FoundFeed> {
  const path = typeof input === 'string' ? input : undefined
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
  if (path === undefined || !found?.isDirectory()) {
    yield* openFile(input, options)
    return
  }
  const most = options.limits?.maxFiles ?? feedLimits.maxFiles
  let files = 0
  for await (const name of namesBelow(path, '')) {
    const file = `${basename(path)}/${name}`
    if (++files > most) throw userError('feed/too-many-files', { file: basename(path) }, { limit: most })
    yield* openFile(join(path, name), { ...options, name: file })
  }
}

async function* openFile(input: FileInput, options: FeedOptions): AsyncIterable<FoundFeed> {
  try {
    const limits = { ...feedLimits, ...options.limits }
    const source = await byteSource(input, { maxBytes: limits.maxBytes, ...(options.name !== undefined && { name: options.name }) })
    const [first, second, third] = await source.head(4)
    if (first === 0x50 && second === 0x4b && (third === 0x03 || third === 0x05)) yield* openZipFeeds(source, limits)
    else yield { kind: 'feed', feed: await openFeed(input, options) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    yield { kind: 'unread', problem: problemOfError(error) }
  }
}

/** NOTE: a folder of CVE records has some 300,000 files in folders of a thousand: names are sorted folder by folder. */
async function* namesBelow(path: string, prefix: string): AsyncIterable<string> {
  const entries: { readonly name: string; readonly isFolder: boolean }[] = []
  for await (const entry of await opendir(path)) {
    if (entry.name.startsWith('.') || !(entry.isDirectory() || entry.isFile())) continue
    entries.push({ name: entry.name, isFolder: entry.isDirectory() })
  }
  for (const { name, isFolder } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isFolder) yield* namesBelow(join(path, name), `${prefix}${name}/`)
    else yield `${prefix}${name}`
  }
}
