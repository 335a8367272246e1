import type { CalendarDate, InstalledProduct } from '@mimamori/domain'
import {
  type Advisory,
  type Answer,
  eachAnswer,
  evaluate,
  type Fleet,
  fleetOf,
  indexBuilder,
  matchAll,
  type ProductBook,
} from '@mimamori/matching'

/** What is held against the feeds. */
export interface Asked {
  readonly installed: readonly InstalledProduct[]
  readonly book: ProductBook
  readonly asOf: CalendarDate
  /** The advisories that speak of these products, from the beginning each time it is called, and in the same order. */
  readonly advisories: () => AsyncIterable<Advisory>
  /** Lines of which it is told, too, that a weakness of these does not concern them: proofs. */
  readonly proofs: ReadonlyMap<string, ReadonlySet<string>>
}

/** What one advisory says of one line, on the devices that have it. */
export interface Hit {
  readonly line: string
  readonly product: InstalledProduct
  readonly advisory: Pick<Advisory, 'feed' | 'id' | 'cves' | 'title' | 'titleLang' | 'scores' | 'decision'>
  readonly answer: Answer
  /** Devices of which it holds, and those that have the line. */
  readonly rows: readonly number[]
  readonly all: readonly number[]
}

/**
 * Twice over the advisories: first as ranges, all products at once; then one by one those that speak of a weakness that some source
 * finds here, since another may contradict it. Memory holds the ranges and the hits, never all the advisories.
 */
export async function hitsOf(asked: Asked): Promise<readonly Hit[]> {
  const { installed, book } = asked
  const fleet = fleetOf(installed, book)
  const { found, groups } = await held(asked, fleet)
  const linesOf = linesByGroup(asked, { found, groups })
  const rowsOfLine = Map.groupBy(installed.keys(), (row) => installed[row]?.line ?? '')
  const deviceOf = (row: number) => (fleet.devices.get(String(installed[row]?.asset)) ?? []).flatMap((at) => installed[at] ?? [])
  const hits: Hit[] = []
  let number = -1
  for await (const advisory of asked.advisories()) {
    number += 1
    const own = found.get(number)
    for (const line of new Set(groupsOf(advisory).flatMap((group) => [...(linesOf.get(group) ?? [])]))) {
      const all = rowsOfLine.get(line) ?? []
      const best = own?.get(line)?.best ?? all[0]
      const product = best === undefined ? undefined : installed[best]
      if (best === undefined || !product) continue
      const answers = evaluate(advisory, deviceOf(best), { book, asOf: asked.asOf })
      const answer = answers.find((one) => one.product.id === product.id)?.answer
      if (answer) hits.push({ line, product, advisory: lightened(advisory), answer, rows: own?.get(line)?.rows ?? [], all })
    }
  }
  return hits
}

/** The weaknesses of which a record speaks; one without a number stands for itself. */
export function groupsOf({ id, cves }: Pick<Advisory, 'id' | 'cves'>): readonly string[] {
  return cves.length > 0 ? cves : [id]
}

interface Held {
  readonly found: ReadonlyMap<number, ReadonlyMap<string, Found>>
  /** Of what each advisory speaks, by its number. */
  readonly groups: readonly (readonly string[])[]
}

async function held({ advisories, installed, book }: Asked, fleet: Fleet): Promise<Held> {
  const builder = indexBuilder(book)
  const groups: (readonly string[])[] = []
  for await (const advisory of advisories()) {
    builder.add(advisory)
    groups.push(groupsOf(advisory))
  }
  const found = new Map<number, Map<string, Found>>()
  eachAnswer(matchAll(builder.build(), fleet, { book }), (row, advisory, value) => note(found, { row, advisory, value, installed }))
  return { found, groups }
}

function linesByGroup({ proofs }: Asked, { found, groups }: Held): ReadonlyMap<string, ReadonlySet<string>> {
  const lines = new Map<string, Set<string>>()
  const add = (group: string, line: string) => lines.set(group, (lines.get(group) ?? new Set()).add(line))
  for (const [number, ofLine] of found) for (const group of groups[number] ?? []) for (const line of ofLine.keys()) add(group, line)
  for (const [line, proven] of proofs) for (const group of proven) add(group, line)
  return lines
}

interface Found {
  readonly rows: number[]
  /** A row with the surest answer. */
  best: number
  value: number
}

function note(
  found: Map<number, Map<string, Found>>,
  { row, advisory, value, installed }: { row: number; advisory: number; value: number; installed: readonly InstalledProduct[] },
): void {
  const line = installed[row]?.line ?? ''
  const lines = found.get(advisory) ?? new Map<string, Found>()
  found.set(advisory, lines)
  const known = lines.get(line)
  if (!known) {
    lines.set(line, { rows: [row], best: row, value })
    return
  }
  known.rows.push(row)
  // 2: holds; 1: may hold.
  if (value > known.value) Object.assign(known, { best: row, value })
}

/** Steps are told when somebody asks; a facility has thousands of hits. */
function lightened({ feed, id, cves, title, titleLang, scores, decision }: Advisory): Hit['advisory'] {
  return { feed, id, cves, title, titleLang, scores, ...(decision && { decision }) }
}
