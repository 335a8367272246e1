import type {
  AccountListId,
  AssetId,
  ClaimId,
  ContractId,
  FaxFlowId,
  LineId,
  PersonId,
  RemoteLogId,
  RemotePathId,
  ServiceId,
  Slices,
  SoftwareId,
  SystemId,
  VendorId,
  VpnId,
  ZoneId,
} from '@mimamori/domain'
import { textLimits } from '@mimamori/domain'
import * as z from 'zod'
import { day, fact, id, limited, line, opt, record, yesNo } from './fields.ts'

type RecordOfSlice<S extends keyof Slices> = Slices[S][number]

/** One of several words in a cell of a list, so without what separates them there. */
const words = z.array(line(200).refine((text) => !/[,、;；]/.test(text) && text.trim() === text, 'a text without separators')).max(5000)
const count = z.number().int().min(0).max(10_000_000)
const systems = z.array(id<SystemId>()).max(50)
const paidBy = z.enum(['fee', 'facility', 'nobody'])
const duty = z.enum(['vendor', 'facility', 'nobody'])

export const assetKind = z.enum([
  'server',
  'pc',
  'tablet',
  'firewall',
  'router',
  'mobile-router',
  'switch',
  'access-point',
  'network-device',
  'medical-device',
  'storage',
  'backup-device',
  'printer',
  'fax',
  'phone',
  'camera',
  'iot',
  'cloud-service',
  'removable-media',
  'other',
])

const asset = record<RecordOfSlice<'assets'>>({
  id: id<AssetId>(),
  name: limited(textLimits.assets.name),
  kind: opt(assetKind),
  unlisted: opt(z.literal('yes')),
  use: opt(z.enum(['in-use', 'spare'])),
  tag: opt(limited(textLimits.assets.tag)),
  serial: opt(limited(textLimits.assets.serial)),
  maker: opt(limited(textLimits.assets.maker)),
  model: opt(limited(textLimits.assets.model)),
  macs: opt(words),
  ips: opt(words),
  hostNames: opt(words),
  os: opt(limited(textLimits.assets.os)),
  firmware: opt(limited(textLimits.assets.firmware)),
  room: opt(limited(textLimits.assets.room)),
  department: opt(limited(textLimits.assets.department)),
  owner: opt(fact(id<PersonId>())),
  vendor: opt(fact(id<VendorId>())),
  contract: opt(fact(id<ContractId>())),
  updateDuty: opt(duty),
  updatePaidBy: opt(paidBy),
  updateClause: opt(limited(textLimits.assets.updateClause)),
  supportEndsOn: opt(fact(day)),
  remoteMaintenance: opt(yesNo),
  disclosureOn: opt(fact(day)),
  approvalNumber: opt(limited(textLimits.assets.approvalNumber)),
  systems: opt(systems),
  services: opt(z.array(id<ServiceId>()).max(20)),
  zones: opt(z.array(id<ZoneId>()).max(20)),
  note: opt(limited(textLimits.assets.note)),
})

export const observationSource = z.enum([
  'register',
  'nmap',
  'dhcp',
  'arp',
  'mac-table',
  'lldp',
  'cdp',
  'device',
  'directory',
  'snmp',
  'drawio',
  'vendor-list',
  'hand',
])

const link = z.strictObject({
  device: limited(textLimits.claims['link.device']),
  port: limited(textLimits.claims['link.port']),
  remotePort: opt(limited(textLimits.claims['link.remotePort'])),
  vlan: opt(limited(textLimits.claims['link.vlan'])),
})

const claim = record<RecordOfSlice<'claims'>>({
  id: id<ClaimId>(),
  asset: opt(id<AssetId>()),
  by: observationSource,
  file: limited(textLimits.claims.file),
  seenAt: opt(limited(textLimits.claims.seenAt)),
  rule: opt(limited(textLimits.claims.rule)),
  candidates: opt(z.array(id<AssetId>()).max(50)),
  serials: opt(words),
  directoryIds: opt(words),
  uuids: opt(words),
  tags: opt(words),
  macs: opt(words),
  ips: opt(words),
  names: opt(words),
  kind: opt(assetKind),
  maker: opt(limited(textLimits.claims.maker)),
  model: opt(limited(textLimits.claims.model)),
  os: opt(limited(textLimits.claims.os)),
  firmware: opt(limited(textLimits.claims.firmware)),
  ports: opt(words),
  programs: opt(words),
  link: opt(link),
  room: opt(limited(textLimits.claims.room)),
  note: opt(limited(textLimits.claims.note)),
})

