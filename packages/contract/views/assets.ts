import * as z from 'zod'
import { assetKind, observationSource } from '../slices/assets.ts'
import { recordSchemas } from '../slices/records.ts'
import { day, severity, text, versioned } from './common.ts'
import { findingLine } from './findings.ts'
import { taskLine } from './tasks.ts'

/** What is true of a device at once; the list can be narrowed to one of them. */
export const assetState = z.enum([
  'listed',
  'unlisted',
  'not-seen',
  'conflict',
  'no-owner',
  'no-vendor',
  'no-contract',
  'no-update-duty',
  'support-ended',
  'support-ending',
  'unsupported-os',
  'remote-undeclared',
  'disclosure-missing',
  'with-findings',
  'spare',
])

export const assetGrouping = z.enum(['kind', 'room', 'owner', 'vendor', 'system'])

const named = z.object({ id: z.string(), name: z.string() })
/** `id` may be `none` or `not-applicable`. */
const factName = z.object({ id: z.string(), name: text })
const seen = z.object({ on: day, by: observationSource, byName: text })
const sourceOfRecord = z.object({ name: z.string(), seenOn: day })

export const assetRow = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  kind: assetKind.optional(),
  kindName: text.optional(),
  tag: z.string().optional(),
  serial: z.string().optional(),
  maker: z.string().optional(),
  model: z.string().optional(),
  os: z.string().optional(),
  /** The first of them. */
  ip: z.string().optional(),
  room: z.string().optional(),
  department: z.string().optional(),
  owner: factName.optional(),
  vendor: factName.optional(),
  systems: z.array(named),
  /** A day, `none` or `not-applicable`. */
  supportEndsOn: z.string().optional(),
  lastSeen: seen.optional(),
  unlisted: z.boolean(),
  /** Open findings of the device, and the worst of them. */
  findings: z.number().int(),
  severity: severity.optional(),
  states: z.array(assetState),
})

/** `value` = `-`: not known. */
const facet = z.object({ value: z.string(), name: text, count: z.number().int() })

/** A window of the list of devices, with the numbers of the whole. */
export const assetsView = z.object({
  revision: z.number().int(),
  total: z.number().int(),
  /** What only a person can tell, whether or not it may be of a device of the list. */
  questions: z.number().int(),
  /** How many fit what was asked. */
  matching: z.number().int(),
  offset: z.number().int(),
  rows: z.array(assetRow),
  /** Where grouped: each group with the number of its first row among those that fit. */
  groups: z.array(facet.extend({ from: z.number().int() })),
  states: z.array(z.object({ state: assetState, count: z.number().int() })),
  kinds: z.array(facet),
  rooms: z.array(facet),
  owners: z.array(facet),
  vendors: z.array(facet),
  systems: z.array(facet),
})

/** What one source said of a device. */
export const claimView = z.object({
  claim: versioned(recordSchemas.claims),
  byName: text,
  seenOn: day.optional(),
  source: sourceOfRecord.optional(),
  /** The sentence of the rule that joined it, or could not. */
  why: text,
})

/** Everything that is known of one device. */
export const assetView = z.object({
  revision: z.number().int(),
  asset: versioned(recordSchemas.assets),
  row: assetRow,
  claims: z.array(claimView),
  software: z.array(versioned(recordSchemas.software)),
  /** The day on which its disclosure sheet came, as written with it or noted with its vendor. */
  disclosureCameOn: day.optional(),
  systems: z.array(z.object({ id: z.string(), name: z.string(), services: z.array(factName) })),
  /** Care that stops with it, its own and that of its systems. */
  services: z.array(factName),
  /** The contract and the update duty as they count. */
  duty: z
    .object({
      contract: z.object({ id: z.string(), name: text, until: day.optional() }).optional(),
      /** The system that brings the contract. */
      system: named.optional(),
      updateDuty: z.enum(['vendor', 'facility', 'nobody']).optional(),
      statedBy: z.enum(['asset', 'contract']).optional(),
      updatePaidBy: z.enum(['fee', 'facility', 'nobody']).optional(),
    })
    .optional(),
  findings: z.array(findingLine),
  tasks: z.array(taskLine),
  /** Devices that were found to be this one, newest first; each merge can be undone. */
  merged: z.array(z.object({ gone: z.string(), goneName: z.string(), at: z.string().optional() })),
  remotePaths: z.array(versioned(recordSchemas.remotePaths)),
  lines: z.array(versioned(recordSchemas.lines)),
  vpns: z.array(versioned(recordSchemas.vpns)),
  faxFlows: z.array(versioned(recordSchemas.faxFlows)),
  backups: z.array(versioned(recordSchemas.backups)),
  /** Claims that may be of it, which wait for a person. */
  conflicts: z.number().int(),
})

