import { loadCatalogue } from '@mimamori/catalog'
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
import { leavesIn, type Shape } from './matching-shape.ts'
import { generatedAdvisories, generatedRows, hospitalRows } from './matching-world.ts'
import { type MeasuredAlone, measureAlone } from './measure.ts'

/** Figures of one run, measured in a process of its own so that its memory is nobody else's. */
export interface MatchingFigures {
  readonly criteria: number
  readonly bytesPerCriterion: number
  readonly buildSeconds: number
  readonly retainedMegabytes: number
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

export function runMatching(shape: Shape, { advisories, rows, seed }: { advisories: number; rows: number; seed: number }): MatchingFigures {
  const atFirst = retained()
  const begun = performance.now()
  let criteria = 0
  const index = (() => {
    const builder = indexBuilder(book)
    for (const advisory of generatedAdvisories(shape, { count: advisories, seed })) {
      criteria += leavesIn(advisory.conditions).length
      builder.add(advisory)
    }
    return builder.build()
  })()
  const buildSeconds = (performance.now() - begun) / 1000
  const retainedMegabytes = retained() - atFirst
  const named = { hospital: hospitalRows({ count: rows, seed: 3 }), 'every row another': generatedRows({ count: rows, seed: 5 }) }
  const fleets = Object.entries(named).map(([name, installed]): FleetFigures => {
    const read = performance.now()
    const fleet = fleetOf(installed, book)
    const readSeconds = (performance.now() - read) / 1000
    const match = measureAlone(
      5,
      () => fleet,
      (now) => matchAll(index, now, { book }),
    )
    const matched = matchAll(index, fleet, { book })
    let answers = 0
    const tell = measureAlone(
      5,
      () => {
        answers = 0
      },
      () =>
        eachAnswer(matched, () => {
          answers++
        }),
    )
    const tests = testsOf(index, fleet)
    return { name, rows: installed.length, pairs: fleet.pairs.length, readSeconds, match, tests, answers, tell }
  })
  return { criteria, bytesPerCriterion: bytesOf(index) / criteria, buildSeconds, retainedMegabytes, fleets }
}

export function runInverse(shape: Shape, { rows, seed }: { rows: number; seed: number }): InverseFigures {
  const fleet = fleetOf(generatedRows({ count: rows, seed: 5 }), book)
  const byKey = rowIndexOf(fleet)
  const reader = criterionReader(book)
  const fresh: readonly Advisory[] = [...generatedAdvisories(shape, { count: 12_000, seed: seed + 9 })]
  const found = (advisory: Advisory | undefined) => (advisory ? matchOne(advisory, byKey, { book, reader }) : [])
  const one = measureAlone(2000, (round) => fresh[round], found)
  const slowestRows = fresh.reduce(
    (most, advisory) =>
      Math.max(
        most,
        found(advisory).reduce((sum, { rows: hit }) => sum + hit.length, 0),
      ),
    0,
  )
  const many = measureAlone(
    3,
    () => fresh,
    (all) => {
      for (const advisory of all) found(advisory)
    },
  )
  const manyCriteria = fresh.reduce((sum, { conditions }) => sum + leavesIn(conditions).length, 0)
  return { rows, pairs: fleet.pairs.length, one, slowestRows, many, manyCriteria }
}

const [what, shape] = process.argv.slice(2)
if (what === 'all' || what === 'inverse') {
  const wanted = JSON.parse(shape ?? '') as Shape // written by matching.ts
  const figures =
    what === 'all' ? runMatching(wanted, { advisories: 360_000, rows: 100_000, seed: 1 }) : runInverse(wanted, { rows: 1_000_000, seed: 1 })
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
