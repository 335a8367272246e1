import { dateInWords, readDate } from './calendar.ts'
import { type ChecklistItem, itemWords, ownReader } from './checklists/index.ts'
import { deltaOf } from './delta.ts'
import type { FacilityWords } from './facilities/index.ts'
import { type Finding, partyOf, type Reason, type RuleEntry } from './finding.ts'
import { byId, type FactRef, type Party, type Picture, type Reference, type RegisterRow, type Slices } from './picture.ts'
import { known, type Lang, type SayValues, type Text } from './record.ts'

/** What `describe` needs of the catalogue: numbers and titles of items, the words of the facility's kind, names of risks, controls and measures. */
export interface Wording extends Partial<Pick<Reference, 'risks' | 'riskCategories' | 'controlTypes' | 'planMeasures'>> {
  readonly items: readonly ChecklistItem[]
  readonly facilityWords: readonly FacilityWords[]
}

export interface DescribedReason {
  readonly text: string
  readonly facts: readonly FactRef[]
  readonly aside: boolean
}

/** What a list says of a finding. */
export interface Headline {
  readonly title: string
  readonly step: string
  readonly party: Party | 'both'
  readonly partyNames: readonly string[]
}

/** A finding in words: sentences of the catalogue with the names that its subjects have today. */
export interface Described extends Headline {
  readonly reasons: readonly DescribedReason[]
}

interface Context {
  readonly picture: Picture
  readonly entry: RuleEntry
  readonly wording: Wording
  readonly lang: Lang
}

/** Prints a finding. Names come from its subjects and what these point at; dates are written out. */
export function describe(finding: Finding, context: Context): Described {
  const { entry, lang } = context
  const fill = fillerFor(finding, context)
  return {
    ...headlineOf(finding, context),
    reasons: finding.because.map((reason) => ({
      text: sentence(entry, reason, lang, (text, values) => fill(text, values, namesOfFacts(reason, context))),
      facts: reason.facts,
      aside: reason.aside ?? false,
    })),
  }
}

/** The same without the reasons, which cost the most and which no list shows. */
export function headlineOf(finding: Finding, context: Context): Headline {
  const { entry, lang } = context
  const fill = fillerFor(finding, context)
  const values = Object.assign({}, ...finding.because.map((reason) => reason.with ?? {})) as SayValues // reasons' values, last wins
  return {
    title: fill(titleOf(finding, entry)[lang], values),
    step: fill(entry.step[lang], values),
    party: partyOf(finding.parties),
    partyNames: finding.parties.map((party) => nameOfParty(party, context)),
  }
}

type Fill = (text: string, values?: SayValues, more?: Names) => string

function fillerFor(finding: Finding, context: Context): Fill {
  const lastDeciding = finding.because.findLast(({ aside }) => !aside)
  const ends = { ...namesOfEnds(finding.because[0], context, 'from'), ...namesOfEnds(lastDeciding, context, 'to') }
  const names = { ...vendorsOf(finding.parties, context), ...namesOf(finding.subjects, context), ...ends }
  return (text, values = {}, more = {}) => fillIn(text, { ...names, ...more, ...wordsOf(values, context.lang) })
}

function titleOf(finding: Finding, entry: RuleEntry): Text {
  if (isVendorFirst(finding) && entry.vendorTitle) return entry.vendorTitle
  const decides = finding.because.find(({ say, aside }) => !aside && entry.titles?.[say] !== undefined)
  return (decides && entry.titles?.[decides.say]) ?? entry.title
}

function isVendorFirst({ parties }: Finding): boolean {
  return parties[0] !== 'facility'
}

function sentence(entry: RuleEntry, reason: Reason, lang: Lang, fill: (text: string, values?: SayValues) => string): string {
  const text = entry.says[reason.say]
  return text ? fill(text[lang], reason.with) : reason.say
}

