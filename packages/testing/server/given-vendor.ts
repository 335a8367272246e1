import { type DraftAnswer, routes, type SheetToAnswerView } from '@mimamori/contract'
import type { Acting, GivenServer } from './given-server.ts'

/** A vendor's organisation that a facility has let in, with one of its sheets. */
export interface GivenVendor {
  readonly acting: Acting
  readonly relation: string
  readonly vendor: string
  readonly sheet: string
  /** Address of the sheet for an account. */
  readonly at: { readonly place: string; readonly sheet: string }
}

/** Lets the vendor of a sheet in: of the first sheet that nobody has answered where none is named. */
export async function givenVendor(server: GivenServer, facility: string, wanted?: { vendor: string }): Promise<GivenVendor> {
  const { sheets } = await server.owner.ask(routes.vendors, { params: { facility } })
  const line = sheets.find((one) => (wanted ? one.vendor === wanted.vendor : one.state === 'waiting'))
  if (!line) throw new Error('there is no such sheet')
  const body = { kind: 'vendor' as const, name: line.vendorName, vendor: line.vendor, terms: { areas: [], counts: false, named: true } }
  const { relation } = await server.owner.ask(routes.offerRelation, { params: { facility }, body })
  const acting = await server.stranger({ kind: 'vendor', name: line.vendorName })
  await server.accepted({ facility, relation }, acting)
  return { acting, relation, vendor: line.vendor, sheet: line.sheet, at: { place: relation, sheet: line.sheet } }
}

/** An answer of 「はい」 to every item of a sheet. */
export function allYes({ items }: SheetToAnswerView): Record<string, DraftAnswer> {
  return Object.fromEntries(items.map(({ item }) => [item, { answer: 'yes' as const }]))
}
