import type { AssetKind } from '@mimamori/domain'

/** The operating system of a computer of the directory, and whether that makes it a server or a PC. */
export function systemOf(name: string, version: string): { readonly os: string | undefined; readonly kind: AssetKind | undefined } {
  if (name === '') return { os: undefined, kind: undefined }
  const kind = /server/i.test(name) ? 'server' : /windows|mac ?os/i.test(name) ? 'pc' : undefined
  return { os: version === '' ? name : `${name} ${version}`, kind }
}
