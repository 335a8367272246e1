import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWeb } from '../web/build.ts'
import type { Problem } from './problem.ts'

const limitBytes = 350_000

/**
 * What a browser must load before the first page shows, gzipped, stays within 350 kB in every language. Builds the web
 * first.
 */
export async function run(root: string): Promise<readonly Problem[]> {
  if (existsSync(join(root, 'packages/web/index.html'))) {
    const failed = await buildWeb(root)
    if (failed !== undefined) return [{ file: 'packages/web', message: `the web cannot be built: ${failed}` }]
  }
  const page = '.build/web/index.html'
  if (!existsSync(join(root, page))) return []
  const files = firstLoad(readFileSync(join(root, page), 'utf8'))
  if (files.length === 0) return [{ file: page, message: 'the page loads no script at all' }]
  const sizes = [...files, ...heaviest(root, languagesOf(root))].map((file) => ({ file, bytes: gzipped(root, file) }))
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total <= limitBytes) return []
  const parts = sizes.map(({ file, bytes }) => `${file} ${Math.round(bytes / 1000)} kB`).join(', ')
  return [{ file: page, message: `first load is ${Math.round(total / 1000)} kB gzip, over ${limitBytes / 1000} kB: ${parts}` }]
}

function gzipped(root: string, file: string): number {
  return gzipSync(readFileSync(join(root, '.build/web', file))).length
}

/** The sentences of each language: the page asks for one of them before it shows anything. */
function languagesOf(root: string): readonly string[] {
  const folder = join(root, '.build/web/assets')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => (/^(en|ja)-.*\.js$/.test(name) ? [`assets/${name}`] : []))
}

function heaviest(root: string, files: readonly string[]): readonly string[] {
  const [most] = files.toSorted((a, b) => gzipped(root, b) - gzipped(root, a))
  return most === undefined ? [] : [most]
}

/** Scripts, preloaded modules and style sheets of the page, relative to its folder. */
export function firstLoad(html: string): readonly string[] {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? []
  return tags.flatMap((tag) => {
    if (tag.startsWith('<link') && !/rel="?(modulepreload|stylesheet)/.test(tag)) return []
    const [, path] = /(?:src|href)="(?:\.?\/)?([^":]+)"/.exec(tag) ?? []
    return path === undefined ? [] : [path]
  })
}
