/** A group of the list: its name and how many rows of it come, beginning with which. */
export interface Group {
  readonly value: string
  readonly from: number
  readonly count: number
}

export type Line<G extends Group> = { readonly kind: 'group'; readonly group: G } | { readonly kind: 'row'; readonly at: number }

/** How many lines the list has, heads of groups among them. */
export function countLines(groups: readonly Group[], rows: number): number {
  return rows + groups.length
}

/** What stands in a line of the list. The heads lie between the rows, so each row moves down by the heads above it. */
export function lineAt<G extends Group>(groups: readonly G[], line: number): Line<G> {
  let [low, high] = [0, groups.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((groups[middle]?.from ?? 0) + middle <= line) low = middle + 1
    else high = middle
  }
  const group = groups[low - 1]
  if (group && group.from + low - 1 === line) return { kind: 'group', group }
  return { kind: 'row', at: line - low }
}
