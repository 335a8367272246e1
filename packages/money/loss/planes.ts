import { type Random, randomOf } from './random.ts'

/**
 * Events of one layer of a plane, in the order of their years. A plane is time × level: where events of unit rate lie on it, those below a
 * level are the events of a scenario of that frequency. So a frequency may be changed at will, and every event that stays is the same
 * event as before (common random numbers): two runs differ by the change alone.
 */
export interface Layer {
  readonly years: Int32Array
  readonly levels: Float64Array
  readonly from: number
  readonly to: number
}

/** Layers from the bottom up, without a gap. */
export interface Plane {
  readonly key: string
  readonly layers: Layer[]
}

/** Two layers to each doubling: 0 to 1/1024, then to 1/724, 1/512 … So less than a third of what is drawn lies above the level asked for. */
const lowestTop = 1 / 1024
const layersPerDoubling = 2

export function topOfLayer(at: number): number {
  return lowestTop * 2 ** (at / layersPerDoubling)
}

/** The layer in which a level lies. */
function layerOfLevel(level: number): number {
  return Math.max(0, Math.ceil(Math.log2(level / lowestTop) * layersPerDoubling))
}

/** Years are as long as they are, or by the factor of each year where good and bad years are modelled. */
export interface Clock {
  readonly years: number
  /** End of each year, where years have different lengths. */
  readonly ends?: Float64Array
}

/** So many events are drawn before a page gets a breath: some milliseconds of work. */
const breath = 65_536

/** Draws the layers up to a level that are not there yet. */
export function* drawPlane(plane: Plane, level: number, clock: Clock): Generator<void> {
  while (topOfLayer(plane.layers.length - 1) < level || (plane.layers.length === 0 && level > 0)) {
    const at = plane.layers.length
    const from = at === 0 ? 0 : topOfLayer(at - 1)
    plane.layers.push(yield* drawLayer({ from, to: topOfLayer(at) }, { clock, random: randomOf(`${plane.key}/${at}`) }))
  }
}

interface Band {
  readonly from: number
  readonly to: number
}

function* drawLayer({ from, to }: Band, { clock, random }: { clock: Clock; random: Random }): Generator<void, Layer> {
  const rate = to - from
  const length = clock.ends ? (clock.ends[clock.years - 1] ?? 0) : clock.years
  const times = growing(Math.ceil(length * rate + 6 * Math.sqrt(length * rate) + 16))
  let time = 0
  for (;;) {
    time = fillTimes(times, { time, length, rate }, random)
    if (time >= length) break
    yield
  }
  const { first, second: levels } = times.taken()
  yield
  for (let at = 0; at < levels.length; at++) levels[at] = from + rate * random()
  return { years: yearsOf(first, clock), levels, from, to }
}

/** Exponential waiting times between events; so many at once as a breath allows. Answers the time of the last one. */
function fillTimes(times: Growing, { time, length, rate }: { time: number; length: number; rate: number }, random: Random): number {
  times.makeRoom(1)
  const { first } = times
  let [now, count] = [time, times.count]
  const end = Math.min(count + breath, first.length)
  while (count < end) {
    now -= Math.log(random()) / rate
    if (now >= length) break
    first[count++] = now
  }
  times.count = count
  return now
}

/** Moments in their order as years. */
function yearsOf(times: Float64Array, { ends }: Clock): Int32Array {
  const years = new Int32Array(times.length)
  let year = 0
  for (let at = 0; at < times.length; at++) {
    const time = times[at] ?? 0
    if (ends) while ((ends[year] ?? Number.POSITIVE_INFINITY) <= time) year++
    years[at] = ends ? year : time
  }
  return years
}

/** Two columns that grow together. */
interface Growing {
  count: number
  first: Float64Array
  second: Float64Array
  readonly makeRoom: (more: number) => void
  readonly taken: () => { readonly first: Float64Array; readonly second: Float64Array }
}

function growing(expected: number): Growing {
  const list: Growing = {
    count: 0,
    first: new Float64Array(expected),
    second: new Float64Array(expected),
    makeRoom(more) {
      if (list.count + more <= list.first.length) return
      list.first = wider(list.first, list.count + more)
      list.second = wider(list.second, list.count + more)
    },
    taken: () => ({ first: list.first.subarray(0, list.count), second: list.second.subarray(0, list.count) }),
  }
  return list
}

function wider(column: Float64Array, least: number): Float64Array {
  const wide = new Float64Array(Math.max(least, column.length * 2))
  wide.set(column)
  return wide
}

/**
 * Of a scenario with at most one event a year: one level for each year, below its probability or not. All layers up to the level are made in
 * one pass over the years, whatever was there.
 */
export function* drawChances(plane: Plane, level: number, years: number): Generator<void> {
  const layers = layerOfLevel(level) + 1
  if (level === 0 || plane.layers.length >= layers) return
  const top = topOfLayer(layers - 1)
  const lists = Array.from({ length: layers }, () => growing(1024))
  const random = randomOf(`${plane.key}/chance`)
  for (let from = 0; from < years; from += breath) {
    for (let year = from; year < Math.min(years, from + breath); year++) {
      const chance = random()
      if (chance < top) put(lists[layerOfLevel(chance)], year, chance)
    }
    yield
  }
  plane.layers.length = 0
  for (const [at, list] of lists.entries()) {
    const { first, second: levels } = list.taken()
    plane.layers.push({ years: Int32Array.from(first), levels, from: at === 0 ? 0 : topOfLayer(at - 1), to: topOfLayer(at) })
  }
}

function put(list: Growing | undefined, year: number, chance: number): void {
  if (!list) return
  list.makeRoom(1)
  list.first[list.count] = year
  list.second[list.count] = chance
  list.count++
}
