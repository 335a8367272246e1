import type { ProductBook } from '../names/book.ts'
import type { AdvisoryIndex } from './advisory-index.ts'
import { deviceOf } from './device.ts'
import { answerOf } from './evaluate.ts'
import type { Fleet } from './fleet.ts'
import { hitsOf, tellsNoOf } from './hits.ts'
import { judgeKinds } from './judge.ts'
import type { AnswerLists } from './lists.ts'
import { unknown, yes } from './tri.ts'

/** Advisories that hold (2) or may hold (1) for a product, as numbers of the index. */
export interface Answers {
  readonly advisories: Uint32Array
  readonly values: Uint8Array
}

/** Answers of all rows; rows that share a pair share its list. */
export interface Matched {
  readonly fleet: Fleet
  /** Of advisories that hold by one product alone, by pair. */
  readonly byPair: AnswerLists
  /** Of advisories with conditions, by kind of device and pair. */
  readonly bySlot: AnswerLists
  /** Of advisories that are evaluated as they are written, by row. */
  readonly byRow: ReadonlyMap<number, Answers>
}

/** Everything that is installed held against every advisory; the same answers as `evaluate`, without those that say no. */
export function matchAll(index: AdvisoryIndex, fleet: Fleet, { book }: { readonly book: ProductBook }): Matched {
  const { pairs, kinds } = fleet
  if (index.numbers !== fleet.numbers) throw new Error('the index and the fleet are of two books')
  const { answers, trees } = hitsOf(index, fleet, tellsNoOf(pairs.length, kinds))
  return {
    fleet,
    byPair: answers,
    bySlot: judgeKinds(index.clauses, { hits: trees, kinds, advisories: index.ids.length }),
    byRow: index.specials.size === 0 ? new Map() : specialAnswersOf(index, { fleet, book, devices: fleet.devices.values() }),
  }
}

type Tell = (row: number, advisory: number, value: 1 | 2) => void

/** Calls back once for each row and advisory of which the answer is not no. */
export function eachAnswer({ fleet, byPair, bySlot, byRow }: Matched, tell: Tell): void {
  const { pairOfRow, slotOfRow } = fleet
  for (let row = 0; row < pairOfRow.length; row++) {
    const [pair, slot] = [pairOfRow[row] ?? 0, slotOfRow[row] ?? 0]
    const [pairEnd, slotEnd] = [byPair.starts[pair + 1] ?? 0, bySlot.starts[slot + 1] ?? 0]
    for (let at = byPair.starts[pair] ?? 0; at < pairEnd; at++)
      tell(row, byPair.advisories[at] ?? 0, byPair.values[at] === yes ? yes : unknown)
    for (let at = bySlot.starts[slot] ?? 0; at < slotEnd; at++)
      tell(row, bySlot.advisories[at] ?? 0, bySlot.values[at] === yes ? yes : unknown)
  }
  for (const [row, { advisories, values }] of byRow)
    for (const [at, advisory] of advisories.entries()) tell(row, advisory, values[at] === yes ? yes : unknown)
}

/** Advisories that are evaluated as they are written, and the keys that they name. */
export type Specials = Pick<AdvisoryIndex, 'specials' | 'specialsByKey'>

interface AskedSpecials {
  readonly fleet: Fleet
  readonly book: ProductBook
  /** Rows of the devices in question. */
  readonly devices: Iterable<readonly number[]>
}

export function specialAnswersOf(
  { specials, specialsByKey }: Specials,
  { fleet, book, devices }: AskedSpecials,
): ReadonlyMap<number, Answers> {
  const found = new Map<number, Answers>()
  for (const rows of devices) {
    const device = deviceOf(
      rows.flatMap((row) => fleet.rows[row] ?? []),
      book,
    )
    for (const [place, row] of rows.entries()) {
      const product = device.products[place]
      const named = new Set(product?.keys.flatMap(({ key }) => specialsByKey.get(key) ?? []))
      const answers = [...named].flatMap((number) => {
        const advisory = specials.get(number)
        const answer = advisory && product && answerOf(advisory, { product, device, book })
        return answer && answer.verdict !== 'not-affected' ? [{ number, value: answer.verdict === 'affected' ? yes : unknown }] : []
      })
      if (answers.length === 0) continue
      found.set(row, {
        advisories: Uint32Array.from(answers, ({ number }) => number),
        values: Uint8Array.from(answers, ({ value }) => value),
      })
    }
  }
  return found
}
