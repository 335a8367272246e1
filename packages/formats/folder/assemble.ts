import {
  answerPlace,
  type ChecklistItem,
  type Entry,
  faultOfLink,
  faultOfPlace,
  isAsked,
  isEntityId,
  type SliceName,
  type Slices,
  sliceDefs,
} from '@mimamori/domain'
import { editionText } from '../checklist-file/head.ts'
import { itemInWords, secondAnswer } from '../checklist-file/two-answers.ts'
import { type Place, type Problem, placeInWords, problem, userError } from '../errors.ts'
import type { Draft } from './draft.ts'
import { entryFields, isIdOfSlice, textAt } from './draft.ts'
import { isRequired } from './field.ts'
import { keyOfDraft, madeId, namedId } from './ids.ts'
import { type Known, type Names, namesOf } from './names.ts'
import { listFiles, tables } from './tables.ts'

/** Slices so that what a key names comes before it. */
const order: readonly SliceName[] = [
  'facility',
  'aliases',
  'retired',
  'sources',
  'vendors',
  'services',
  'people',
  'contacts',
  'contracts',
  'systems',
  'zones',
  'assets',
  'backups',
  'software',
  'claims',
  'lines',
  'vpns',
  'remotePaths',
  'remoteLog',
  'faxFlows',
  'accounts',
  'links',
  'mapPlaces',
  'sheets',
  'answers',
  'evidence',
  'requests',
  'ticks',
  'discussions',
  'messages',
  'tasks',
  'taskNotes',
  'inspections',
  'inspectionPoints',
  'approvals',
  'approvalBoxes',
  'contactChanges',
  'visits',
  'visitSteps',
  'disclosures',
  'matches',
  'warnings',
  'responses',
  'responseSteps',
  'plannedUpdates',
  'plannedUpdateSteps',
  'controls',
  'riskDecisions',
  'securityPolicies',
  'finances',
  'quotes',
  'lossInputs',
  'planChoices',
  'policies',
  'register',
]

export interface Assembled {
  readonly facility: string
  readonly slices: Slices
  readonly problems: readonly Problem[]
  /** Ids made for records without one, for `writeIds`. */
  readonly made: readonly { readonly draft: Draft; readonly id: string }[]
  /** Where each record stands, by slice and id. */
  readonly placeOf: (slice: SliceName, id: string) => Place
}

interface Work {
  readonly facility: string
  readonly items: readonly ChecklistItem[] | undefined
  readonly records: Map<SliceName, Known[]>
  readonly byId: Map<string, Known>
  readonly idOfDraft: Map<Draft, string>
  readonly answered: Map<string, Draft>
  /** Made when a name is first looked up, and again after a record came. */
  names: Names | undefined
  readonly problems: Problem[]
  readonly made: { readonly draft: Draft; readonly id: string }[]
}

/** Gives every draft its id, finds what it refers to, and makes records of those that are whole; `items` are those that may be answered. */
export function assemble(drafts: readonly Draft[], items?: readonly ChecklistItem[]): Assembled {
  const facility = facilityId(drafts)
  const maps = { records: new Map(), byId: new Map(), idOfDraft: new Map(), answered: new Map() }
  const work: Work = { facility, items, ...maps, names: undefined, problems: [], made: [] }
  for (const slice of order) for (const draft of drafts) if (draft.slice === slice) admit(work, draft)
  for (const known of [...work.records.values()].flat()) resolveRefs(work, known.draft, () => true)
  for (const slice of ['links', 'mapPlaces'] as const) dropWithoutEnds(work, slice)
  const slices = Object.fromEntries(order.map((slice) => [slice, (work.records.get(slice) ?? []).map((known) => recordOf(known))]))
  return { facility, slices: slices as unknown as Slices, problems: work.problems, made: work.made, placeOf: placesIn(work.byId) } // each field was read by the table of its slice
}

/** NOTE: the places alone: the drafts, each with the place of every cell, are several times the picture and go when it is there. */
function placesIn(byId: ReadonlyMap<string, Known>): Assembled['placeOf'] {
  const places = new Map<string, Place>()
  for (const [key, { draft }] of byId) places.set(key, draft.place)
  return (slice, id) => places.get(`${slice}:${id}`) ?? {}
}

