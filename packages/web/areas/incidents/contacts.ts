import type { FactsView } from '@mimamori/contract'

/** One line of the contact chart as it may be shown to anybody who stands at this PC. */
export interface ContactLine {
  readonly group: 'inside' | 'vendor' | 'outside'
  readonly name: string
  readonly kana?: string | undefined
  readonly about?: string | undefined
  readonly extension?: string | undefined
  readonly phone?: string | undefined
  readonly nightPhone?: string | undefined
}

const place = 'mimamori.contacts'

/** The contact chart in the order of calling. Private numbers are never in it. */
export function contactsOf(facts: FactsView): readonly ContactLine[] {
  const order = (a: { callOrder?: number | undefined }, b: { callOrder?: number | undefined }) => (a.callOrder ?? 99) - (b.callOrder ?? 99)
  const inside = facts.people
    .map(({ record }) => record)
    .filter((person) => person.until === undefined && (person.extension !== undefined || person.phone !== undefined))
    .sort(order)
    .map(
      (person): ContactLine => ({
        group: 'inside',
        name: person.name,
        kana: person.kana,
        about: person.post ?? person.department,
        extension: person.extension,
        phone: person.phone,
      }),
    )
  const vendors = facts.vendors
    .map(({ record }) => record)
    .filter((vendor) => vendor.phone !== undefined || vendor.nightPhone !== undefined)
    .map(
      (vendor): ContactLine => ({
        group: 'vendor',
        name: vendor.name,
        kana: vendor.kana,
        about: vendor.contactName,
        phone: vendor.phone,
        nightPhone: vendor.nightPhone,
      }),
    )
  const outside = facts.contacts
    .map(({ record }) => record)
    .sort(order)
    .map(
      (contact): ContactLine => ({
        group: 'outside',
        name: contact.name,
        about: contact.office ?? contact.hours,
        phone: contact.phone,
        nightPhone: contact.nightPhone,
      }),
    )
  return [...inside, ...vendors, ...outside]
}

/** Kept on this PC, so that the numbers are there without sign-in and without a connection. */
export function rememberContacts(lines: readonly ContactLine[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(lines))
  } catch {
    // Without storage the numbers are there only while somebody is signed in.
  }
}

export function rememberedContacts(): readonly ContactLine[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? (kept as ContactLine[]) : [] // only `rememberContacts` writes there
  } catch {
    return []
  }
}
