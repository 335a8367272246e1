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
  /** Where years have different lengths. */
  readonly uneven?: UnevenYears
}

/** Years of different lengths, in a time of which one unit is a year of mean length. */
interface UnevenYears {
  readonly ends: Float64Array
  /** For each whole unit of time the year in which it begins, so that the year of an event is found in a step or two. */
  readonly yearAt: Int32Array
}

/** Years laid end to end; `ends` grows from year to year. */
export function unevenYears(ends: Float64Array): UnevenYears {
  const yearAt = new Int32Array(Math.ceil(ends.at(-1) ?? 0))
  let year = 0
  for (let time = 0; time < yearAt.length; time++) {
    while ((ends[year] ?? Number.POSITIVE_INFINITY) <= time) year++
    yearAt[time] = year
  }
  return { ends, yearAt }
}

/** So many events are drawn before a page gets a breath: some milliseconds of work. */
const breath = 65_536

/** Moments of events, and the room for the year of each. */
export interface Unplaced {
  readonly times: Float64Array
  readonly years: Int32Array
}

/** Draws the layers up to a level that are not there yet. Their events still have to be placed in their years, all scenarios together. */
export function* drawPlane(
  plane: Plane,
  level: number,
  { clock, unplaced }: { readonly clock: Clock; readonly unplaced: Unplaced[] },
): Generator<void> {
  while (topOfLayer(plane.layers.length - 1) < level || (plane.layers.length === 0 && level > 0)) {
    const at = plane.layers.length
    const from = at === 0 ? 0 : topOfLayer(at - 1)
    const band = { from, to: topOfLayer(at) }
    const { times, levels } = yield* drawEvents(band, { clock, random: randomOf(`${plane.key}/${at}`) })
    const years = new Int32Array(times.length)
    unplaced.push({ times, years })
    plane.layers.push({ years, levels, ...band })
  }
}

interface Band {
  readonly from: number
  readonly to: number
}

function* drawEvents({ from, to }: Band, { clock, random }: { clock: Clock; random: Random }) {
  const rate = to - from
  const length = clock.uneven?.ends[clock.years - 1] ?? clock.years
  const list = growing(Math.ceil(length * rate + 6 * Math.sqrt(length * rate) + 16))
  let time = 0
  for (;;) {
    time = fillTimes(list, { time, length, rate }, random)
    if (time >= length) break
    yield
  }
  const { first: times, second: levels } = list.taken()
  yield
  spread(levels, { from, rate }, random)
  return { times, levels }
}

/** Even levels within a band. */
function spread(levels: Float64Array, { from, rate }: { readonly from: number; readonly rate: number }, random: Random): void {
  for (let at = 0; at < levels.length; at++) levels[at] = from + rate * random()
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

/** So many years are looked at before the next ones, for all lists of moments: few enough to stay in the processor's own memory. */
export const blockOfYears = 32_768

/** Finds the year of each moment; moments are in their order. */
export function* placeInYears(unplaced: readonly Unplaced[], { years, uneven }: Clock): Generator<void> {
  const places = unplaced.map(() => 0)
  for (let from = 0; from < years; from += blockOfYears) {
    const to = Math.min(years, from + blockOfYears)
    const until = uneven ? (uneven.ends[to - 1] ?? 0) : to
    for (const [at, one] of unplaced.entries()) places[at] = placeUntil(one, { place: places[at] ?? 0, until }, uneven)
    yield
  }
}

/** Places the moments before `until`; answers the place of the first one after it. */
function placeUntil(
  { times, years }: Unplaced,
  { place, until }: { place: number; until: number },
  uneven: UnevenYears | undefined,
): number {
  let at = place
  for (; at < times.length; at++) {
    const time = times[at] ?? 0
    if (time >= until) break
    years[at] = uneven ? yearOf(time, uneven) : time
  }
  return at
}

function yearOf(time: number, { ends, yearAt }: UnevenYears): number {
  let year = yearAt[Math.floor(time)] ?? 0
  while ((ends[year] ?? Number.POSITIVE_INFINITY) <= time) year++
  return year
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
