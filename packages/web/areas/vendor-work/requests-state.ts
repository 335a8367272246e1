import type { DraftAnswer, RequestFileView, StandardsView } from '@mimamori/contract'
import { date, isSameProduct, standardProposals } from '@mimamori/domain'

type Answers = Readonly<Record<string, DraftAnswer>>
type Standard = StandardsView['standards'][number]

/** One request file on the screen: being read, read, or not readable. */
export type RequestFile = { readonly key: string; readonly name: string } & (
  | { readonly state: 'reading' }
  | { readonly state: 'unread'; readonly problem: unknown }
  | {
      readonly state: 'read'
      readonly view: RequestFileView
      /** Id of the standard answers that are laid over; empty for none. */
      readonly standard: string
      /** What a person answered for this facility alone. */
      readonly own: Answers
    }
)

export type ReadRequest = Extract<RequestFile, { state: 'read' }>

/** The standard answers of the request's edition, those of its product first. */
export function standardsFor(view: RequestFileView, standards: readonly Standard[]): readonly Standard[] {
  const fits = standards.filter((one) => one.edition === view.head.edition)
  return fits.toSorted((a, b) => Number(isProductOf(view, b)) - Number(isProductOf(view, a)))
}

/** Laid over unasked only where the name of the product is that of the system. */
export function standardToBegin(view: RequestFileView, standards: readonly Standard[]): string {
  const [first] = standardsFor(view, standards)
  return first && isProductOf(view, first) ? first.id : ''
}

function isProductOf({ head }: RequestFileView, { product }: Standard): boolean {
  return isSameProduct(product, head.systemName)
}

/** Answers of the file itself, then those laid over, then those for this facility; each new one is checked today. */
export function answersOf({ view, standard, own }: ReadRequest, standards: readonly Standard[]): { laid: Answers; all: Answers } {
  const chosen = standards.find(({ id }) => id === standard)
  const items = view.items.map(({ item, perClient }) => ({ id: item, perClient }))
  const checkedOn = date(view.today)
  const laid: Answers = Object.fromEntries(
    Object.entries(standardProposals(items, view.answers, chosen?.answers ?? {})).map(([item, answer]) => [item, { checkedOn, ...answer }]),
  )
  const given: Answers = Object.fromEntries(
    Object.entries(own).flatMap(([item, answer]) => (answer.answer === undefined ? [] : [[item, { checkedOn, ...answer }] as const])),
  )
  return { laid, all: { ...view.answers, ...laid, ...given } }
}

/** Items without an answer, and those whose answer lacks its reason. */
export function numbersLeft({ view }: ReadRequest, all: Answers): readonly string[] {
  return view.items.filter(({ item }) => !isWhole(all[item])).map(({ number }) => number)
}

function isWhole(answer: DraftAnswer | undefined): boolean {
  if (answer?.answer === undefined) return false
  const needsReason = answer.answer === 'not-applicable' || answer.answer === 'other-party'
  return !needsReason || (answer.reason ?? '').trim() !== ''
}

/** What goes into the reply: an answer without its reason is left out rather than sent half. */
export function sendable(all: Answers): Answers {
  return Object.fromEntries(Object.entries(all).filter(([, answer]) => isWhole(answer)))
}