/** A name for a party: the vendor's, or how the facility calls itself. */
export function nameOfParty(party: Party, context: { picture: Picture; wording: Wording; lang: Lang }): string {
  if (party !== 'facility') return byId(context.picture.slices.vendors, party.slice('vendor:'.length))?.name ?? party
  return wordsOfFacility(context).us
}

function wordsOfFacility(context: { picture: Picture; wording: Wording; lang: Lang }): { us: string; head: string } {
  const facility = context.picture.slices.facility[0]
  const words = byId(context.wording.facilityWords, facility?.kind ?? 'other')
  return { us: words?.us[context.lang] ?? facility?.name ?? '', head: words?.head[context.lang] ?? '' }
}

type Names = Record<string, string>

/** A vendor that must act is named also where none of the subjects leads to it: a device alone does not say who looks after it. */
export function vendorsOf(parties: readonly Party[], context: { picture: Picture; wording: Wording; lang: Lang }): Names {
  const first = parties.find((party) => party !== 'facility')
  if (first === undefined) return {}
  const vendor = nameOfParty(first, context)
  return { vendor, vendorSystem: vendor }
}

/**
 * A reason may speak of a record that the finding as a whole is not about: one of several vendors. Of a step from one thing to
 * another `from` and `to` are the names of its first two facts.
 */
