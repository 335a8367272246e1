/** Statements of one call: `cold` with nothing in memory, `warm` with the facility in memory. */
export interface Measured {
  readonly cold: readonly string[]
  readonly warm: readonly string[]
}

/** How many statements a route may send. */
export interface Allowed {
  readonly cold: number
  readonly warm: number
}

export type CountTable = ReadonlyMap<string, Allowed>
export type MeasuredRoutes = ReadonlyMap<string, Measured>

const states = ['cold', 'warm'] as const
const headings = ['# SQL statements of each route, written by `npm run query-counts`: route, cold, warm.']

/** Reads the table: `route cold warm`, one line per route, `#` for remarks. */
export function readCounts(text: string): CountTable {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const parts = /^(\S+) +(\d+) +(\d+)$/.exec(line)
      if (!parts) throw new Error(`this line of the query counts is not "route cold warm": ${line}`)
      return [parts[1] ?? '', { cold: Number(parts[2]), warm: Number(parts[3]) }] as const
    }),
  )
}

export function writeCounts(measured: MeasuredRoutes): string {
  const lines = [...measured].map(
    ([route, { cold, warm }]) => `${route.padEnd(18)} ${String(cold.length).padStart(3)} ${String(warm.length).padStart(3)}`,
  )
  return [...headings, ...lines, ''].join('\n')
}

/**
 * What is wrong with the counts of these routes: one that the table or the measurement lacks, one that is not what the
 * table says, and one that differs between a small and a large facility, with the statement that was sent more often.
 */
export function problemsOfCounts(
  routes: readonly string[],
  given: { readonly table: CountTable; readonly small: MeasuredRoutes; readonly large: MeasuredRoutes },
): readonly string[] {
  const { table, small, large } = given
  const gone = [...table.keys()].filter((route) => !routes.includes(route)).map((route) => `${route}: the contract has no such route`)
  const wrong = routes.flatMap((route) => {
    const [allowed, few, many] = [table.get(route), small.get(route), large.get(route)]
    if (!few || !many) return [`${route}: not measured`]
    const byRows = states.flatMap((state) => byNumberOfRows(`${route} ${state}`, few[state], many[state]))
    if (!allowed) return [`${route}: not in the table`, ...byRows]
    return [...states.flatMap((state) => unlike(`${route} ${state}`, allowed[state], few[state].length)), ...byRows]
  })
  return [...gone, ...wrong]
}

function unlike(what: string, allowed: number, asked: number): readonly string[] {
  if (asked > allowed) return [`${what}: ${asked} statements, ${allowed} allowed`]
  return asked < allowed ? [`${what}: ${asked} statements, the table still allows ${allowed}`] : []
}

function byNumberOfRows(what: string, few: readonly string[], many: readonly string[]): readonly string[] {
  if (few.length === many.length) return []
  const [most, apart] = mostApart(tally(few), tally(many))
  return [
    `${what}: depends on the number of rows (${few.length} statements, in a larger facility ${many.length}; ${apart} apart: ${most.slice(0, 120)})`,
  ]
}

function mostApart(few: ReadonlyMap<string, number>, many: ReadonlyMap<string, number>): readonly [string, number] {
  const apart = [...new Set([...few.keys(), ...many.keys()])].map((text) => [text, (many.get(text) ?? 0) - (few.get(text) ?? 0)] as const)
  return apart.toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1]))[0] ?? ['', 0]
}

function tally(statements: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const statement of statements) counts.set(statement, (counts.get(statement) ?? 0) + 1)
  return counts
}