function facilityId(drafts: readonly Draft[]): string {
  const draft = drafts.find((one) => one.slice === 'facility')
  if (!draft?.values.get('name')) throw userError('folder/no-name', draft?.place ?? { file: 'facility.yaml' })
  const id = textAt(draft, 'id')
  if (isEntityId(id)) return id
  return madeId('facility', '', textAt(draft, 'institutionCode') || textAt(draft, 'name'))
}

/** Takes a draft among the records, or says why not. */
function admit(work: Work, draft: Draft): void {
  const { slice } = draft
  if (slice === 'facility' && work.records.has('facility')) return
  if (draft.sheet) draft.values.set('sheet', work.idOfDraft.get(draft.sheet))
  completeItem(draft, work)
  resolveRefs(work, draft, (field) => isRequiredField(slice, field) || (slice === 'sheets' && (field === 'vendor' || field === 'system')))
  const missing = Object.entries(tables[slice]).find(([key, field]) => isRequired(field) && draft.values.get(key) === undefined)
  if (missing) {
    const isToldAtSheet = draft.sheet && missing[0] === 'sheet'
    if (!isToldAtSheet) work.problems.push(problem('value/missing', placeOf(draft, missing[0]), { column: missing[1].ja }))
    return
  }
  if (slice === 'answers' && !mayAnswer(work, draft)) return
  const id = idOf(work, draft)
  if (id !== undefined) keep(work, draft, id)
}

/** A link or a place on the map whose ends are not there is told and left out, once it is known what they name. */
function dropWithoutEnds({ records, problems }: Work, slice: 'links' | 'mapPlaces'): void {
  const kept = (records.get(slice) ?? []).filter((known) => {
    const fault = slice === 'links' ? faultOfLink(recordOf(known)) : faultOfPlace(recordOf(known))
    if (fault) problems.push(problem(`value/${fault}`, known.draft.place))
    return fault === undefined
  })
  records.set(slice, kept)
}

/** An answer to a question that is not asked, or was answered already, is told and left out. */
function mayAnswer(work: Work, draft: Draft): boolean {
  const [sheet, item, part] = [textAt(draft, 'sheet'), textAt(draft, 'item'), textAt(draft, 'part')]
  const edition = textAt(work.byId.get(`sheets:${sheet}`)?.draft ?? draft, 'edition')
  if (work.items && !isAsked(work.items, item, edition)) {
    const values = { number: itemInWords(item), edition: editionText(edition) }
    work.problems.push(problem('checklist/unknown-item', placeOf(draft, 'item'), values))
    return false
  }
  const row = answerPlace({ sheet, item, part })
  const first = work.answered.get(row)
  if (first) work.problems.push(secondAnswer(item, { first: first.place, second: placeOf(draft, 'item') }))
  else work.answered.set(row, draft)
  return first === undefined
}

function isRequiredField(slice: SliceName, key: string): boolean {
  const field = tables[slice][key]
  return field !== undefined && isRequired(field)
}

function refuse(work: Work, found: Problem): undefined {
  work.problems.push(found)
  return undefined
}

/** A number of the form becomes the item of the edition that its sheet is in; without a sheet, of the facility's own. */
function completeItem(draft: Draft, work: Work): void {
  const item = draft.values.get('item')
  if (typeof item !== 'string' || item.includes(':')) return
  const own = work.records
    .get('sheets')
    ?.find(({ draft: sheet }) => sheet.values.get('audience') !== 'vendor' && !sheet.values.has('closedOn'))
  const sheet = draft.sheet ?? own?.draft
  const edition = sheet ? textAt(sheet, 'edition') : ''
  if (edition !== '') draft.values.set('item', `${edition}:${item}`)
}

/** The id that is written, else one made from the key; undefined, with a problem told, where neither will do. */
function idOf(work: Work, draft: Draft): string | undefined {
  const { slice } = draft
  const written = textAt(draft, 'id')
  if (slice === 'facility') {
    if (written !== work.facility) work.made.push({ draft, id: work.facility })
    return work.facility
  }
  if (written.trim() !== '') return writtenId(work, draft, written)
  const key = keyOfDraft(draft)
  if (key === undefined) return refuse(work, problem('value/missing', draft.place, { column: 'ID' }))
  const id = namedId(draft) ?? madeId(slice, work.facility, key)
  const first = work.byId.get(`${slice}:${id}`)
  if (first) return refuse(work, sameRecord(draft, first.draft))
  work.made.push({ draft, id })
  return id
}

