import { deltaOf } from './delta.ts'
import { canonicalJson, printOf } from './equal.ts'
import type { Finding } from './finding.ts'
import type { SourceId } from './ids.ts'
import { resolveAlias } from './merge.ts'
import { byId, type FactRef, type Ground, type RegisterRow, type SliceName, type Slices } from './picture.ts'
import type { Entry } from './record.ts'
import { sliceDefs, sliceNames } from './slices.ts'

const prints = new WeakMap<object, Map<string, string>>()
const absent = 'absent'
const unknown = 'unknown'
/** Of what was given up every fact reads so. */
const ended = 'ended'

/** The deciding facts of a finding with their prints now; asides are no grounds. */
export function groundsOf(finding: Finding, slices: Slices): readonly Ground[] {
  const facts = finding.because.filter((reason) => !reason.aside).flatMap((reason) => reason.facts)
  return facts.map((fact) => {
    const source = sourceOf(fact, slices)
    return { fact, ...(source && { source }), print: printOfFact(fact, slices) }
  })
}

/**
 * Why a finding that vanished is not done: its record or source is gone, its fact became unknown, or nothing it rests
 * on changed. Undefined = every ground is still there or retired by a person, is known, and one changed: it is done.
 */
export function whyVanished(row: RegisterRow, slices: Slices): 'source-gone' | 'record-gone' | 'fact-unknown' | 'rule-changed' | undefined {
  let changed = false
  for (const ground of row.grounds) {
    const print = printOfFact(ground.fact, slices)
    if (print === absent && !isRetired(ground.fact, slices)) return sourceIsGone(ground, slices) ? 'source-gone' : 'record-gone'
    if (print === unknown) return 'fact-unknown'
    if (print !== ground.print) changed = true
  }
  return changed ? undefined : 'rule-changed'
}

/** Tells whether a deciding fact of a row may read otherwise than in an earlier picture with the same aliases. */
export function groundsTouchedSince(before: Slices, now: Slices): (row: RegisterRow) => boolean {
  const touched = new Map<SliceName, ReadonlySet<string>>()
  for (const name of sliceNames) {
    if (before[name] === now[name]) continue
    const { changed, gone } = deltaOf(before[name], now[name])
    touched.set(name, new Set([...changed.map(({ id }) => id), ...gone]))
  }
  return ({ grounds }) =>
    grounds.some(({ fact }) => {
      const ids = touched.get(fact.slice)
      return ids !== undefined && ('none' in fact || ids.has(resolveAlias(now, fact.id)))
    })
}

function recordOf(fact: FactRef, slices: Slices): Entry | undefined {
  return 'id' in fact ? byId<Entry>(slices[fact.slice], resolveAlias(slices, fact.id)) : undefined
}

function sourceOf(fact: FactRef, slices: Slices): SourceId | undefined {
  const record = recordOf(fact, slices)
  const field = 'field' in fact && fact.field !== undefined ? record?.fields?.[fact.field] : undefined
  return field?.source ?? record?.source
}

function sourceIsGone(ground: Ground, slices: Slices): boolean {
  return ground.source !== undefined && byId(slices.sources, ground.source) === undefined
}

function isRetired(fact: FactRef, slices: Slices): boolean {
  return 'id' in fact && byId(slices.retired, `${fact.slice}:${fact.id}`) !== undefined
}

function printOfFact(fact: FactRef, slices: Slices): string {
  if ('none' in fact) {
    return valuesOf(slices[fact.slice], fact.none.field).has(fact.none.is) ? 'some' : 'none'
  }
  const record = recordOf(fact, slices)
  if (!record) return absent
  const { endedBy } = sliceDefs[fact.slice]
  if (endedBy !== undefined && Reflect.get(record, endedBy) !== undefined) return ended
  const known = printsOf(record)
  const key = fact.field ?? ''
  const print = known.get(key) ?? printOfValue(record, fact.field)
  known.set(key, print)
  return print
}

function printsOf(record: object): Map<string, string> {
  const known = prints.get(record) ?? new Map<string, string>()
  prints.set(record, known)
  return known
}

function printOfValue(record: Entry, field: string | undefined): string {
  const value: unknown = field === undefined ? record : Reflect.get(record, field)
  return value === undefined ? unknown : printOf(canonicalJson(value))
}

/** NOTE: kept by the list, so that thousands of findings that miss something of one list go through it once. */
const values = new WeakMap<readonly Entry[], Map<string, ReadonlySet<unknown>>>()

/** Everything that stands in a field of a list, alone or in a list of its own. */
function valuesOf(list: readonly Entry[], field: string): ReadonlySet<unknown> {
  const known = values.get(list) ?? new Map<string, ReadonlySet<unknown>>()
  values.set(list, known)
  const found =
    known.get(field) ??
    new Set(
      list.flatMap((record): readonly unknown[] => {
        const value: unknown = Reflect.get(record, field)
        return Array.isArray(value) ? value : [value]
      }),
    )
  known.set(field, found)
  return found
}
