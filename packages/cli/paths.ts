import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where data lie unless MIMAMORI_DATA says otherwise. */
export const defaultDataFolder = `${root}data`
export const examplesFolder = `${root}examples`

/** The version of the program, as its package says. */
export const version: string = (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }).version // npm wants one in every package

/** The built screens, once `npm start` has built them. */
export function webFolder(): string | undefined {
  const folder = `${root}.build/web`
  return existsSync(`${folder}/index.html`) ? folder : undefined
}