function sameRecord(draft: Draft, first: Draft): Problem {
  const name = ['name', 'title', 'item', 'parameter'].map((key) => textAt(draft, key)).find((text) => text !== '') ?? draft.slice
  return problem('folder/same-record', draft.place, { name, first: wherePlace(first.place) })
}

function writtenId(work: Work, draft: Draft, id: string): string | undefined {
  const { slice } = draft
  if (!isIdOfSlice(slice, id)) return refuse(work, problem('value/not-an-id', placeOf(draft, 'id'), { value: id }))
  const first = work.byId.get(`${slice}:${id}`)
  if (first) return refuse(work, problem('folder/same-id', placeOf(draft, 'id'), { id, first: wherePlace(first.draft.place) }))
  const alias = slice === 'aliases' ? undefined : work.byId.get(`aliases:${id}`)
  if (alias && alias.draft.values.get('slice') === slice)
    return refuse(work, problem('folder/merged-id', placeOf(draft, 'id'), { id, to: textAt(alias.draft, 'to') }))
  return id
}

function wherePlace(place: Place): { ja: string; en: string } {
  return { ja: placeInWords(place, 'ja'), en: placeInWords(place, 'en') }
}

function placeOf(draft: Draft, key: string): Place {
  return draft.places.get(key) ?? draft.place
}

function keep(work: Work, draft: Draft, id: string): void {
  const known = { id, draft }
  work.byId.set(`${draft.slice}:${id}`, known)
  work.idOfDraft.set(draft, id)
  work.names = undefined
  const list = work.records.get(draft.slice)
  if (list) list.push(known)
  else work.records.set(draft.slice, [known])
}

const fieldRefs: Readonly<Record<SliceName, Readonly<Record<string, SliceName>>>> = Object.fromEntries(
  order.map((slice) => [slice, { ...sliceDefs[slice].refs, source: 'sources' }]),
) as unknown as Readonly<Record<SliceName, Readonly<Record<string, SliceName>>>> // one entry per slice

/** Turns what is written in a reference into an id; what is found nowhere is told and becomes unknown. */
function resolveRefs(work: Work, draft: Draft, wanted: (field: string) => boolean): void {
  for (const [field, to] of Object.entries(fieldRefs[draft.slice])) {
    const value = draft.values.get(field)
    if (value === undefined || value === 'none' || value === 'not-applicable' || !wanted(field)) continue
    const texts = Array.isArray(value) ? value.map(String) : [textAt(draft, field)]
    const found = texts.map((text) => resolve(work, to, text))
    for (const [at, text] of texts.entries()) if (found[at] === undefined) work.problems.push(unknownReference(draft, field, to, text))
    const known = found.filter((id) => id !== undefined)
    if (Array.isArray(value)) draft.values.set(field, known)
    else if (known[0] === undefined) draft.values.delete(field)
    else draft.values.set(field, known[0])
  }
}

function resolve(work: Work, to: SliceName, text: string): string | undefined {
  if (work.byId.has(`${to}:${text}`)) return text
  const alias = work.byId.get(`aliases:${text}`)
  if (alias) return resolve(work, to, textAt(alias.draft, 'to'))
  work.names ??= namesOf(work.records)
  return work.names.find(to, text)
}

function unknownReference(draft: Draft, key: string, to: SliceName, value: string): Problem {
  const field = tables[draft.slice][key] ?? entryFields[key]
  const list = listFiles.find((one) => one.slice === to)?.name
  return problem('value/unknown-reference', placeOf(draft, key), {
    column: field?.ja ?? key,
    value,
    list: list === undefined ? `${to}:` : `${list}.csv`,
  })
}

function recordOf({ id, draft }: Known): Entry {
  const { id: _, ...values } = Object.fromEntries(draft.values)
  const extra = draft.extra.size > 0 ? { extra: Object.fromEntries(draft.extra) } : {}
  return { id, ...values, ...extra }
}
