/** The ids of a list. */
export const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id))

/** A problem for each name that is not there. */
export function dangling(where: string, names: readonly string[], there: ReadonlySet<string>, what: string): readonly string[] {
  return names.filter((name) => !there.has(name)).map((name) => `${where} names the ${what} ${name}, which is not there`)
}

/** Names that come more than once. */
export function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
}
