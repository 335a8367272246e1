import type { Evidence } from './checklists/types.ts'
import type { TaskNote } from './facilities/types.ts'
import type { EntityId } from './ids.ts'
import { byId, having, type SliceName, type Slices } from './picture.ts'
import { known } from './record.ts'

/** True for a type that contains an entity id, alone or in a list. */
type IsRef<T> = [Extract<T extends readonly (infer U)[] ? U : T, EntityId>] extends [never] ? false : true

/** Fields of a record that name other records; `source` is the business of every record and left out. */
type RefField<R> = {
  [K in keyof R]-?: K extends 'id' | 'source' ? never : IsRef<NonNullable<R[K]>> extends true ? K : never
}[keyof R]

export interface SliceDef<S extends SliceName> {
  /** Which slice each reference names: for merging, foreign keys and dangling references. Complete by type. */
  readonly refs: { readonly [K in RefField<Slices[S][number]>]: SliceName }
  /** The day on which somebody gave it up: from then on every fact of it has changed. */
  readonly endedBy?: keyof Slices[S][number]
  /** Fields that nobody outside sees, whatever else of the record they see. */
  readonly inside?: readonly (keyof Slices[S][number])[]
  /** The one party besides the facility that may see the record, as `vendor:<id>`. */
  readonly seenBy: (record: Slices[S][number], slices: Slices) => string | undefined
}

function nobody(): undefined {
  return undefined
}

function vendorParty(vendor: string | undefined): string | undefined {
  return vendor === undefined ? undefined : `vendor:${vendor}`
}

function vendorOfSheet(sheet: string | undefined, slices: Slices): string | undefined {
  return vendorParty(known(byId(slices.sheets, sheet)?.vendor))
}

function vendorOfAsset(asset: string | undefined, slices: Slices): string | undefined {
  return vendorParty(known(byId(slices.assets, asset)?.vendor))
}

/** The one party whose answers and tasks this evidence supports; nobody if it also supports what is another's or the facility's. */
function partyOfEvidence({ id, answers }: Evidence, slices: Slices): string | undefined {
  const parties = new Set([
    ...(answers ?? []).map((answer) => vendorOfSheet(byId(slices.answers, answer)?.sheet, slices)),
    ...having(slices.taskNotes, 'evidence', id).map((note) => partyOfNote(note, slices)),
  ])
  return parties.size === 1 ? [...parties][0] : undefined
}

function partyOfNote({ inside, task }: TaskNote, slices: Slices): string | undefined {
  return inside === 'yes' ? undefined : vendorParty(byId(slices.tasks, task)?.vendor)
}