const installed = record<RecordOfSlice<'software'>>({
  id: id<SoftwareId>(),
  asset: id<AssetId>(),
  name: limited(textLimits.software.name),
  maker: opt(limited(textLimits.software.maker)),
  version: opt(limited(textLimits.software.version)),
  cpe: opt(limited(textLimits.software.cpe)),
  needed: opt(yesNo),
  supportEndsOn: opt(fact(day)),
})

const lineRecord = record<RecordOfSlice<'lines'>>({
  id: id<LineId>(),
  name: limited(textLimits.lines.name),
  kind: z.enum(['internet', 'closed-vpn', 'eligibility', 'telephone', 'mobile', 'leased', 'other']),
  carrier: opt(fact(id<VendorId>())),
  contract: opt(fact(id<ContractId>())),
  owner: opt(fact(id<PersonId>())),
  device: opt(fact(id<AssetId>())),
  alwaysOn: opt(yesNo),
  room: opt(limited(textLimits.lines.room)),
  use: opt(limited(textLimits.lines.use)),
})

const vpn = record<RecordOfSlice<'vpns'>>({
  id: id<VpnId>(),
  name: limited(textLimits.vpns.name),
  purpose: z.enum(['maintenance', 'images-results', 'regional-link', 'sites', 'telework', 'other']),
  device: opt(fact(id<AssetId>())),
  line: opt(fact(id<LineId>())),
  vendor: opt(fact(id<VendorId>())),
  contract: opt(fact(id<ContractId>())),
  owner: opt(fact(id<PersonId>())),
  alwaysOn: opt(yesNo),
  twoFactor: opt(yesNo),
  systems: opt(systems),
  endedOn: opt(day),
})

const remotePath = record<RecordOfSlice<'remotePaths'>>({
  id: id<RemotePathId>(),
  name: limited(textLimits.remotePaths.name),
  vendor: opt(fact(id<VendorId>())),
  way: opt(z.enum(['vpn', 'dial-up', 'remote-desktop', 'cloud-tool', 'mobile-router', 'other'])),
  assets: opt(z.array(id<AssetId>()).max(500)),
  systems: opt(systems),
  vpn: opt(fact(id<VpnId>())),
  line: opt(fact(id<LineId>())),
  contract: opt(fact(id<ContractId>())),
  alwaysOn: opt(yesNo),
  twoFactor: opt(yesNo),
  declaredOn: opt(fact(day)),
  endedOn: opt(day),
})

const remoteLogEntry = record<RecordOfSlice<'remoteLog'>>({
  id: id<RemoteLogId>(),
  path: id<RemotePathId>(),
  turned: z.enum(['on', 'off']),
  on: day,
  time: opt(limited(textLimits.remoteLog.time)),
  by: opt(limited(textLimits.remoteLog.by)),
  why: opt(limited(textLimits.remoteLog.why)),
})

const faxFlow = record<RecordOfSlice<'faxFlows'>>({
  id: id<FaxFlowId>(),
  name: limited(textLimits.faxFlows.name),
  from: opt(limited(textLimits.faxFlows.from)),
  to: opt(limited(textLimits.faxFlows.to)),
  device: opt(fact(id<AssetId>())),
  content: opt(limited(textLimits.faxFlows.content)),
  patientData: opt(yesNo),
  numbers: opt(z.enum(['preset', 'typed', 'both'])),
  pagesPerMonth: opt(count),
})

const accountList = record<RecordOfSlice<'accounts'>>({
  id: id<AccountListId>(),
  name: limited(textLimits.accounts.name),
  system: opt(fact(id<SystemId>())),
  countedOn: opt(day),
  total: opt(count),
  leavers: opt(count),
  unused: opt(count),
  shared: opt(count),
  administrators: opt(count),
  twoFactor: opt(z.enum(['all', 'administrators', 'some', 'no'])),
  leaverIds: opt(words),
  unusedIds: opt(words),
  sharedIds: opt(words),
  administratorIds: opt(words),
})

/** How a record of each slice of the register of devices must look. */
export const assetSchemas = {
  assets: asset,
  claims: claim,
  software: installed,
  lines: lineRecord,
  vpns: vpn,
  remotePaths: remotePath,
  remoteLog: remoteLogEntry,
  faxFlows: faxFlow,
  accounts: accountList,
} as const
