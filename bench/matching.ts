import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalogue } from '@mimamori/catalog'
import { eachAnswer, fleetOf, indexBuilder, matchAll, productBook } from '@mimamori/matching'
import { root } from '../tools/commands/root.ts'
import { qualityRows } from './matching-quality.ts'
import type { FleetFigures, InverseFigures, MatchingFigures, Sizes } from './matching-run.ts'
import { leavesIn, measuredShape, realAdvisories, type Shape, shapeOf } from './matching-shape.ts'
import { namedRows } from './matching-world.ts'
import { measure } from './measure.ts'
import { ownProcess } from './own-process.ts'
import { figureRow, heading, type Row, step, timeRow } from './rows.ts'

/** How many advisories are held against how many rows; one new advisory is held against ten times as many. */
export interface MatchingSizes {
  readonly advisories?: number | undefined
  readonly rows?: number | undefined
}

/** How fast installed products are held against advisories: generated ones in the shape of real ones, and the real ones themselves. */
export async function* benchMatching({ advisories = 360_000, rows = 100_000 }: MatchingSizes = {}): AsyncGenerator<Row> {
  const folder = process.env['MIMAMORI_FEEDS'] ?? ''
  const real = existsSync(folder) ? await realAdvisories(folder, ['nvd', 'nvd-1.1']) : []
  const shape = real.length > 0 ? shapeOf(real) : measuredShape
  yield heading(`matching: shape of ${shape.records} real advisories, ${(shape.criteria / shape.records).toFixed(1)} criteria each`)
  const shares = [
    `AND in ${percent(shape.treeShare)} of records, depth ${shape.depth}`,
    `platforms ${percent(shape.platformShare)} of criteria`,
    `ranges ${percent(shape.rangeShare)}`,
    `any version ${percent(shape.wildcardShare)}`,
    `editions ${percent(shape.editionShare)}`,
  ]
  yield heading(`    ${shares.join(', ')}`)
  yield* allRows(shape, { advisories, rows })
  yield* inverseRows(shape, rows * 10)
  if (folder !== '' && real.length > 0) yield* realRows(folder)
  yield* qualityRows()
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function* allRows(shape: Shape, { advisories, rows }: Required<Omit<Sizes, 'seed'>>): Generator<Row> {
  step(`${advisories} advisories and ${rows} rows in a process of their own`)
  const found = figuresOf<MatchingFigures>('all', shape, { advisories, rows, seed: 1 })
  yield heading(`matching: ${advisories} generated advisories, ${found.criteria} criteria`)
  yield figureRow('criteria read and sorted', found.buildSeconds, { unit: 's', digits: 1 })
  yield figureRow('  of the processor', found.buildProcessor, { unit: 's', digits: 1 })
  yield figureRow('bytes of a criterion', found.bytesPerCriterion, { unit: 'bytes', digits: 1, bar: { most: 13 } })
  yield figureRow('memory of the index', found.retainedMegabytes, { unit: 'MB', bar: { most: 400 } })
  yield figureRow('  of the process at most, while it was built', found.buildMegabytesAtMost, { unit: 'MB' })
  for (const fleet of found.fleets) yield* fleetRows(fleet)
}

/** NOTE: the shares of one test and one answer are too small for a clock that other programs hold up: they are those of the processor. */
function* fleetRows(fleet: FleetFigures): Generator<Row> {
  yield heading(`matching: ${fleet.rows} rows, ${fleet.name}: ${fleet.pairs} products in a version, ${fleet.tests} range tests`)
  yield figureRow('rows read', fleet.readSeconds, { unit: 's', digits: 2 })
  yield timeRow('all rows against all advisories, AND and OR included', fleet.match, { bar: { median: 1000 } })
  yield figureRow('  of the processor', fleet.match.processor, { unit: 'ms', digits: 1 })
  if (fleet.tests > fleet.rows)
    yield figureRow('of a range test, all else included', (fleet.match.processor * 1e6) / fleet.tests, {
      unit: 'ns',
      digits: 1,
      bar: { most: 10 },
    })
  yield figureRow('answers', fleet.answers, { unit: '' })
  yield figureRow('of an answer that is told', (fleet.tell.processor * 1e6) / fleet.answers, { unit: 'ns', digits: 1, bar: { most: 20 } })
}

function* inverseRows(shape: Shape, rows: number): Generator<Row> {
  step(`one new advisory against ${rows} rows in a process of its own`)
  const found = figuresOf<InverseFigures>('inverse', shape, { rows, seed: 1 })
  yield heading(`matching: one new advisory against ${found.rows} rows, ${found.pairs} products in a version`)
  yield timeRow('one new advisory whose products nobody has met', found.one, { bar: { p95: 5 } })
  yield figureRow('most rows that one advisory concerned', found.slowestRows, { unit: '' })
  const perCriterion = (found.many.processor * 1000) / found.manyCriteria
  yield figureRow(`of a criterion, over ${found.manyCriteria}, by the processor`, perCriterion, { unit: 'µs', digits: 2, bar: { most: 3 } })
  yield timeRow('from the file of a new entry to its rows', found.entry, { bar: { median: 100 } })
}

function figuresOf<F>(what: string, shape: Shape, sizes: Partial<Sizes>): F {
  const { output } = ownProcess([
    '--expose-gc',
    '--max-old-space-size=4096',
    join(root, 'bench/matching-run.ts'),
    what,
    JSON.stringify(shape),
    JSON.stringify(sizes),
  ])
  return JSON.parse(output) as F // written by matching-run.ts
}

async function* realRows(folder: string): AsyncGenerator<Row> {
  step('real advisories')
  const advisories = await realAdvisories(folder, ['nvd', 'nvd-1.1', 'cve5', 'csaf', 'jvn-detail'])
  const book = productBook(loadCatalogue().reference.knownProducts)
  const fleet = fleetOf(namedRows(advisories, { count: 20_000, seed: 5 }), book)
  const builder = indexBuilder(book)
  const begun = performance.now()
  for (const advisory of advisories) builder.add(advisory)
  const index = builder.build()
  const seconds = (performance.now() - begun) / 1000
  const criteria = advisories.reduce((sum, { conditions }) => sum + leavesIn(conditions).length, 0)
  yield heading(`matching: the ${advisories.length} real advisories of ${folder}, ${criteria} criteria`)
  yield figureRow('criteria read and sorted', criteria / seconds, { unit: 'per s' })
  yield figureRow('evaluated as they are written', index.specials.size, { unit: '' })
  const match = measure(
    5,
    () => fleet,
    (now) => matchAll(index, now, { book }),
  )
  yield timeRow(`${fleet.rows.length} rows of products that they name against them`, match)
  let answers = 0
  eachAnswer(matchAll(index, fleet, { book }), () => {
    answers += 1
  })
  yield figureRow('answers', answers, { unit: '' })
}