/** What the kernel, the store, the import check and the documentation must know of each slice. */
export const sliceDefs: { readonly [S in SliceName]: SliceDef<S> } = {
  sources: { refs: {}, seenBy: nobody },
  aliases: { refs: {}, seenBy: nobody },
  retired: { refs: {}, seenBy: nobody },
  register: { refs: {}, seenBy: nobody },
  facility: { refs: {}, seenBy: nobody },
  people: { refs: {}, seenBy: nobody },
  services: { refs: {}, seenBy: nobody },
  contacts: { refs: {}, seenBy: nobody },
  tasks: { refs: { owner: 'people', vendor: 'vendors' }, inside: ['findings'], seenBy: (task) => vendorParty(task.vendor) },
  taskNotes: { refs: { task: 'tasks', evidence: 'evidence' }, seenBy: partyOfNote },
  approvals: { refs: { sheets: 'sheets', vendor: 'vendors', scan: 'evidence' }, seenBy: nobody },
  approvalBoxes: { refs: { approval: 'approvals', person: 'people' }, seenBy: nobody },
  vendors: { refs: {}, seenBy: (vendor) => vendorParty(vendor.id) },
  systems: {
    refs: { vendor: 'vendors', maker: 'vendors', contract: 'contracts', services: 'services' },
    seenBy: (system) => vendorParty(known(system.vendor)),
  },
  contracts: { refs: { vendor: 'vendors' }, seenBy: (contract) => vendorParty(contract.vendor) },
  contactChanges: { refs: { vendor: 'vendors' }, seenBy: (change) => vendorParty(change.vendor) },
  visits: { refs: { vendor: 'vendors' }, seenBy: (visit) => vendorParty(visit.vendor) },
  visitSteps: {
    refs: { visit: 'visits' },
    seenBy: (step, slices) => vendorParty(byId(slices.visits, step.visit)?.vendor),
  },
  disclosures: {
    refs: { vendor: 'vendors', system: 'systems', file: 'evidence' },
    seenBy: (sheet) => vendorParty(sheet.vendor),
  },
  backups: { refs: { system: 'systems', device: 'assets' }, seenBy: nobody },
  assets: {
    refs: { owner: 'people', vendor: 'vendors', contract: 'contracts', systems: 'systems', services: 'services', zones: 'zones' },
    seenBy: (asset) => vendorParty(known(asset.vendor)),
  },
  claims: { refs: { asset: 'assets', candidates: 'assets' }, seenBy: nobody },
  software: { refs: { asset: 'assets' }, seenBy: (program, slices) => vendorOfAsset(program.asset, slices) },
  lines: { refs: { carrier: 'vendors', contract: 'contracts', owner: 'people', device: 'assets' }, seenBy: nobody },
  vpns: {
    refs: { device: 'assets', line: 'lines', vendor: 'vendors', contract: 'contracts', owner: 'people', systems: 'systems' },
    endedBy: 'endedOn',
    seenBy: nobody,
  },
  remotePaths: {
    refs: { vendor: 'vendors', assets: 'assets', systems: 'systems', vpn: 'vpns', line: 'lines', contract: 'contracts' },
    endedBy: 'endedOn',
    seenBy: (path) => vendorParty(known(path.vendor)),
  },
  remoteLog: { refs: { path: 'remotePaths' }, seenBy: (entry, slices) => vendorParty(known(byId(slices.remotePaths, entry.path)?.vendor)) },
  faxFlows: { refs: { device: 'assets' }, seenBy: nobody },
  accounts: { refs: { system: 'systems' }, seenBy: nobody },
  zones: { refs: {}, seenBy: nobody },
  links: {
    refs: { fromZone: 'zones', fromAsset: 'assets', fromLine: 'lines', toZone: 'zones', toAsset: 'assets' },
    seenBy: nobody,
  },
  mapPlaces: { refs: { zone: 'zones', asset: 'assets', line: 'lines' }, seenBy: nobody },
  sheets: {
    refs: { vendor: 'vendors', system: 'systems', scan: 'evidence' },
    seenBy: (sheet) => vendorParty(known(sheet.vendor)),
  },
  answers: {
    refs: { sheet: 'sheets', carriedFrom: 'answers' },
    seenBy: (answer, slices) => vendorOfSheet(answer.sheet, slices),
  },
  evidence: { refs: { answers: 'answers' }, seenBy: partyOfEvidence },
  requests: {
    refs: { sheet: 'sheets', proof: 'evidence' },
    seenBy: (request, slices) => vendorOfSheet(request.sheet, slices),
  },
  ticks: { refs: {}, seenBy: nobody },
  discussions: { refs: { sheet: 'sheets' }, seenBy: (discussion, slices) => vendorOfSheet(discussion.sheet, slices) },
  messages: {
    refs: { discussion: 'discussions', evidence: 'evidence' },
    seenBy: (message, slices) => vendorOfSheet(byId(slices.discussions, message.discussion)?.sheet, slices),
  },
  matches: { refs: {}, seenBy: nobody },
  warnings: { refs: { assets: 'assets' }, seenBy: nobody },
  responses: {
    refs: { assets: 'assets', vendor: 'vendors', warning: 'warnings' },
    inside: ['warning'],
    seenBy: (response) => vendorParty(known(response.vendor)),
  },
  responseSteps: {
    refs: { response: 'responses', visit: 'visits', evidence: 'evidence' },
    inside: ['costYen'],
    seenBy: (step, slices) => vendorParty(known(byId(slices.responses, step.response)?.vendor)),
  },
  plannedUpdates: {
    refs: { systems: 'systems', assets: 'assets', vendor: 'vendors', touches: 'systems', testBed: 'assets' },
    seenBy: (update) => vendorParty(known(update.vendor)),
  },
  plannedUpdateSteps: {
    refs: { update: 'plannedUpdates', assets: 'assets', visit: 'visits', evidence: 'evidence' },
    inside: ['costYen'],
    seenBy: (step, slices) => vendorParty(known(byId(slices.plannedUpdates, step.update)?.vendor)),
  },
  controls: {
    refs: { vendor: 'vendors', evidence: 'evidence' },
    seenBy: (statement) => vendorParty(statement.vendor),
  },
  riskDecisions: {
    refs: { vendor: 'vendors', evidence: 'evidence' },
    seenBy: (decision) => vendorParty(decision.vendor),
  },
  finances: { refs: {}, seenBy: nobody },
  quotes: { refs: { vendor: 'vendors', evidence: 'evidence' }, seenBy: nobody },
  lossInputs: { refs: {}, seenBy: nobody },
  planChoices: { refs: { quote: 'quotes' }, seenBy: nobody },
  policies: { refs: { evidence: 'evidence' }, seenBy: nobody },
  inspections: { refs: {}, seenBy: nobody },
  inspectionPoints: { refs: { inspection: 'inspections', task: 'tasks' }, seenBy: nobody },
}

/** Names of all slices in code-unit order. */
export const sliceNames: readonly SliceName[] = (Object.keys(sliceDefs) as SliceName[]).sort() // keys are the slices by type

/** A picture of nothing, for builders and for a facility that has just been made. */
export function emptySlices(): Slices {
  return {
    sources: [],
    aliases: [],
    retired: [],
    register: [],
    facility: [],
    people: [],
    services: [],
    contacts: [],
    tasks: [],
    taskNotes: [],
    approvals: [],
    approvalBoxes: [],
    vendors: [],
    systems: [],
    contracts: [],
    contactChanges: [],
    visits: [],
    visitSteps: [],
    disclosures: [],
    backups: [],
    assets: [],
    claims: [],
    software: [],
    lines: [],
    vpns: [],
    remotePaths: [],
    remoteLog: [],
    faxFlows: [],
    accounts: [],
    zones: [],
    links: [],
    mapPlaces: [],
    sheets: [],
    answers: [],
    evidence: [],
    requests: [],
    ticks: [],
    discussions: [],
    messages: [],
    matches: [],
    warnings: [],
    responses: [],
    responseSteps: [],
    plannedUpdates: [],
    plannedUpdateSteps: [],
    controls: [],
    riskDecisions: [],
    finances: [],
    quotes: [],
    lossInputs: [],
    planChoices: [],
    policies: [],
    inspections: [],
    inspectionPoints: [],
  }
}
