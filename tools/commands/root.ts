import { resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** A note for the person at the terminal, Japanese first; standard output stays free for answers. */
export function note(ja: string, en: string): void {
  process.stderr.write(`${ja}\n${en}\n`)
}

export function seconds(sinceMs: number): string {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`
}
