interface AskedItem {
  readonly id: string
  readonly perClient?: boolean | undefined
}

/**
 * The answers of a product that may be laid over a sheet: to items that have none yet, and never to one that is different at
 * every client (devices under remote maintenance, accounts, passwords at the site).
 */
export function standardProposals<A extends { readonly answer?: unknown }>(
  items: readonly AskedItem[],
  held: Readonly<Record<string, { readonly answer?: unknown } | undefined>>,
  standard: Readonly<Record<string, A | undefined>>,
): Record<string, A> {
  const open = items.filter((item) => !item.perClient && held[item.id]?.answer === undefined)
  return Object.fromEntries(
    open.flatMap(({ id }) => {
      const answer = standard[id]
      return answer?.answer === undefined ? [] : [[id, answer]]
    }),
  )
}

/** A facility names a system in its own way; letters and spaces make no difference. */
export function isSameProduct(product: string, system: string | undefined): boolean {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  return system !== undefined && fold(product) === fold(system)
}
