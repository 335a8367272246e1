import { loadCatalogue } from '@mimamori/catalog'
import type { InstalledProduct } from '@mimamori/domain'
import {
  type Advisory,
  type AdvisoryIndex,
  criterionReader,
  eachAnswer,
  fleetOf,
  indexBuilder,
  matchAll,
  matchOne,
  productBook,
  rowIndexOf,
  testsOf,
} from '@mimamori/matching'
import { measureEntry } from './matching-entry.ts'
import { leavesIn, type Shape } from './matching-shape.ts'
import { generatedAdvisories, generatedRows, hospitalRows } from './matching-world.ts'
import { type Measured, type MeasuredAlone, measureAlone } from './measure.ts'

/** Figures of one run, measured in a process of its own so that its memory is nobody else's. */
export interface MatchingFigures {
  readonly criteria: number
  readonly bytesPerCriterion: number
  readonly buildSeconds: number
  readonly buildProcessor: number
  readonly retainedMegabytes: number
  /** While the index was built, with what feeds and names need for it. */
  readonly buildMegabytesAtMost: number
  readonly fleets: readonly FleetFigures[]
}

export interface FleetFigures {
  readonly name: string
  readonly rows: number
  readonly pairs: number
  readonly readSeconds: number
  readonly match: MeasuredAlone
  readonly tests: number
  readonly answers: number
  readonly tell: MeasuredAlone
}

export interface InverseFigures {
  readonly rows: number
  readonly pairs: number
  readonly one: MeasuredAlone
  readonly slowestRows: number
  readonly many: MeasuredAlone
  readonly manyCriteria: number
  readonly entry: Measured
}

const book = productBook(loadCatalogue().reference.knownProducts)
const megabyte = 1_000_000

/** Typed arrays of an index: ranges, where groups begin, conditions, and versions where they are numbers. */
function bytesOf({ words, starts, shorts, rares, clauses, versions }: AdvisoryIndex): number {
  const arrays = [words, starts, shorts, rares, clauses.advisories, clauses.programs, clauses.tokens]
  const codes = [...versions.values()].flatMap((sorted) => (sorted.kind === 'codes' ? sorted.codes : []))
  return [...arrays, ...codes].reduce((sum, { byteLength }) => sum + byteLength, 0)
}

function retained(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / megabyte
}

/** Advisories that are made before they are read, so that the making is not measured; few enough to lie in memory. */
const atOnce = 2000

/** The index of generated advisories, and the seconds that it took by itself. */
function builtIndex(shape: Shape, { advisories, seed }: { readonly advisories: number; readonly seed: number }) {
  const builder = indexBuilder(book)
  const made = generatedAdvisories(shape, { count: advisories, seed })
  const time = { seconds: 0, processor: 0 }
  const timed = <T>(work: () => T): T => {
    const [begun, before] = [performance.now(), process.threadCpuUsage()]
    const result = work()
    const { user, system } = process.threadCpuUsage(before)
    time.seconds += (performance.now() - begun) / 1000
    time.processor += (user + system) / 1e6
    return result
  }
  let criteria = 0
  for (let batch = nextOf(made); batch.length > 0; batch = nextOf(made)) {
    for (const { conditions } of batch) criteria += leavesIn(conditions).length
    timed(() => {
      for (const advisory of batch) builder.add(advisory)
    })
  }
  return { index: timed(() => builder.build()), criteria, ...time }
}

/** NOTE: `take` of an iterator would end it. */
function nextOf(made: Iterator<Advisory>): readonly Advisory[] {
  const batch: Advisory[] = []
  while (batch.length < atOnce) {
    const { done, value } = made.next()
    if (done) break
    batch.push(value)
  }
  return batch
}

export interface Sizes {
  readonly advisories: number
  readonly rows: number
  readonly seed: number
}

export function runMatching(shape: Shape, { advisories, rows, seed }: Sizes): MatchingFigures {
  const atFirst = retained()
  const { index, criteria, seconds, processor } = builtIndex(shape, { advisories, seed })
  const buildMegabytesAtMost = (process.resourceUsage().maxRSS * 1024) / megabyte
  const build = { buildSeconds: seconds, buildProcessor: processor, buildMegabytesAtMost }
  const retainedMegabytes = retained() - atFirst
  const named = { hospital: hospitalRows({ count: rows, seed: 3 }), 'every row another': generatedRows({ count: rows, seed: 5 }) }
  const fleets = Object.entries(named).map(([name, installed]) => fleetFigures(index, { name, installed }))
  return { criteria, bytesPerCriterion: bytesOf(index) / criteria, ...build, retainedMegabytes, fleets }
}

function fleetFigures(
  index: AdvisoryIndex,
  { name, installed }: { readonly name: string; readonly installed: readonly InstalledProduct[] },
) {
  const read = performance.now()
  const fleet = fleetOf(installed, book)
  const readSeconds = (performance.now() - read) / 1000
  const match = measureAlone(
    9,
    () => fleet,
    (now) => matchAll(index, now, { book }),
  )
  const matched = matchAll(index, fleet, { book })
  let answers = 0
  const tell = measureAlone(
    9,
    () => {
      answers = 0
    },
    () =>
      eachAnswer(matched, () => {
        answers++
      }),
  )
  return { name, rows: installed.length, pairs: fleet.pairs.length, readSeconds, match, tests: testsOf(index, fleet), answers, tell }
}

/** Changes of an hour: an hourly feed had about 1,700. */
const freshAdvisories = 12_000

export async function runInverse(shape: Shape, { rows, seed }: Omit<Sizes, 'advisories'>): Promise<InverseFigures> {
  const fleet = fleetOf(generatedRows({ count: rows, seed: 5 }), book)
  const byKey = rowIndexOf(fleet)
  const fresh: readonly Advisory[] = [...generatedAdvisories(shape, { count: freshAdvisories, seed: seed + 9 })]
  const reader = criterionReader(book)
  const found = (advisory: Advisory | undefined) => (advisory ? matchOne(advisory, byKey, { book, reader }) : [])
  const one = measureAlone(
    2000,
    (round) => fresh[round],
    (advisory) => (advisory ? matchOne(advisory, byKey, { book }) : []),
  )
  const rowsOf = (advisory: Advisory) => found(advisory).reduce((sum, { rows: hit }) => sum + hit.length, 0)
  const slowestRows = fresh.reduce((most, advisory) => Math.max(most, rowsOf(advisory)), 0)
  const many = measureAlone(
    5,
    () => fresh,
    (all) => {
      for (const advisory of all) found(advisory)
    },
  )
  const manyCriteria = fresh.reduce((sum, { conditions }) => sum + leavesIn(conditions).length, 0)
  const isAlone = ({ conditions }: Advisory) => conditions.every(({ kind }) => kind === 'product')
  const concerning = fresh.find((advisory) => isAlone(advisory) && rowsOf(advisory) > 0)
  if (!concerning) throw new Error('no advisory concerns a row')
  return { rows, pairs: fleet.pairs.length, one, slowestRows, many, manyCriteria, entry: await measureEntry(concerning, byKey, book) }
}

const [what, shape, sizes] = process.argv.slice(2)
if (what === 'all' || what === 'inverse') {
  const wanted = JSON.parse(shape ?? '') as Shape // written by matching.ts
  const asked = JSON.parse(sizes ?? '') as Sizes // as above
  const figures = what === 'all' ? runMatching(wanted, asked) : await runInverse(wanted, asked)
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
