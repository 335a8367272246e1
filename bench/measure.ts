export interface Measured {
  readonly median: number
  readonly p95: number
  readonly fastest: number
  readonly slowest: number
}

/** With the time of the processor, which other programs of the machine lengthen less. */
export interface MeasuredAlone extends Measured {
  readonly processor: number
}

/** Milliseconds of a piece of work over some rounds after a warm-up; each round may prepare itself unmeasured. */
export function measure<T>(rounds: number, prepare: (round: number) => T, work: (prepared: T) => unknown): Measured {
  for (let round = 0; round < 3; round++) work(prepare(round))
  const times = Array.from({ length: rounds }, (_, round) => {
    const prepared = prepare(round)
    const begun = performance.now()
    work(prepared)
    return performance.now() - begun
  })
  return summary(times)
}

/** As `measure`, for work that stays in this thread: the median of what the thread itself had of the processor, too. */
export function measureAlone<T>(rounds: number, prepare: (round: number) => T, work: (prepared: T) => unknown): MeasuredAlone {
  const used: number[] = []
  const measured = measure(rounds, prepare, (prepared) => {
    const before = process.threadCpuUsage()
    work(prepared)
    const { user, system } = process.threadCpuUsage(before)
    used.push((user + system) / 1000)
  })
  return { ...measured, processor: summary(used.slice(-rounds)).median }
}

function summary(times: readonly number[]): Measured {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95), fastest: at(0), slowest: at(1) }
}

/** Milliseconds of asynchronous work over some rounds after a warm-up, with the 95th percentile; `prepare` is not measured. */
export async function measured(
  rounds: number,
  work: () => Promise<unknown>,
  prepare: () => Promise<unknown> = async () => undefined,
): Promise<Measured> {
  for (let round = 0; round < 3; round++) await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await prepare()
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return summary(times)
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
