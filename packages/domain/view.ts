import { type Finding, type Reason, worstSeverity } from './finding.ts'
import type { OrganisationId } from './ids.ts'
import { byId, type FactRef, type Party, type Picture, type SliceName, type Slices } from './picture.ts'
import type { Entry } from './record.ts'
import { emptySlices, type SliceDef, sliceDefs, sliceNames } from './slices.ts'

/** What somebody outside the facility may see: its own records, or whole slices that the facility has opened. */
export interface Relation {
  readonly viewer: Party | OrganisationId
  readonly sees: 'own-records' | 'whole-slices'
  readonly slices: ReadonlySet<SliceName>
}

/** A finding as a viewer gets it: same shape, less every trace of what it may not see. */
export type ViewedFinding = Finding

/** Whether a fact lies in the view; an absence is seen only by who sees the whole slice. */
export function canSee(relation: Relation, picture: Picture, fact: FactRef): boolean {
  if (!relation.slices.has(fact.slice)) return false
  if (relation.sees === 'whole-slices') return true
  if ('none' in fact) return false
  const record = byId<Entry>(picture.slices[fact.slice], fact.id)
  return record !== undefined && seenBy(fact.slice, record, picture) === relation.viewer
}

/**
 * The records that a viewer may see, and nothing of them that leads to others: references to records out of view, fields that
 * stay inside, provenance and columns that nobody has read go. What a viewer is shown is built from this alone; findings come from `viewFor`, since a
 * cut picture reads as missing facts.
 */
export function cutSlices(relation: Relation, picture: Picture): Slices {
  const visible = new Map<SliceName, readonly Entry[]>(
    sliceNames.map((slice) => [
      slice,
      relation.slices.has(slice) ? picture.slices[slice].filter((one) => isSeen(relation, slice, one, picture)) : [],
    ]),
  )
  const cut = [...visible].map(([slice, records]) => [slice, records.map((record) => withoutHidden(slice, record, visible))] as const)
  return { ...emptySlices(), ...Object.fromEntries(cut) } // each list holds records of its own slice
}

function isSeen(relation: Relation, slice: SliceName, record: Entry, picture: Picture): boolean {
  return relation.sees === 'whole-slices' || seenBy(slice, record, picture) === relation.viewer
}

/** A record without where it came from and without columns that nobody has read: as somebody outside may read it. */
export function withoutProvenance<R extends Entry>(record: R): Omit<R, 'source' | 'row' | 'fields' | 'extra'> {
  const { source: _, row: __, fields: ___, extra: ____, ...kept } = record
  return kept
}

function withoutHidden(slice: SliceName, record: Entry, visible: ReadonlyMap<SliceName, readonly Entry[]>): Entry {
  const kept = withoutProvenance(record)
  const refs = Object.entries(sliceDefs[slice].refs).map(
    ([field, to]) => [field, seenOnly(Reflect.get(kept, field), visible.get(to) ?? [])] as const,
  )
  const gone = new Set<string>([
    ...refs.filter(([, value]) => value === undefined).map(([field]) => field),
    ...(sliceDefs[slice].inside ?? []),
  ])
  const all = Object.entries({ ...kept, ...Object.fromEntries(refs) }).filter(([field]) => !gone.has(field))
  return Object.fromEntries(all) as unknown as Entry // the record less some of its fields
}

/** The value of a reference as far as it names records in view; undefined where nothing of it is left. */
function seenOnly(value: unknown, visible: readonly Entry[]): unknown {
  if (Array.isArray(value)) {
    const left = value.filter((id) => typeof id === 'string' && byId(visible, id))
    return left.length > 0 ? left : undefined
  }
  if (value === 'none' || value === 'not-applicable') return value
  return typeof value === 'string' && byId(visible, value) ? value : undefined
}

function seenBy(slice: SliceName, record: Entry, picture: Picture): string | undefined {
  const def = sliceDefs[slice] as SliceDef<'sources'> // every slice's `seenBy` takes the records of that slice
  return def.seenBy(record as never, picture.slices) // the record was found in this slice
}

/**
 * The findings that a viewer gets, chosen after analysis of the whole picture. Every deciding reason must cite facts,
 * all in view; with `own-records` the viewer must also be a party. Asides out of view go with the severity they gave.
 */
export function viewFor(relation: Relation, picture: Picture, findings: readonly Finding[]): readonly ViewedFinding[] {
  return findings.flatMap((finding) => {
    if (relation.sees === 'own-records' && !finding.parties.some((party) => party === relation.viewer)) return []
    const because = finding.because.filter((reason) => isInView(relation, picture, reason))
    const deciding = finding.because.filter((reason) => !reason.aside)
    if (deciding.length === 0 || !deciding.every((reason) => because.includes(reason))) return []
    return [viewed(relation, finding, because)]
  })
}

function isInView(relation: Relation, picture: Picture, reason: Reason): boolean {
  return reason.facts.length > 0 && reason.facts.every((fact) => canSee(relation, picture, fact))
}

function viewed(relation: Relation, finding: Finding, because: readonly Reason[]): ViewedFinding {
  const severity = worstSeverity(because.map((reason) => reason.severity)) ?? finding.severity
  const parties =
    relation.sees === 'whole-slices'
      ? finding.parties
      : finding.parties.filter((party) => party === 'facility' || party === relation.viewer)
  const [first, ...others] = parties
  return { ...finding, severity, because, parties: first ? [first, ...others] : finding.parties }
}