/** A question: a record that may be of several devices, beside each of them. */
export const assetConflict = claimView.extend({
  /** Earlier records of which the same is asked, the latest first: one decision is for all of them. */
  earlier: z.array(claimView),
  candidates: z.array(z.object({ asset: versioned(recordSchemas.assets), lastSeen: seen.optional() })),
  /** What can be compared, line by line; `assets` in the order of `candidates`. */
  facts: z.array(
    z.object({
      field: z.string(),
      name: text,
      told: text.optional(),
      assets: z.array(z.object({ value: text.optional(), same: z.boolean().optional() })),
    }),
  ),
})

export const assetConflictsView = z.object({
  revision: z.number().int(),
  total: z.number().int(),
  conflicts: z.array(assetConflict),
})

const driftLine = z.object({
  asset: z.string(),
  name: z.string(),
  kindName: text.optional(),
  unlisted: z.boolean(),
  says: z.array(z.object({ say: z.string(), text })),
})

/** What came, went, moved and changed between two imports. */
export const assetDriftView = z.object({
  revision: z.number().int(),
  /** Newest first. */
  imports: z.array(
    z.object({
      source: z.string(),
      name: z.string(),
      on: day,
      by: z.array(z.object({ by: observationSource, name: text })),
      claims: z.number().int(),
      side: z.enum(['before', 'after']).optional(),
    }),
  ),
  /** The days of what is compared; absent where there are no two imports of one kind. */
  before: z.object({ from: day, to: day }).optional(),
  after: z.object({ from: day, to: day }).optional(),
  added: z.array(driftLine),
  gone: z.array(driftLine),
  moved: z.array(driftLine),
  changed: z.array(driftLine),
})

/** The parts of the register beside the devices, each with one plain form. */
export const registerPart = z.enum([
  'lines',
  'vpns',
  'remotePaths',
  'remoteLog',
  'faxFlows',
  'accounts',
  'contracts',
  'backups',
  'software',
  'systems',
])

/** Records of one part under its own key, and the names that they point to. */
export const registerView = z.object({
  revision: z.number().int(),
  today: day,
  part: registerPart,
  total: z.number().int(),
  offset: z.number().int(),
  lines: z.array(versioned(recordSchemas.lines)).optional(),
  vpns: z.array(versioned(recordSchemas.vpns)).optional(),
  remotePaths: z.array(versioned(recordSchemas.remotePaths)).optional(),
  remoteLog: z.array(versioned(recordSchemas.remoteLog)).optional(),
  faxFlows: z.array(versioned(recordSchemas.faxFlows)).optional(),
  accounts: z.array(versioned(recordSchemas.accounts)).optional(),
  contracts: z.array(versioned(recordSchemas.contracts)).optional(),
  backups: z.array(versioned(recordSchemas.backups)).optional(),
  software: z.array(versioned(recordSchemas.software)).optional(),
  systems: z.array(versioned(recordSchemas.systems)).optional(),
  /** Of devices those that the records point to; of all else the whole list, to choose from. */
  names: z.object({
    assets: z.array(named),
    /** Every kind that a device may be of. */
    kinds: z.array(z.object({ id: assetKind, name: text })),
    people: z.array(named),
    vendors: z.array(named),
    systems: z.array(named),
    services: z.array(factName),
    contracts: z.array(named),
    lines: z.array(named),
    vpns: z.array(named),
    remotePaths: z.array(named),
  }),
})

export type AssetState = z.infer<typeof assetState>
export type AssetGrouping = z.infer<typeof assetGrouping>
export type AssetRow = z.infer<typeof assetRow>
export type AssetsView = z.infer<typeof assetsView>
export type AssetView = z.infer<typeof assetView>
export type ClaimView = z.infer<typeof claimView>
export type AssetConflict = z.infer<typeof assetConflict>
export type AssetConflictsView = z.infer<typeof assetConflictsView>
export type AssetDriftView = z.infer<typeof assetDriftView>
export type AssetDriftLine = z.infer<typeof driftLine>
export type RegisterPart = z.infer<typeof registerPart>
export type RegisterView = z.infer<typeof registerView>
