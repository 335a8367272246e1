import { type AssetId, type ClaimId, textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { defineRoute } from '../route.ts'
import { assetKind } from '../slices/assets.ts'
import { id, limited } from '../slices/fields.ts'
import {
  assetConflictsView,
  assetDriftView,
  assetGrouping,
  assetState,
  assetsView,
  assetView,
  registerPart,
  registerView,
} from '../views/assets.ts'
import { bytes, changesResult, facility, none, nothing } from './shared.ts'

/** What a person narrows the list of devices to. A value of `-` means: not known. */
const narrowing = {
  text: z.string().max(200).optional(),
  state: assetState.optional(),
  kind: z.union([assetKind, z.literal('-')]).optional(),
  room: z.string().max(200).optional(),
  owner: z.string().max(80).optional(),
  vendor: z.string().max(80).optional(),
  system: z.string().max(80).optional(),
}
/** Chosen devices, with commas; absent = all that fit. */
const chosen = { assets: z.string().max(12_000).optional() }
const window = {
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(2000).optional(),
}
/** Of a file; absent = the language of the person. */
const lang = z.enum(['ja', 'en']).optional()
/** Ids of imports (their sources), with commas. */
const sources = z.string().max(4000).optional()

export const assetDecision = z.discriminatedUnion('as', [
  z.strictObject({ claim: id<ClaimId>(), version: z.number().int(), as: z.literal('same'), asset: id<AssetId>() }),
  z.strictObject({
    claim: id<ClaimId>(),
    version: z.number().int(),
    as: z.literal('new'),
    name: limited(textLimits.assets.name).optional(),
  }),
])

/** The register of devices (機器の一覧) and what belongs to it; it is written by `change`, by imports and by decisions. */
export const assetRoutes = {
  assets: defineRoute({
    id: 'assets',
    method: 'GET',
    path: '/api/v1/facilities/:facility/assets',
    permission: 'facility:read',
    summary: 'A window of the list of devices, narrowed, grouped and sorted',
    params: facility,
    query: z.object({
      ...narrowing,
      ...window,
      group: assetGrouping.optional(),
      sort: z.enum(['name', 'kind', 'room', 'owner', 'vendor', 'support', 'seen', 'findings']).optional(),
      order: z.enum(['up', 'down']).optional(),
    }),
    body: nothing,
    response: assetsView,
  }),
  asset: defineRoute({
    id: 'asset',
    method: 'GET',
    path: '/api/v1/facilities/:facility/assets/:asset',
    permission: 'facility:read',
    summary: 'One device with what every source says of it',
    params: facility.extend({ asset: z.string().max(80) }),
    query: none,
    body: nothing,
    response: assetView,
  }),
  assetConflicts: defineRoute({
    id: 'assetConflicts',
    method: 'GET',
    path: '/api/v1/facilities/:facility/asset-conflicts',
    permission: 'facility:read',
    summary: '「どちらの機器か確かめる」: what only a person can tell',
    params: facility,
    query: z.object({ ...window, asset: z.string().max(80).optional() }),
    body: nothing,
    response: assetConflictsView,
  }),
  decideConflicts: defineRoute({
    id: 'decideConflicts',
    method: 'POST',
    path: '/api/v1/facilities/:facility/asset-conflicts',
    permission: 'facility:write',
    summary: 'It is this device, or a new one; what is left stays in the queue',
    params: facility,
    query: none,
    body: z.strictObject({ decisions: z.array(assetDecision).min(1).max(500) }),
    response: changesResult,
  }),
  retireAssets: defineRoute({
    id: 'retireAssets',
    method: 'POST',
    path: '/api/v1/facilities/:facility/asset-removals',
    permission: 'facility:write',
    summary: 'Devices that are gone leave the register with the reason; what names them names them no more',
    params: facility,
    query: none,
    body: z.strictObject({
      assets: z
        .array(z.strictObject({ asset: id<AssetId>(), version: z.number().int() }))
        .min(1)
        .max(500),
      why: limited(textLimits.retired.why),
    }),
    response: changesResult,
  }),
  assetDrift: defineRoute({
    id: 'assetDrift',
    method: 'GET',
    path: '/api/v1/facilities/:facility/asset-drift',
    permission: 'facility:read',
    summary: '「前回との違い」: what came, went, moved and changed between two imports; by default the last two of each kind',
    params: facility,
    query: z.object({ before: sources, after: sources }),
    body: nothing,
    response: assetDriftView,
  }),
  register: defineRoute({
    id: 'register',
    method: 'GET',
    path: '/api/v1/facilities/:facility/register/:part',
    permission: 'facility:read',
    summary: 'Lines, VPNs, remote paths, FAX flows, accounts, contracts, backups, software or systems, with the names they point to',
    params: facility.extend({ part: registerPart }),
    query: z.object({ ...window, asset: z.string().max(80).optional() }),
    body: nothing,
    response: registerView,
  }),
  assetsFile: defineRoute({
    id: 'assetsFile',
    method: 'GET',
    path: '/api/v1/facilities/:facility/asset-files/excel',
    permission: 'paper:make',
    summary: 'The list of devices as Excel, to be changed there and read again',
    params: facility,
    query: z.object({ ...narrowing, ...chosen, lang }),
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
  assetPaper: defineRoute({
    id: 'assetPaper',
    method: 'GET',
    path: '/api/v1/facilities/:facility/asset-files/:paper',
    permission: 'paper:make',
    summary: 'The list of devices, or labels to stick on them, for printing',
    params: facility.extend({ paper: z.enum(['list', 'labels']) }),
    query: z.object({
      ...narrowing,
      ...chosen,
      group: assetGrouping.optional(),
      format: z.enum(['pdf', 'html']),
      lang,
      /** Of labels: how many of the first sheet are used up. */
      skip: z.coerce.number().int().min(0).max(100).optional(),
    }),
    body: nothing,
    response: bytes,
    kind: 'file',
  }),
} as const

export type AssetDecision = z.infer<typeof assetDecision>
