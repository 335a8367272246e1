import type { SliceName } from '@mimamori/domain'
import type { AnyFields, FieldsOf } from './field.ts'
import { assetsFields, linesFields, softwareFields } from './tables/assets.ts'
import {
  answersFields,
  discussionsFields,
  evidenceFields,
  inspectionPointsFields,
  inspectionsFields,
  messagesFields,
  requestsFields,
  sheetsFields,
  ticksFields,
} from './tables/checklists.ts'
import { claimsFields } from './tables/claims.ts'
import { contactsFields, facilityFields, peopleFields, servicesFields } from './tables/facility.ts'
import { aliasesFields, registerFields, retiredFields, sourcesFields } from './tables/kernel.ts'
import { financesFields, lossInputsFields, planChoicesFields, policiesFields, quotesFields } from './tables/money.ts'
import { linksFields, mapPlacesFields, zonesFields } from './tables/network.ts'
import { accountsFields, faxFlowsFields, remoteLogFields, remotePathsFields, vpnsFields } from './tables/remote.ts'
import { controlsFields, riskDecisionsFields } from './tables/risks.ts'
import { approvalBoxesFields, approvalsFields, taskNotesFields, tasksFields } from './tables/tasks.ts'
import {
  backupsFields,
  contactChangesFields,
  contractsFields,
  disclosuresFields,
  systemsFields,
  vendorsFields,
  visitStepsFields,
  visitsFields,
} from './tables/vendors.ts'
import {
  matchesFields,
  plannedUpdateStepsFields,
  plannedUpdatesFields,
  responseStepsFields,
  responsesFields,
  warningsFields,
} from './tables/vulnerabilities.ts'

const exactTables: { readonly [S in SliceName]: FieldsOf<S> } = {
  sources: sourcesFields,
  aliases: aliasesFields,
  retired: retiredFields,
  register: registerFields,
  facility: facilityFields,
  people: peopleFields,
  services: servicesFields,
  contacts: contactsFields,
  vendors: vendorsFields,
  systems: systemsFields,
  contracts: contractsFields,
  contactChanges: contactChangesFields,
  visits: visitsFields,
  visitSteps: visitStepsFields,
  disclosures: disclosuresFields,
  matches: matchesFields,
  warnings: warningsFields,
  responses: responsesFields,
  responseSteps: responseStepsFields,
  plannedUpdates: plannedUpdatesFields,
  plannedUpdateSteps: plannedUpdateStepsFields,
  controls: controlsFields,
  riskDecisions: riskDecisionsFields,
  finances: financesFields,
  quotes: quotesFields,
  lossInputs: lossInputsFields,
  planChoices: planChoicesFields,
  policies: policiesFields,
  backups: backupsFields,
  assets: assetsFields,
  claims: claimsFields,
  software: softwareFields,
  lines: linesFields,
  vpns: vpnsFields,
  remotePaths: remotePathsFields,
  remoteLog: remoteLogFields,
  faxFlows: faxFlowsFields,
  accounts: accountsFields,
  zones: zonesFields,
  links: linksFields,
  mapPlaces: mapPlacesFields,
  sheets: sheetsFields,
  answers: answersFields,
  evidence: evidenceFields,
  requests: requestsFields,
  ticks: ticksFields,
  discussions: discussionsFields,
  messages: messagesFields,
  inspections: inspectionsFields,
  inspectionPoints: inspectionPointsFields,
  tasks: tasksFields,
  taskNotes: taskNotesFields,
  approvals: approvalsFields,
  approvalBoxes: approvalBoxesFields,
}

/** The columns of every slice. */
export const tables: Readonly<Record<SliceName, AnyFields>> = exactTables

/** Number of the folder's layout; raised when an older program could not read the folder without loss. */
export const folderFormat = 1

export interface YamlFile {
  readonly file: string
  /** Sections of the file in the order they are written; the key of a section is the name of its slice. */
  readonly slices: readonly SliceName[]
}

export const yamlFiles: readonly YamlFile[] = [
  { file: 'facility.yaml', slices: ['facility', 'people', 'services', 'systems', 'vendors', 'contracts', 'contacts', 'backups'] },
  { file: 'sources.yaml', slices: ['sources'] },
  { file: 'history.yaml', slices: ['aliases', 'retired'] },
]

/** Lists with one row per record; read as `.csv` or `.xlsx`, written as `.csv`. */
export const listFiles: readonly { readonly name: string; readonly slice: SliceName }[] = [
  { name: 'assets', slice: 'assets' },
  { name: 'software', slice: 'software' },
  { name: 'claims', slice: 'claims' },
  { name: 'lines', slice: 'lines' },
  { name: 'vpns', slice: 'vpns' },
  { name: 'remote-paths', slice: 'remotePaths' },
  { name: 'remote-log', slice: 'remoteLog' },
  { name: 'fax-flows', slice: 'faxFlows' },
  { name: 'accounts', slice: 'accounts' },
  { name: 'zones', slice: 'zones' },
  { name: 'links', slice: 'links' },
  { name: 'map-places', slice: 'mapPlaces' },
  { name: 'requests', slice: 'requests' },
  { name: 'evidence', slice: 'evidence' },
  { name: 'ticks', slice: 'ticks' },
  { name: 'discussions', slice: 'discussions' },
  { name: 'messages', slice: 'messages' },
  { name: 'inspections', slice: 'inspections' },
  { name: 'inspection-points', slice: 'inspectionPoints' },
  { name: 'tasks', slice: 'tasks' },
  { name: 'task-notes', slice: 'taskNotes' },
  { name: 'approvals', slice: 'approvals' },
  { name: 'approval-boxes', slice: 'approvalBoxes' },
  { name: 'contact-changes', slice: 'contactChanges' },
  { name: 'visits', slice: 'visits' },
  { name: 'visit-steps', slice: 'visitSteps' },
  { name: 'disclosures', slice: 'disclosures' },
  { name: 'matches', slice: 'matches' },
  { name: 'warnings', slice: 'warnings' },
  { name: 'responses', slice: 'responses' },
  { name: 'response-steps', slice: 'responseSteps' },
  { name: 'planned-updates', slice: 'plannedUpdates' },
  { name: 'planned-update-steps', slice: 'plannedUpdateSteps' },
  { name: 'controls', slice: 'controls' },
  { name: 'risk-decisions', slice: 'riskDecisions' },
  { name: 'finances', slice: 'finances' },
  { name: 'quotes', slice: 'quotes' },
  { name: 'loss-inputs', slice: 'lossInputs' },
  { name: 'plan-choices', slice: 'planChoices' },
  { name: 'policies', slice: 'policies' },
  { name: 'register', slice: 'register' },
]

export const sectionNames: Readonly<Partial<Record<SliceName, string>>> = {
  facility: '施設',
  people: '職員',
  services: '診療',
  systems: 'システム',
  vendors: '事業者',
  contracts: '契約',
  contacts: '連絡先',
  backups: 'バックアップ',
  sources: '出どころ',
  aliases: 'まとめたもの',
  retired: 'なくなったもの',
}