function namesOfFacts(reason: Reason, context: { picture: Picture; wording: Wording; lang: Lang }): Names {
  const ids = reason.facts.map((fact) => ('id' in fact ? fact.id : fact.none.is))
  const [from, to] = ids.map((id) => nameOf(id, context))
  return { ...namesOf(ids, context), ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** A finding about a way begins with the reason that names where it starts, and its last deciding one names where it ends. */
function namesOfEnds(reason: Reason | undefined, context: { picture: Picture; wording: Wording; lang: Lang }, end: 'from' | 'to'): Names {
  const [first] = reason?.facts ?? []
  const name = first && 'id' in first ? nameOf(first.id, context) : undefined
  return name === undefined ? {} : { [end]: name }
}

/** What a person calls a thing that stands on the map. */
function nameOf(id: string, { picture: { slices } }: { picture: Picture }): string | undefined {
  const lists = [slices.zones, slices.assets, slices.lines, slices.vpns, slices.remotePaths] as const
  for (const list of lists) {
    const record = byId<{ id: string; name: string }>(list, id)
    if (record) return record.name
  }
  return undefined
}

/** The names that a sentence about these subjects may use. NOTE: walks from a subject to what it stands for: an answer leads to its item and sheet, a sheet to vendor and system. */
export function namesOf(subjects: readonly string[], context: { picture: Picture; wording: Wording; lang: Lang }): Names {
  const names: Names = { ...wordsOfFacility(context) }
  for (const subject of subjects) addNames(names, subject, context)
  const { vendor, system } = names
  const exit = names['line'] ?? names['vpn'] ?? names['remotePath']
  const place = names['zone'] ?? names['asset']
  if (exit !== undefined) names['exit'] = exit
  if (place !== undefined) names['place'] = place
  if (vendor !== undefined) names['vendorSystem'] = system === undefined ? vendor : `${vendor}${bracketed(system, context.lang)}`
  return names
}

function bracketed(name: string, lang: Lang): string {
  return lang === 'ja' ? `(${name})` : ` (${name})`
}

/** The placeholder that stands for the name of a record, by the list that holds it. */
const namedLists = {
  vendor: 'vendors',
  system: 'systems',
  evidence: 'evidence',
  person: 'people',
  asset: 'assets',
  flow: 'faxFlows',
  accounts: 'accounts',
  line: 'lines',
  vpn: 'vpns',
  remotePath: 'remotePaths',
  zone: 'zones',
  response: 'responses',
  warning: 'warnings',
  update: 'plannedUpdates',
} as const
const placeholders = Object.entries(namedLists)

function addNames(names: Names, id: string | undefined, context: { picture: Picture; wording: Wording; lang: Lang }): void {
  if (id === undefined) return
  const { slices } = context.picture
  const item = byId(context.wording.items, id)
  if (item) Object.assign(names, { item: item.number, itemTitle: itemWords(item, ownReader(slices)).title[context.lang] })
  for (const [key, slice] of placeholders) {
    const record = byId<{ id: string; name?: string; title?: string }>(slices[slice], id)
    const name = record?.title ?? record?.name
    if (name !== undefined) names[key] = name
  }
  Object.assign(names, namesOfRisk(id, context), namesOfMoney(id, context))
  const answer = byId(slices.answers, id)
  if (answer) for (const next of [answer.item, answer.sheet]) addNames(names, next, context)
  const sheet = byId(slices.sheets, id)
  if (sheet) for (const next of [known(sheet.vendor), known(sheet.system)]) addNames(names, next, context)
}

/** What the catalogue calls a risk, a control or a category; a statement or a decision is called by what it is about. */
function namesOfRisk(id: string, { picture: { slices }, wording, lang }: { picture: Picture; wording: Wording; lang: Lang }): Names {
  const risk = byId(wording.risks ?? [], byId(slices.riskDecisions, id)?.risk ?? id)
  const control = byId(wording.controlTypes ?? [], byId(slices.controls, id)?.control ?? id)
  const category = byId(wording.riskCategories ?? [], id)
  return {
    ...(risk && { risk: risk.name[lang] }),
    ...(control && { control: control.name[lang] }),
    ...(category && { category: category.name[lang] }),
  }
}

/** A policy is called by its insurer; a choice of the plan by its measure. */
function namesOfMoney(id: string, { picture: { slices }, wording, lang }: { picture: Picture; wording: Wording; lang: Lang }): Names {
  const policy = byId(slices.policies, id)
  const measure = byId(wording.planMeasures ?? [], byId(slices.planChoices, id)?.measure ?? id)
  return { ...(policy && { policy: policy.insurer }), ...(measure && { measure: measure.name[lang] }) }
}

/**
 * Tells whether a finding may be called otherwise than in an earlier picture: a record that its words lead to is
 * another. NOTE: the way back of `addNames`; a change of one name must not cost a look at all findings.
 */
export function renamedSince(before: Slices, now: Slices): (row: Pick<RegisterRow, 'subjects' | 'parties' | 'grounds'>) => boolean {
  if (before.facility !== now.facility) return () => true
  const ids = new Set<string>()
  const note = (slice: (typeof namedLists)[keyof typeof namedLists] | 'sheets' | 'answers' | 'policies') => {
    const { changed, gone } = deltaOf(before[slice], now[slice])
    for (const { id } of changed) ids.add(id)
    for (const id of gone) ids.add(id)
  }
  for (const [, slice] of placeholders) note(slice)
  note('policies')
  note('sheets')
  if (ids.size > 0) for (const sheet of now.sheets) if (ids.has(sheet.vendor ?? '') || ids.has(sheet.system ?? '')) ids.add(sheet.id)
  if (ids.size > 0) for (const answer of now.answers) if (ids.has(answer.sheet)) ids.add(answer.id)
  note('answers')
  if (ids.size === 0) return () => false
  return ({ subjects, parties, grounds }) =>
    subjects.some((id) => ids.has(id)) ||
    parties.some((party) => party !== 'facility' && ids.has(party.slice('vendor:'.length))) ||
    grounds.some(({ fact }) => 'id' in fact && ids.has(fact.id)) // the ends of a way are named by its facts
}

function wordsOf(values: SayValues, lang: Lang): Names {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, wordOf(value, lang)]))
}

function wordOf(value: string | number, lang: Lang): string {
  if (typeof value === 'number') return String(value)
  const day = readDate(value)
  return day ? dateInWords(day, lang) : value
}

/** Puts values into a sentence; a placeholder without a value stays, so that a test sees it. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}
