import type { CalendarDate, InstalledProduct } from '@mimamori/domain'
import type { Advisory, Condition } from '../advisory.ts'
import type { ProductBook } from '../names/book.ts'
import type { Answer, Step } from '../verdict.ts'
import { confidenceOf } from './confidence.ts'
import { type CriterionRead, leafAnswer, readCriterion } from './criteria.ts'
import { absent, type Device, deviceOf, type ProductRead } from './device.ts'
import { fixedVersionOf } from './fixed-version.ts'
import { isNamed, type Judged } from './judged.ts'
import { stepsOf } from './steps.ts'
import { least, most, no, not, type Tri, wordOf, yes } from './tri.ts'

export interface ProductAnswer {
  readonly product: InstalledProduct
  readonly answer: Answer
}

export interface EvaluateOptions {
  readonly book: ProductBook
  /** Day of the answer; without it the age of what is known does not count. */
  readonly asOf?: CalendarDate
}

/**
 * One advisory held against all products of one device: an answer for each product that the advisory may mean. Plain and readable;
 * the index answers the same and is tested against this.
 */
export function evaluate(
  advisory: Advisory,
  products: readonly InstalledProduct[],
  { book, asOf }: EvaluateOptions,
): readonly ProductAnswer[] {
  const device = deviceOf(products, book)
  return device.products.flatMap((product) => {
    const answer = answerOf(advisory, { product, device, book, ...(asOf !== undefined && { asOf }) })
    return answer ? [{ product: product.installed, answer }] : []
  })
}

interface Asked extends EvaluateOptions {
  readonly product: ProductRead
  readonly device: Device
}

/** `undefined`: the advisory does not name the product as a weak one. */
export function answerOf(advisory: Advisory, { product, device, book, asOf }: Asked): Answer | undefined {
  const judged = advisory.conditions.map((condition) => judge(condition, { product, device, book }))
  const named = judged.filter(isNamed)
  if (named.length === 0) return undefined
  const value = advisory.withdrawn ? no : named.reduce<Tri>((so, { via }) => most(so, via), no)
  const steps = advisory.withdrawn ? withdrawnSteps(advisory, product) : stepsOf(named, { product, device })
  const verdict = value === yes ? 'affected' : value === no ? 'not-affected' : 'unknown'
  const fixedVersion = value === no ? undefined : fixedVersionOf(named)
  const certainty = confidenceOf({ advisory, judged: named, product, verdict, ...(asOf !== undefined && { asOf }) })
  return { verdict, ...certainty, steps, ...(fixedVersion !== undefined && { fixedVersion }) }
}

function withdrawnSteps({ id }: Advisory, { installed }: ProductRead): readonly Step[] {
  return [{ test: 'withdrawn', left: id, right: installed.name, result: wordOf(no) }]
}

function judge(condition: Condition, asked: Omit<Asked, 'asOf'>): Judged {
  if (condition.kind === 'product') return judgeLeaf(readCriterion(condition.criterion, asked.book), asked)
  const of = condition.of.map((part) => judge(part, asked))
  const named = of.some(isNamed)
  const holds = of.reduce<Tri>(
    (so, part) => (condition.kind === 'all' ? least(so, part.holds) : most(so, part.holds)),
    condition.kind === 'all' ? yes : no,
  )
  const through = of.reduce<Tri>((so, part) => most(so, part.via), no)
  const via = condition.kind === 'all' ? least(holds, through) : through
  const node = { kind: condition.kind, of, isNamed: named } as const
  if (!condition.negate) return { ...node, isNegated: false, holds, via }
  return { ...node, isNegated: true, holds: not(holds), via: named ? not(holds) : no }
}

function judgeLeaf(read: CriterionRead, { product, device }: Omit<Asked, 'asOf'>): Judged {
  const answers = device.products.flatMap((other) => leafAnswer(read, other, device) ?? [])
  const holds = answers.length === 0 ? absent(read.part, device) : answers.reduce<Tri>((so, { value }) => most(so, value), no)
  const own = read.criterion.vulnerable ? leafAnswer(read, product, device) : undefined
  return { kind: 'leaf', read, holds, via: own?.value ?? no, ...(own && { own }) }
}
