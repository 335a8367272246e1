import type {
  AssetId,
  EvidenceId,
  MatchId,
  PlannedUpdateId,
  PlannedUpdateStepId,
  ResponseId,
  ResponseStepId,
  Slices,
  SystemId,
  VendorId,
  VisitId,
  WarningId,
} from '@mimamori/domain'
import { textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { day, fact, id, limited, line, opt, record, yesNo } from './fields.ts'

type RecordOfSlice<S extends keyof Slices> = Slices[S][number]

/** One of several words in a cell of a list, so without what separates them there. */
const words = z.array(line(600).refine((text) => !/[,、;；]/.test(text) && text.trim() === text, 'a text without separators')).max(500)
const share = z.number().min(0).max(1)
const costYen = z.number().int().min(0).max(100_000_000_000)
const devices = z.array(id<AssetId>()).max(5000)
const systems = z.array(id<SystemId>()).max(50)
const side = z.enum(['facility', 'vendor'])

const { matches, warnings, responses, responseSteps, plannedUpdates, plannedUpdateSteps } = textLimits

const match = record<RecordOfSlice<'matches'>>({
  id: id<MatchId>(),
  line: limited(matches.line),
  product: limited(matches.product),
  name: limited(matches.name),
  version: opt(limited(matches.version)),
  advisory: limited(matches.advisory),
  cves: words,
  title: limited(matches.title),
  titleLang: z.enum(['ja', 'en']),
  verdict: z.enum(['affected', 'unknown', 'not-affected']),
  confidence: share,
  reasons: words,
  sources: words,
  platforms: opt(words),
  fixedVersion: opt(limited(matches.fixedVersion)),
  knownExploitedOn: opt(day),
  ransomware: opt(yesNo),
  automatable: opt(yesNo),
  impact: opt(z.enum(['partial', 'total'])),
  exploitation: opt(z.enum(['none', 'poc', 'active'])),
  epss: opt(share),
  score: opt(z.number().min(0).max(10)),
  foundOn: day,
  devices: opt(z.number().int().min(0).max(10_000_000)),
})

const warning = record<RecordOfSlice<'warnings'>>({
  id: id<WarningId>(),
  from: z.enum(['ministry', 'prefecture', 'association', 'agency', 'police', 'vendor', 'maker', 'other']),
  issuer: limited(warnings.issuer),
  cameBy: opt(z.enum(['mail', 'fax', 'phone', 'post', 'web', 'meeting', 'other'])),
  title: limited(warnings.title),
  products: opt(words),
  cves: opt(words),
  action: limited(warnings.action),
  urgency: z.enum(['at-once', 'soon', 'next-visit', 'to-know']),
  issuedOn: opt(day),
  receivedOn: day,
  dueOn: opt(day),
  concerns: opt(yesNo),
  assets: opt(devices),
  checkedOn: opt(day),
  checkedBy: opt(limited(warnings.checkedBy)),
  link: opt(limited(warnings.link)),
  note: opt(limited(warnings.note)),
})

const response = record<RecordOfSlice<'responses'>>({
  id: id<ResponseId>(),
  title: limited(responses.title),
  product: opt(limited(responses.product)),
  name: opt(limited(responses.name)),
  assets: devices,
  vendor: opt(fact(id<VendorId>())),
  warning: opt(id<WarningId>()),
  openedOn: day,
  dueOn: opt(day),
  fixedVersion: opt(limited(responses.fixedVersion)),
})

export const responseStepKind = z.enum([
  'told',
  'accepted',
  'impact',
  'planned',
  'done',
  'proven',
  'workaround',
  'risk-accepted',
  'not-affected',
  'disagreed',
  'not-done',
  'said',
  'reopened',
])
export const notDoneReason = z.enum([
  'not-told',
  'no-budget',
  'believed-closed',
  'fear-of-malfunction',
  'vendor-coordinating',
  'vendor-decides',
])
export const notAffectedReason = z.enum(['part-not-there', 'part-not-used', 'cannot-be-reached', 'other-version', 'maker-says-so'])

const responseStep = record<RecordOfSlice<'responseSteps'>>({
  id: id<ResponseStepId>(),
  response: id<ResponseId>(),
  side,
  kind: responseStepKind,
  on: day,
  by: opt(limited(responseSteps.by)),
  note: opt(limited(responseSteps.note)),
  way: opt(z.enum(['mail', 'fax', 'phone', 'post', 'hand', 'screen'])),
  effect: opt(z.enum(['checking', 'none', 'some'])),
  plannedOn: opt(day),
  until: opt(day),
  notDone: opt(notDoneReason),
  notAffected: opt(notAffectedReason),
  visit: opt(id<VisitId>()),
  costYen: opt(costYen),
  version: opt(limited(responseSteps.version)),
  signedBy: opt(limited(responseSteps.signedBy)),
  evidence: opt(id<EvidenceId>()),
})

export const plannedUpdateKind = z.enum(['fee-revision', 'payment-fund', 'security-agent', 'os', 'firmware', 'program', 'other'])

const plannedUpdate = record<RecordOfSlice<'plannedUpdates'>>({
  id: id<PlannedUpdateId>(),
  title: limited(plannedUpdates.title),
  kind: plannedUpdateKind,
  product: opt(limited(plannedUpdates.product)),
  version: opt(limited(plannedUpdates.version)),
  systems: opt(systems),
  assets: opt(devices),
  vendor: opt(fact(id<VendorId>())),
  touches: opt(systems),
  testBed: opt(fact(id<AssetId>())),
  dueOn: opt(day),
  freezeFrom: opt(day),
  freezeUntil: opt(day),
  rollBack: opt(limited(plannedUpdates.rollBack)),
  note: opt(limited(plannedUpdates.note)),
})

export const plannedUpdateStepKind = z.enum([
  'announced',
  'tested',
  'go',
  'no-go',
  'rolled-out',
  'verified',
  'rolled-back',
  'done',
  'said',
  'withdrawn',
])

const plannedUpdateStep = record<RecordOfSlice<'plannedUpdateSteps'>>({
  id: id<PlannedUpdateStepId>(),
  update: id<PlannedUpdateId>(),
  side,
  kind: plannedUpdateStepKind,
  on: day,
  by: opt(limited(plannedUpdateSteps.by)),
  note: opt(limited(plannedUpdateSteps.note)),
  result: opt(z.enum(['worked', 'failed'])),
  assets: opt(devices),
  visit: opt(id<VisitId>()),
  costYen: opt(costYen),
  evidence: opt(id<EvidenceId>()),
})

/** How a record of each slice of the vulnerability response must look. */
export const vulnerabilitySchemas = {
  matches: match,
  warnings: warning,
  responses: response,
  responseSteps: responseStep,
  plannedUpdates: plannedUpdate,
  plannedUpdateSteps: plannedUpdateStep,
} as const
