import type { Measured } from './measure.ts'

/** One figure as it is printed; `missed` names it where it does not hold its bar. */
export interface Row {
  readonly text: string
  readonly missed?: string
}

/** What a figure must reach: at most so much, or at least. */
export type Bar = { readonly most: number } | { readonly least: number }

/** A line without a figure of its own: what the rows below it are measured on. */
export function heading(text: string): Row {
  return { text }
}

export interface TimeOptions {
  /** Milliseconds that the median or the 95th percentile may take. */
  readonly bar?: { readonly median: number } | { readonly p95: number }
  readonly per?: { readonly count: number; readonly unit: string }
}

/** Milliseconds of a piece of work: the median, the fastest to the slowest, the 95th percentile, and whether its bar holds. */
export function timeRow(name: string, { median, p95, fastest, slowest }: Measured, { bar, per }: TimeOptions = {}): Row {
  const unit = per ? `  ${((median * 1000) / per.count).toFixed(2)} µs per ${per.unit}` : ''
  const figures = `${median.toFixed(2).padStart(9)} ms  (${fastest.toFixed(2)}–${slowest.toFixed(2)}, p95 ${p95.toFixed(2)})${unit}`
  if (!bar) return row(name, figures)
  return 'p95' in bar
    ? row(name, figures, { bar: `p95 ${bar.p95} ms`, isHeld: p95 <= bar.p95 })
    : row(name, figures, { bar: `median ${bar.median} ms`, isHeld: median <= bar.median })
}

/** Any other figure: memory, a rate, a share. */
export function figureRow(name: string, value: number, { unit, bar, digits = 0 }: { unit: string; bar?: Bar; digits?: number }): Row {
  const figure = `${value.toFixed(digits).padStart(9)} ${unit}`
  if (!bar) return row(name, figure)
  return 'most' in bar
    ? row(name, figure, { bar: `at most ${bar.most} ${unit}`, isHeld: value <= bar.most })
    : row(name, figure, { bar: `at least ${bar.least} ${unit}`, isHeld: value >= bar.least })
}

function row(name: string, figures: string, held?: { readonly bar: string; readonly isHeld: boolean }): Row {
  const text = `  ${name.padEnd(58)} ${figures}`
  if (!held) return { text }
  return held.isHeld ? { text: `${text}  bar ${held.bar}: held` } : { text: `${text}  bar ${held.bar}: MISSED`, missed: name }
}

const begun = performance.now()

/** What is being done now, for the person who waits; the figures alone go to the standard output. */
export function step(what: string): void {
  process.stderr.write(`[${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s] ${what}\n`)
}
