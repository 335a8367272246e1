import { readFileSync } from 'node:fs'

/** The version of the program, as its package says. */
export const version: string = versionIn(JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')))

function versionIn(manifest: unknown): string {
  const found: unknown = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'version') : undefined
  return typeof found === 'string' ? found : '0.0.0'
}
