import { type OpenQuestion, openQuestions, type VendorId, type World } from '@mimamori/domain'

/** Open questions by whom to ask: one vendor, a vendor that is still to be chosen, or the house itself. */
export interface QuestionGroup {
  readonly whom: { readonly kind: 'vendor'; readonly vendor: VendorId } | { readonly kind: 'some-vendor' } | { readonly kind: 'house' }
  readonly questions: readonly OpenQuestion[]
}

/** NOTE: what several vendors may know stands once, not once for each of them. */
export function questionGroups(world: World): readonly QuestionGroup[] {
  const open = openQuestions(world)
  const single = new Map<VendorId, OpenQuestion[]>()
  for (const question of open) {
    const [vendor, second] = question.vendors
    if (vendor !== undefined && second === undefined) single.set(vendor, [...(single.get(vendor) ?? []), question])
  }
  const several = open.filter((question) => question.vendors.length > 1)
  const house = open.filter((question) => question.vendors.length === 0)
  return [
    ...[...single].map(([vendor, questions]): QuestionGroup => ({ whom: { kind: 'vendor', vendor }, questions })),
    ...(several.length > 0 ? [{ whom: { kind: 'some-vendor' }, questions: several } as const] : []),
    ...(house.length > 0 ? [{ whom: { kind: 'house' }, questions: house } as const] : []),
  ]
}
