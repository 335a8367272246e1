import { recordSchemas } from '@mimamori/contract'
import {
  answerFaults,
  applyChange,
  byId,
  type Change,
  type Entry,
  emptySlices,
  type Picture,
  pictureOf,
  type Reference,
  type SliceName,
  sliceDefs,
  sliceNames,
} from '@mimamori/domain'
import { type Place, tables } from '@mimamori/formats'
import type * as z from 'zod'
import { namesIn, subjectOf } from '../facilities/index.ts'
import { versionKey } from '../kept.ts'
import { fillText } from '../words.ts'
import { importProblems } from './problems.ts'
import type { ReadProblem } from './reading.ts'
import { sliceTexts } from './texts.ts'

interface Sifted<C> {
  /** What can be registered as it stands. */
  readonly changes: readonly C[]
  readonly problems: readonly ReadProblem[]
  /** The picture with these changes. */
  readonly picture: Picture
}

export interface SiftOptions {
  readonly reference: Pick<Reference, 'editions' | 'items'>
  /** Where a record stands in the file, where the reader knows. */
  readonly placeOf: (slice: SliceName, id: string) => Place
}

type Why =
  | 'import/field-not-kept'
  | 'import/unknown-edition'
  | 'import/unknown-item'
  | 'import/double-answer'
  | 'import/nothing-named'
  | 'import/still-named'

interface Fault {
  readonly slice: SliceName
  readonly id: string
  readonly why: Why
  readonly field?: string
}

/**
 * Holds what a file proposes against the same schema and the same rules as any change, before a person is asked to
 * register it: what would be refused is left out and told, the rest stays usable.
 */
export function sift<C extends { readonly change: Change }>(start: Picture, proposed: readonly C[], options: SiftOptions): Sifted<C> {
  const problems: ReadProblem[] = []
  let now = applied(start, proposed)
  for (let look: Look = schemaFaults; ; look = wholeFaults) {
    const faults = new Map(look(start, now, options).map((fault) => [versionKey(fault.slice, fault.id), fault]))
    if (faults.size === 0 && look === wholeFaults) return { ...now, problems }
    const faultOf = ({ change }: C) => faults.get(versionKey(change.slice, subjectOf(change)))
    for (const one of now.changes) {
      const fault = faultOf(one)
      if (fault) problems.push(told(one.change, fault, options))
    }
    const rest = now.changes.filter((one) => !faultOf(one))
    if (rest.length === now.changes.length && look === wholeFaults) return { ...now, problems }
    now = applied(start, rest)
  }
}

/** A whole picture, held against the same: for a folder that becomes a facility of its own. */
export function siftWhole(picture: Picture, options: SiftOptions): Omit<Sifted<never>, 'changes'> {
  const { facility, revision } = picture
  const all = sliceNames.flatMap(
    (slice) => picture.slices[slice].map((record: Entry) => ({ change: { kind: 'add', slice, record } as Change })), // a record of this slice
  )
  const aliasesLast = [...all.filter(({ change }) => change.slice !== 'aliases'), ...all.filter(({ change }) => change.slice === 'aliases')]
  return sift(pictureOf({ facility, revision, slices: emptySlices() }), aliasesLast, options)
}

interface Applied<C> {
  readonly picture: Picture
  readonly changes: readonly C[]
}

function applied<C extends { readonly change: Change }>(start: Picture, proposed: readonly C[]): Applied<C> {
  let picture = start
  const changes = proposed.filter(({ change }) => {
    const result = applyChange(picture, change)
    if (result.kind === 'applied') picture = result.picture
    return result.kind === 'applied'
  })
  return { picture, changes }
}

type Look = (start: Picture, now: Applied<{ readonly change: Change }>, options: SiftOptions) => readonly Fault[]

const schemaFaults: Look = (_, { picture, changes }) =>
  changes.flatMap(({ change }): Fault[] => {
    if (change.kind !== 'add' && change.kind !== 'set') return []
    const id = subjectOf(change)
    const schema: z.ZodType = recordSchemas[change.slice]
    const parsed = schema.safeParse(byId<Entry>(picture.slices[change.slice], id))
    return parsed.success
      ? []
      : [{ slice: change.slice, id, why: 'import/field-not-kept', field: String(parsed.error.issues[0]?.path[0] ?? 'id') }]
  })

const wholeFaults: Look = (start, { picture, changes }, { reference }) => {
  const touched = new Set(changes.map(({ change }) => versionKey(change.slice, subjectOf(change))))
  const dangling = sliceNames
    .flatMap((slice) => danglingIn(picture, slice))
    .map((one): Fault => {
      const isTouched = touched.has(versionKey(one.slice, one.id))
      return isTouched && !touched.has(versionKey(one.to, one.name))
        ? { slice: one.slice, id: one.id, why: 'import/nothing-named', field: one.field }
        : { slice: one.to, id: one.name, why: 'import/still-named' }
    })
  const answers = answerFaults(start.slices, picture.slices, reference).map(
    ({ slice, id, why }): Fault => ({ slice, id, why: `import/${why}` }),
  )
  return [...dangling, ...answers]
}

interface Dangling {
  readonly slice: SliceName
  readonly id: string
  readonly field: string
  readonly to: SliceName
  readonly name: string
}

function danglingIn({ slices }: Picture, slice: SliceName): readonly Dangling[] {
  const records: readonly Entry[] = slices[slice]
  return Object.entries(sliceDefs[slice].refs).flatMap(([field, to]) =>
    records.flatMap((record) =>
      namesIn(Reflect.get(record, field))
        .filter((name) => !byId<Entry>(slices[to], name))
        .map((name) => ({ slice, id: record.id, field, to, name })),
    ),
  )
}

function told(change: Change, { why, field }: Pick<Fault, 'why' | 'field'>, { placeOf }: SiftOptions): ReadProblem {
  const record = change.kind === 'add' ? change.record : undefined
  const id = record?.id ?? ('id' in change ? change.id : '')
  const name: unknown = record && (Reflect.get(record, 'name') ?? Reflect.get(record, 'title') ?? Reflect.get(record, 'item'))
  const column = field === undefined ? undefined : (tables[change.slice][field]?.ja ?? field)
  const { message, action } = importProblems[why]
  const values = { slice: sliceTexts[change.slice], name: typeof name === 'string' ? name.slice(0, 60) : id, column: column ?? '' }
  const row = record?.row
  const place = { ...(row !== undefined && { row }), ...placeOf(change.slice, id), ...(column !== undefined && { column }) }
  return { code: why, message: fillText(message, values), action, place }
}
