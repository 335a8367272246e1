export interface Measured {
  readonly median: number
  readonly fastest: number
  readonly slowest: number
}

/** Milliseconds of a piece of work over some rounds after a warm-up; each round may prepare itself unmeasured. */
export function measure<T>(rounds: number, prepare: (round: number) => T, work: (prepared: T) => unknown): Measured {
  for (let round = 0; round < 3; round++) work(prepare(round))
  const times = Array.from({ length: rounds }, (_, round) => {
    const prepared = prepare(round)
    const begun = performance.now()
    work(prepared)
    return performance.now() - begun
  }).sort((a, b) => a - b)
  return { median: times[Math.floor(times.length / 2)] ?? 0, fastest: times[0] ?? 0, slowest: times.at(-1) ?? 0 }
}

/** Milliseconds for a fixed piece of arithmetic: what this machine manages now, to read the other figures by. */
export function calibrate(): number {
  return measure(
    9,
    () => 0,
    () => {
      let hash = 0
      for (let at = 0; at < 5_000_000; at++) hash = Math.imul(hash ^ at, 2654435761)
      return hash
    },
  ).median
}

export function line(name: string, { median, fastest, slowest }: Measured, per?: { count: number; unit: string }): string {
  const unit = per ? `  ${((median * 1000) / per.count).toFixed(2)} µs per ${per.unit}` : ''
  return `${name.padEnd(58)} ${median.toFixed(2).padStart(9)} ms  (${fastest.toFixed(2)}–${slowest.toFixed(2)})${unit}`
}
