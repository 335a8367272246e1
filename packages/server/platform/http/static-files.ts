import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { AppEnvironment } from './request-facts.ts'

const compress = promisify(gzip)

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}
const compressible = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.txt', '.webmanifest', '.wasm'])

interface Asset {
  readonly bytes: Buffer
  readonly gzipped: Buffer | undefined
  readonly type: string
  readonly etag: string
  readonly modifiedMs: number
}

/** NOTE: the id of a sheet has points in it and may stand last in the address of a page; what the build makes has an ending we serve. */
function isFile(path: string): boolean {
  return path.startsWith('/assets/') || types[extname(path)] !== undefined
}

/** The build puts a hash of the contents into these names, so they never change. */
function isHashed(path: string): boolean {
  return /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path)
}

async function readAsset(file: string, modifiedMs: number): Promise<Asset> {
  const bytes = await readFile(file)
  const ending = extname(file)
  const isWorth = compressible.has(ending) && bytes.length > 1_000
  const gzipped = isWorth ? await compress(bytes, { level: constants.Z_BEST_COMPRESSION }) : undefined
  return {
    bytes,
    gzipped,
    type: types[ending] ?? 'application/octet-stream',
    etag: `"${bytes.length.toString(36)}-${modifiedMs.toString(36)}"`,
    modifiedMs,
  }
}

/** Undefined for anything outside the folder, hidden, or no file. */
async function locate(root: string, path: string): Promise<{ file: string; modifiedMs: number } | undefined> {
  const relative = normalize(path)
  if (path.includes('\0') || relative.split(sep).some((part) => part.startsWith('.'))) return undefined
  const file = await realpath(join(root, relative)).catch(() => undefined)
  if (file === undefined || !file.startsWith(root + sep)) return undefined
  const info = await stat(file)
  return info.isFile() ? { file, modifiedMs: Math.floor(info.mtimeMs) } : undefined
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}

/** The built screens from memory. Any other address of a page gets index.html, and the page finds its own way. */
export function staticFiles(folder: string): MiddlewareHandler<AppEnvironment> {
  const cache = new Map<string, Asset>()

  async function load(path: string): Promise<Asset | undefined> {
    const root = await realpath(folder).catch(() => undefined)
    const found = root === undefined ? undefined : await locate(root, path)
    if (!found) return undefined
    const kept = cache.get(found.file)
    if (kept && kept.modifiedMs === found.modifiedMs) return kept
    const asset = await readAsset(found.file, found.modifiedMs)
    cache.set(found.file, asset)
    return asset
  }

  return async (context, next) => {
    const path = decodePath(context.req.path)
    if ((context.req.method !== 'GET' && context.req.method !== 'HEAD') || path.startsWith('/api/')) return next()
    const isPage = !isFile(path)
    const asset = (isPage ? undefined : await load(path)) ?? (isPage ? await load('/index.html') : undefined)
    if (!asset) return next()
    context.set('route', 'static')
    const caching = isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers = { 'content-type': asset.type, etag: asset.etag, 'cache-control': caching, vary: 'accept-encoding' }
    if (context.req.header('if-none-match') === asset.etag) return context.body(null, 304, headers)
    const canGzip = asset.gzipped !== undefined && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')
    const bytes = canGzip ? (asset.gzipped ?? asset.bytes) : asset.bytes
    return context.body(new Uint8Array(bytes), 200, { ...headers, ...(canGzip ? { 'content-encoding': 'gzip' } : {}) })
  }
}
