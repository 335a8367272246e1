import { createRequire } from 'node:module'

/** As far as we use it; the package of a platform carries the compiler and no types. */
export interface Typst {
  compile(options: { mainFileContent: string; inputs: Record<string, string> }): {
    readonly result: { readonly numOfPages: number } | null
    hasError(): boolean
    takeError(): { readonly shortDiagnostics: readonly unknown[] } | null
  }
  pdf(document: { readonly numOfPages: number }, options: { pdfStandard: string }): Uint8Array
  evictCache(maxAge: number): void
}

const require = createRequire(import.meta.url)

/**
 * NOTE: named by platform, not by the common package, whose newest release with tagged PDF lacks most platforms in the
 * registry; `npm ci` would refuse the lock file everywhere. Where there is no compiler, papers come as HTML.
 */
const packages = ['@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu', '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl']

export function loadTypst(fonts: readonly Uint8Array[], workspace: string): Typst {
  for (const name of packages) {
    const loaded = tryRequire(name)
    if (loaded) return loaded.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] })
  }
  throw new Error('no typst compiler for this platform')
}

interface Binding {
  readonly NodeCompiler: { create(options: { workspace: string; fontArgs: readonly { fontBlobs: readonly Uint8Array[] }[] }): Typst }
}

function tryRequire(name: string): Binding | undefined {
  try {
    return require(name) as Binding // a native module has no types of its own
  } catch {
    return undefined
  }
}
