/** Days, as whole numbers, on which a piece of work may be done: stretches in rising order, both ends among them. */
export type Window = readonly (readonly [first: number, last: number])[]

/** Ends the search where the calendars of very many systems are all different; what is found by then is kept. */
const mostSteps = 50_000

/**
 * The smallest set of days so that each window holds one of them, beside the days that are there anyway. Exact: a day can always be
 * moved to the next last day of a stretch, so only those are tried; of windows that are not hit yet, the one that ends first decides.
 */
export function fewestDays(windows: readonly Window[], given: readonly number[] = []): readonly number[] {
  const open = distinct(windows.filter((window) => window.length > 0 && !given.some((day) => holds(window, day))))
  const days = [...new Set(open.flatMap((window) => window.map(([, last]) => last)))].sort((a, b) => a - b)
  const search: Search = { days, best: greedy(open), steps: 0 }
  branch(open, [], search)
  return search.best.toSorted((a, b) => a - b)
}

interface Search {
  readonly days: readonly number[]
  best: readonly number[]
  steps: number
}

export function holds(window: Window, day: number): boolean {
  return window.some(([first, last]) => first <= day && day <= last)
}

function lastOf(window: Window): number {
  return window.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY
}

function distinct(windows: readonly Window[]): readonly Window[] {
  const seen = new Map(windows.map((window) => [JSON.stringify(window), window]))
  return [...seen.values()].sort((a, b) => lastOf(a) - lastOf(b))
}

/** Without gaps in the windows this is the answer already: wait until one would be late, then do all that can be done that day. */
function greedy(windows: readonly Window[]): readonly number[] {
  const days: number[] = []
  for (const window of windows) if (!days.some((day) => holds(window, day))) days.push(lastOf(window))
  return days
}

function branch(open: readonly Window[], chosen: readonly number[], search: Search): void {
  const [first] = open
  if (!first) {
    if (chosen.length < search.best.length) search.best = chosen
    return
  }
  if (++search.steps > mostSteps || chosen.length + apart(open) >= search.best.length) return
  const choices = search.days.filter((day) => holds(first, day)).map((day) => ({ day, left: open.filter((one) => !holds(one, day)) }))
  for (const { day, left } of choices.toSorted((a, b) => a.left.length - b.left.length || b.day - a.day))
    branch(left, [...chosen, day], search)
}

/** At least so many days are needed: windows of which no two overlap, not even over their gaps. */
function apart(windows: readonly Window[]): number {
  let count = 0
  let until = Number.NEGATIVE_INFINITY
  for (const window of windows) {
    if ((window[0]?.[0] ?? 0) <= until) continue
    count++
    until = lastOf(window)
  }
  return count
}
