import type { Criterion } from '../advisory.ts'
import { textOf } from '../cpe/product.ts'
import { readCpe } from '../cpe/read.ts'
import type { Step } from '../verdict.ts'
import type { LeafAnswer } from './criteria.ts'
import type { Device, ProductRead } from './device.ts'
import { editionText } from './editions.ts'
import { isNamed, type Judged, leavesOf } from './judged.ts'
import { isInLine, rangeText } from './statements.ts'
import { wordOf, yes } from './tri.ts'

/** Steps beyond this help nobody; records list hundreds of models. */
const mostSteps = 60
const mostListed = 3

interface Shown {
  readonly product: ProductRead
  readonly device: Device
}

/** What was held against what, in the order in which it was done. */
export function stepsOf(judged: readonly Judged[], shown: Shown): readonly Step[] {
  return judged.flatMap((one) => stepsIn(one, shown)).slice(0, mostSteps)
}

function stepsIn(judged: Judged, shown: Shown): readonly Step[] {
  if (judged.kind === 'leaf') return judged.own ? leafSteps(judged.read.criterion, { own: judged.own, shown }) : []
  const inside = isNamed(judged) ? judged.of.flatMap((part) => (isNamed(part) ? stepsIn(part, shown) : [platformStep(part, shown)])) : []
  if (judged.isNegated) return [...inside, { test: 'negate', left: '', right: '', result: wordOf(judged.holds) }]
  return judged.kind === 'all'
    ? [...inside, { test: 'all', left: String(judged.of.length), right: '', result: wordOf(judged.via) }]
    : inside
}

function leafSteps(criterion: Criterion, { own, shown }: { readonly own: LeafAnswer; readonly shown: Shown }): readonly Step[] {
  const { installed, version = '' } = shown.product
  const steps: Step[] = [{ test: 'product', left: nameOf(criterion), right: installed.name, result: 'yes' }]
  if (own.editionTest) {
    const left = editionText(own.editionTest)
    steps.push({ test: 'update', left, right: installed.cpe ?? shown.device.systems.join(', '), result: wordOf(own.edition) })
  }
  const { status, range } = own.found
  const result = status === 'affected' ? 'yes' : status === 'unaffected' ? 'no' : 'unknown'
  const left = range ? rangeText(range) : rangesOf(own)
  if (own.isSilent) return [...steps, { test: 'statement', left, right: version, result: 'no' }]
  if (status === 'unknown' && !range) return [...steps, { test: 'statement', left: criterion.text ?? '', right: version, result }]
  const { key } = own.version
  const open = status === 'unclear' && key ? own.statements.find((statement) => isInLine(key, statement)) : undefined
  if (open) return [...steps, { test: 'line', left: rangeText(open.range), right: version, result }]
  return [...steps, { test: 'version', left, right: version, result }]
}

/** What the record says of versions, where no one statement decided. */
function rangesOf({ statements }: LeafAnswer): string {
  const ranges = statements.filter(({ status }) => status === 'affected').map(({ range }) => rangeText(range))
  if (ranges.length === 0) return '*'
  return ranges.length > mostListed ? `${ranges.slice(0, mostListed).join('; ')}; …` : ranges.join('; ')
}

function platformStep(judged: Judged, { device }: Shown): Step {
  const leaves = leavesOf([judged])
  const there = leaves.filter(({ holds }) => holds === yes)
  const names = [...new Set((there.length > 0 ? there : leaves).map(({ read }) => nameOf(read.criterion)))]
  const left = names.length > mostListed ? `${names.slice(0, mostListed).join(', ')}, …` : names.join(', ')
  const hardware = device.products.find(({ installed }) => installed.role === 'hardware' || installed.role === 'firmware')
  return { test: 'platform', left, right: hardware?.installed.name ?? '', result: wordOf(judged.holds) }
}

/** A product as its feed calls it, for people. */
export function nameOf({ product: { product, cpe } }: Criterion): string {
  if (product !== undefined) return product
  const read = cpe === undefined ? undefined : readCpe(cpe)
  return (read?.kind === 'name' ? textOf(read.name.product)?.replaceAll('_', ' ') : undefined) ?? cpe ?? ''
}
