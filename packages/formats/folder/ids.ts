import { createHash } from 'node:crypto'
import { answerIdOf, entityId, isKnown, type SliceName, type SystemId, sheetIdOf, type VendorId } from '@mimamori/domain'
import { foldText } from '../text.ts'
import { type Draft, textAt } from './draft.ts'

const prefixes: Readonly<Record<SliceName, string>> = {
  sources: 'src',
  aliases: 'alias',
  retired: 'gone',
  register: 'finding',
  facility: 'f',
  people: 'p',
  services: 'care',
  contacts: 'contact',
  vendors: 'v',
  systems: 'sys',
  contracts: 'c',
  backups: 'b',
  assets: 'd',
  claims: 'claim',
  software: 'sw',
  lines: 'line',
  vpns: 'vpn',
  remotePaths: 'remote',
  remoteLog: 'rlog',
  faxFlows: 'fax',
  accounts: 'ids',
  zones: 'zone',
  links: 'link',
  mapPlaces: 'place',
  sheets: 'sheet',
  answers: 'a',
  evidence: 'e',
  requests: 'req',
  ticks: 'tick',
  discussions: 'talk',
  messages: 'msg',
  inspections: 'visit',
  inspectionPoints: 'point',
  tasks: 'task',
  taskNotes: 'note',
  approvals: 'ok',
  approvalBoxes: 'box',
  contactChanges: 'new-contact',
  visits: 'visit',
  visitSteps: 'visit-step',
  disclosures: 'mds',
  matches: 'match',
  warnings: 'warn',
  responses: 'resp',
  responseSteps: 'resp-step',
  plannedUpdates: 'update',
  plannedUpdateSteps: 'update-step',
  controls: 'stated',
  riskDecisions: 'decision',
  finances: 'finances',
  quotes: 'quote',
  lossInputs: 'loss-input',
  planChoices: 'choice',
  policies: 'policy',
}

/** What tells records of a slice apart when they carry no id, strongest first; `sheet` is that of an answer. */
const keys: Readonly<Partial<Record<SliceName, readonly string[]>>> = {
  sources: ['kind', 'name', 'seenOn'],
  facility: ['institutionCode', 'name'],
  people: ['name'],
  services: ['kind', 'name'],
  contacts: ['kind', 'name', 'office'],
  vendors: ['name'],
  systems: ['name'],
  contracts: ['vendor', 'title', 'from'],
  backups: ['system', 'way'],
  assets: ['tag', 'serial', 'name', 'room'],
  claims: ['by', 'file', 'row', 'seenAt'],
  software: ['asset', 'name', 'version'],
  lines: ['name', 'kind'],
  vpns: ['name', 'purpose'],
  remotePaths: ['vendor', 'name'],
  remoteLog: ['path', 'on', 'time', 'turned'],
  faxFlows: ['name', 'from', 'to'],
  accounts: ['system', 'name'],
  zones: ['name'],
  links: ['fromZone', 'fromAsset', 'fromLine', 'toZone', 'toAsset', 'layer'],
  mapPlaces: ['zone', 'asset', 'line'],
  sheets: ['edition', 'fiscalYear', 'audience', 'vendor', 'system'],
  answers: ['sheet', 'item', 'part'],
  evidence: ['sha256', 'name', 'place'],
  requests: ['sheet', 'kind', 'way', 'on', 'person', 'note'],
  ticks: ['card', 'step', 'item', 'doneOn'],
  inspections: ['on'],
  inspectionPoints: ['inspection', 'order', 'kind', 'text'],
  matches: ['line', 'advisory'],
  warnings: ['issuer', 'title', 'receivedOn'],
  plannedUpdates: ['title', 'dueOn'],
  controls: ['control', 'party', 'vendor'],
  riskDecisions: ['risk', 'vendor', 'asked', 'askedOn'],
  finances: ['fiscalYear'],
  quotes: ['measure', 'vendor', 'from', 'unit', 'quotedOn'],
  lossInputs: ['parameter'],
  planChoices: ['measure', 'fiscalYear'],
  policies: ['insurer', 'product', 'from'],
}

/** The text that stands for a record without an id; undefined where only an id can name it. */
export function keyOfDraft(draft: Draft): string | undefined {
  const fields = keys[draft.slice]
  if (!fields) return undefined
  const parts = fields.map((key) => foldText(textAt(draft, key)))
  return parts.every((part) => part === '') ? undefined : parts.join('\u0000')
}

/**
 * An id made from a hash of facility, kind of record and key, so that the same row gets the same id at the next
 * reading, and no name or number of a device can be read from it.
 */
export function madeId(slice: SliceName, facility: string, key: string): string {
  const hash = createHash('sha256').update([facility, slice, key].join('\u0000')).digest('hex')
  return `${prefixes[slice]}:${hash.slice(0, 16)}`
}

/** Sheets and answers are named after what they are of, as everywhere in the product, so that a file that comes back finds them. */
export function namedId({ slice, values }: Draft): string | undefined {
  const [vendor, system, part] = ['vendor', 'system', 'part'].map((key) => knownText(values.get(key)))
  if (slice === 'answers') {
    const [sheet, item] = [String(values.get('sheet')), String(values.get('item'))]
    return sheet.length + item.length > 60 ? undefined : answerIdOf(sheet, item, part)
  }
  if (slice !== 'sheets' || (vendor ?? '').length + (system ?? '').length > 50) return undefined
  return sheetIdOf({
    fiscalYear: Number(values.get('fiscalYear')),
    edition: String(values.get('edition')),
    ...(vendor !== undefined && { vendor: entityId<VendorId>(vendor) }),
    ...(system !== undefined && { system: entityId<SystemId>(system) }),
  })
}

function knownText(value: unknown): string | undefined {
  return typeof value === 'string' && isKnown(value) ? value : undefined
}
