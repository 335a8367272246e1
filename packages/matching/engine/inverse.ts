import type { Advisory } from '../advisory.ts'
import type { ProductBook } from '../names/book.ts'
import { type CriterionReader, criterionReader } from './criterion-reader.ts'
import { treeRows } from './inverse-trees.ts'
import { eachPairOf, leafThere } from './leaf-rows.ts'
import { tellAnswer } from './lists.ts'
import { specialAnswersOf } from './match.ts'
import { listAt, type RowIndex, type RowsFound } from './row-index.ts'
import { type CodedClause, clausesOf } from './tree-code.ts'
import { unknown, yes } from './tri.ts'

interface Options {
  readonly book: ProductBook
  readonly reader?: CriterionReader
}

/** One new advisory held against everything that is installed; the same answers as `matchAll`. */
export function matchOne(advisory: Advisory, rows: RowIndex, { book, reader = criterionReader(book) }: Options): readonly RowsFound[] {
  if (advisory.withdrawn) return []
  const coded = clausesOf(advisory.conditions, (criterion) => reader.read(criterion))
  if (!coded) return specialRows(advisory, rows, { book, reader })
  const isSimple = coded.every(({ tokens }) => tokens.length === 0)
  return isSimple ? simpleRows(coded, rows) : treeRows(coded, rows)
}

/** NOTE: one advisory after the other writes into the same lists. */
function simpleRows(coded: readonly CodedClause[], rows: RowIndex): readonly RowsFound[] {
  const { buffer, places } = rows.found
  buffer.length = 0
  for (const { leaves } of coded)
    for (const leaf of leaves)
      for (const there of leafThere(leaf, rows))
        eachPairOf(there, rows, (pair, value) => tellAnswer(buffer, places, { start: 0, advisory: pair, value }))
  return ([yes, unknown] as const).flatMap((value) => rowsWith(rows, value))
}

/** Rows of the pairs that were found with a value, as one list. */
function rowsWith({ found: { buffer }, rowsOfPair: { starts, numbers } }: RowIndex, value: 1 | 2): readonly RowsFound[] {
  let count = 0
  for (let at = 0; at < buffer.length; at++) {
    const pair = buffer.advisories[at] ?? 0
    if (buffer.values[at] === value) count += (starts[pair + 1] ?? 0) - (starts[pair] ?? 0)
  }
  if (count === 0) return []
  const rows = new Uint32Array(count)
  let to = 0
  for (let at = 0; at < buffer.length; at++) {
    if (buffer.values[at] !== value) continue
    const pair = buffer.advisories[at] ?? 0
    const end = starts[pair + 1] ?? 0
    for (let from = starts[pair] ?? 0; from < end; from++) rows[to++] = numbers[from] ?? 0
  }
  return [{ rows, value }]
}

/** Only devices with a product that the advisory calls weak. */
function specialRows(advisory: Advisory, rows: RowIndex, { book, reader }: Required<Options>): readonly RowsFound[] {
  const { fleet, grouped, rowsOfPair } = rows
  const keys = [...reader.weakKeysOf(advisory)]
  const named = keys.flatMap((key) => fleet.numbers.allOf(key))
  const pairs = named.flatMap((group) => [...grouped.pairs.subarray(grouped.starts[group], grouped.starts[group + 1])])
  const assets = new Set(pairs.flatMap((pair) => Array.from(listAt(rowsOfPair, pair), (row) => String(fleet.rows[row]?.asset))))
  const devices = [...assets].flatMap((asset) => [fleet.devices.get(asset) ?? []])
  const specials = { specials: new Map([[0, advisory]]), specialsByKey: new Map(keys.map((key) => [key, [0]])) }
  return [...specialAnswersOf(specials, { fleet, book, devices })].map(([row, { values }]) => ({
    rows: Uint32Array.of(row),
    value: values[0] === yes ? yes : unknown,
  }))
}
