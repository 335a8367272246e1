import type { PlainKey } from '../../text/words.tsx'
import { type FieldOf, line, type Shape, type WordChoice, yesNo } from './field-table.ts'

/** The parts of the register that have a plain form. */
export type Part = 'lines' | 'vpns' | 'remotePaths' | 'faxFlows' | 'accounts' | 'contracts' | 'backups'

export interface PartForm<S extends Part> {
  readonly title: PlainKey
  readonly says: PlainKey
  readonly none: PlainKey
  readonly add: PlainKey
  readonly fields: readonly FieldOf<S>[]
  /** What a new record cannot be without, in the order in which it is asked. */
  readonly asked: readonly FieldOf<S>['name'][]
  /** What stands beside the name in the folded line. */
  readonly beside: readonly FieldOf<S>['name'][]
}

const words = (choices: readonly WordChoice[]): Shape => ({ kind: 'choice', choices })
const vendor: Shape = { kind: 'one', of: 'vendors', none: 'register.noVendor' }
const contract: Shape = { kind: 'one', of: 'contracts', none: 'register.noContract' }
const owner: Shape = { kind: 'one', of: 'people', none: 'register.nobody' }
const device: Shape = { kind: 'device', none: 'register.noDevice' }
const systems: Shape = { kind: 'several', of: 'systems' }

export const updateDuties: readonly WordChoice[] = [
  { value: 'vendor', word: 'register.duty.vendor' },
  { value: 'facility', word: 'register.duty.facility' },
  { value: 'nobody', word: 'register.duty.nobody' },
]

export const updatePayers: readonly WordChoice[] = [
  { value: 'fee', word: 'register.paid.fee' },
  { value: 'facility', word: 'register.paid.facility' },
  { value: 'nobody', word: 'register.paid.nobody' },
]

const lines: PartForm<'lines'> = {
  title: 'register.lines',
  says: 'register.lines.says',
  none: 'register.lines.none',
  add: 'register.lines.add',
  asked: ['name', 'kind'],
  beside: ['kind', 'carrier', 'device'],
  fields: [
    { name: 'name', word: 'register.name', as: line() },
    {
      name: 'kind',
      word: 'register.kind',
      as: words([
        { value: 'internet', word: 'register.line.internet' },
        { value: 'closed-vpn', word: 'register.line.closedVpn' },
        { value: 'eligibility', word: 'register.line.eligibility' },
        { value: 'telephone', word: 'register.line.telephone' },
        { value: 'mobile', word: 'register.line.mobile' },
        { value: 'leased', word: 'register.line.leased' },
        { value: 'other', word: 'register.other' },
      ]),
    },
    { name: 'carrier', word: 'register.carrier', as: vendor },
    { name: 'contract', word: 'register.contract', as: contract },
    { name: 'owner', word: 'register.owner', as: owner },
    { name: 'device', word: 'register.endDevice', help: 'register.endDevice.help', as: device },
    { name: 'alwaysOn', word: 'register.alwaysOn', as: words(yesNo) },
    { name: 'room', word: 'register.room', as: line() },
    { name: 'use', word: 'register.use', as: line() },
  ],
}

const vpns: PartForm<'vpns'> = {
  title: 'register.vpns',
  says: 'register.vpns.says',
  none: 'register.vpns.none',
  add: 'register.vpns.add',
  asked: ['name', 'purpose'],
  beside: ['purpose', 'vendor', 'device'],
  fields: [
    { name: 'name', word: 'register.name', as: line() },
    {
      name: 'purpose',
      word: 'register.purpose',
      as: words([
        { value: 'maintenance', word: 'register.vpn.maintenance' },
        { value: 'images-results', word: 'register.vpn.results' },
        { value: 'regional-link', word: 'register.vpn.region' },
        { value: 'sites', word: 'register.vpn.sites' },
        { value: 'telework', word: 'register.vpn.telework' },
        { value: 'other', word: 'register.other' },
      ]),
    },
    { name: 'vendor', word: 'register.vendor', as: vendor },
    { name: 'contract', word: 'register.contract', as: contract },
    { name: 'owner', word: 'register.owner', as: owner },
    { name: 'device', word: 'register.endDevice', help: 'register.endDevice.help', as: device },
    { name: 'line', word: 'register.onLine', as: { kind: 'one', of: 'lines', none: 'register.noLine' } },
    { name: 'alwaysOn', word: 'register.alwaysOn', as: words(yesNo) },
    { name: 'twoFactor', word: 'register.twoFactor', as: words(yesNo) },
    { name: 'systems', word: 'register.systems', as: systems },
    { name: 'endedOn', word: 'register.endedOn', help: 'register.endedOn.help', as: { kind: 'day' } },
  ],
}

const remotePaths: PartForm<'remotePaths'> = {
  title: 'register.remotePaths',
  says: 'register.remotePaths.says',
  none: 'register.remotePaths.none',
  add: 'register.remotePaths.add',
  asked: ['name'],
  beside: ['vendor', 'way'],
  fields: [
    { name: 'name', word: 'register.name', as: line() },
    { name: 'vendor', word: 'register.vendor', as: vendor },
    {
      name: 'way',
      word: 'register.way',
      as: words([
        { value: 'vpn', word: 'register.way.vpn' },
        { value: 'dial-up', word: 'register.way.dialUp' },
        { value: 'remote-desktop', word: 'register.way.desktop' },
        { value: 'cloud-tool', word: 'register.way.cloud' },
        { value: 'mobile-router', word: 'register.way.mobile' },
        { value: 'other', word: 'register.other' },
      ]),
    },
    { name: 'assets', word: 'register.reached', as: { kind: 'devices' } },
    { name: 'systems', word: 'register.systems', as: systems },
    { name: 'vpn', word: 'register.vpns', as: { kind: 'one', of: 'vpns', none: 'register.noVpn' } },
    { name: 'line', word: 'register.onLine', as: { kind: 'one', of: 'lines', none: 'register.noLine' } },
    { name: 'contract', word: 'register.contract', as: contract },
    { name: 'alwaysOn', word: 'register.alwaysOn', help: 'register.alwaysOn.help', as: words(yesNo) },
    { name: 'twoFactor', word: 'register.twoFactor', as: words(yesNo) },
    { name: 'declaredOn', word: 'register.declaredOn', as: { kind: 'day', none: 'register.notDeclared' } },
    { name: 'endedOn', word: 'register.endedOn', help: 'register.endedOn.help', as: { kind: 'day' } },
  ],
}

const faxFlows: PartForm<'faxFlows'> = {
  title: 'register.faxFlows',
  says: 'register.faxFlows.says',
  none: 'register.faxFlows.none',
  add: 'register.faxFlows.add',
  asked: ['name'],
  beside: ['from', 'to', 'numbers'],
  fields: [
    { name: 'name', word: 'register.name', as: line() },
    { name: 'from', word: 'register.from', as: line() },
    { name: 'to', word: 'register.to', as: line() },
    { name: 'content', word: 'register.content', help: 'field.noPatients', as: line() },
    { name: 'patientData', word: 'register.patientData', as: words(yesNo) },
    {
      name: 'numbers',
      word: 'register.numbers',
      as: words([
        { value: 'preset', word: 'register.numbers.preset' },
        { value: 'typed', word: 'register.numbers.typed' },
        { value: 'both', word: 'register.numbers.both' },
      ]),
    },
    { name: 'pagesPerMonth', word: 'register.pages', as: { kind: 'number' } },
    { name: 'device', word: 'register.faxDevice', as: device },
  ],
}

const accounts: PartForm<'accounts'> = {
  title: 'register.accounts',
  says: 'register.accounts.says',
  none: 'register.accounts.none',
  add: 'register.accounts.add',
  asked: ['name'],
  beside: ['system', 'total', 'countedOn'],
  fields: [
    { name: 'name', word: 'register.name', as: line() },
    { name: 'system', word: 'column.system', as: { kind: 'one', of: 'systems', none: 'register.noSystem' } },
    { name: 'countedOn', word: 'register.countedOn', as: { kind: 'day' } },
    { name: 'total', word: 'register.total', as: { kind: 'number' } },
    { name: 'leavers', word: 'register.leavers', as: { kind: 'number' } },
    { name: 'unused', word: 'register.unused', as: { kind: 'number' } },
    { name: 'shared', word: 'register.shared', as: { kind: 'number' } },
    { name: 'administrators', word: 'register.administrators', as: { kind: 'number' } },
    {
      name: 'twoFactor',
      word: 'register.twoFactor',
      as: words([
        { value: 'all', word: 'register.twoFactor.all' },
        { value: 'administrators', word: 'register.twoFactor.administrators' },
        { value: 'some', word: 'register.twoFactor.some' },
        { value: 'no', word: 'register.twoFactor.no' },
      ]),
    },
    { name: 'leaverIds', word: 'register.leaverIds', help: 'register.ids.help', as: { kind: 'words' } },
    { name: 'unusedIds', word: 'register.unusedIds', help: 'register.ids.help', as: { kind: 'words' } },
    { name: 'sharedIds', word: 'register.sharedIds', help: 'register.ids.help', as: { kind: 'words' } },
    { name: 'administratorIds', word: 'register.administratorIds', help: 'register.ids.help', as: { kind: 'words' } },
  ],
}

const contracts: PartForm<'contracts'> = {
  title: 'register.contracts',
  says: 'register.contracts.says',
  none: 'register.contracts.none',
  add: 'register.contracts.add',
  asked: ['title', 'vendor'],
  beside: ['vendor', 'until', 'updateDuty'],
  fields: [
    { name: 'title', word: 'register.contractTitle', as: line() },
    { name: 'vendor', word: 'register.vendor', as: { kind: 'one', of: 'vendors' } },
    { name: 'from', word: 'register.since', as: { kind: 'day' } },
    { name: 'until', word: 'register.until', as: { kind: 'day', none: 'register.noEnd' } },
    { name: 'updateDuty', word: 'register.updateDuty', as: words(updateDuties) },
    { name: 'updatePaidBy', word: 'register.updatePaidBy', as: words(updatePayers) },
    { name: 'updateClause', word: 'register.updateClause', help: 'register.clause.help', as: line() },
    { name: 'responseHours', word: 'register.responseHours', as: { kind: 'number' } },
    { name: 'responseClause', word: 'register.responseClause', help: 'register.clause.help', as: line() },
  ],
}

const backups: PartForm<'backups'> = {
  title: 'register.backups',
  says: 'register.backups.says',
  none: 'register.backups.none',
  add: 'register.backups.add',
  asked: ['system', 'way'],
  beside: ['way', 'place', 'restoreTestedOn'],
  fields: [
    { name: 'system', word: 'column.system', as: { kind: 'one', of: 'systems' } },
    {
      name: 'way',
      word: 'register.backupWay',
      as: words([
        { value: 'connected-device', word: 'q9.connected' },
        { value: 'detached-media', word: 'q9.detached' },
        { value: 'cloud', word: 'q9.cloud' },
      ]),
    },
    {
      name: 'kind',
      word: 'register.backupKind',
      as: words([
        { value: 'full', word: 'register.backup.full' },
        { value: 'differential', word: 'register.backup.differential' },
        { value: 'incremental', word: 'register.backup.incremental' },
        { value: 'snapshot', word: 'register.backup.snapshot' },
        { value: 'copy', word: 'register.backup.copy' },
      ]),
    },
    { name: 'place', word: 'register.place', as: line() },
    { name: 'device', word: 'register.backupDevice', as: device },
    {
      name: 'connection',
      word: 'register.connection',
      help: 'register.connection.help',
      as: words([
        { value: 'online', word: 'register.connection.online' },
        { value: 'offline', word: 'register.connection.offline' },
      ]),
    },
    { name: 'restoreTestedOn', word: 'q9.tested', as: { kind: 'day', none: 'q9.neverTested' } },
    { name: 'daysBack', word: 'register.daysBack', help: 'register.daysBack.help', as: { kind: 'number' } },
  ],
}

/** A form whose part is not known to the type. */
export type AnyForm = Omit<PartForm<Part>, 'fields' | 'asked' | 'beside'> & {
  readonly fields: readonly AnyField[]
  readonly asked: readonly string[]
  readonly beside: readonly string[]
}

export type AnyField = Omit<FieldOf<Part>, 'name'> & { readonly name: string }

/** One plain form for each part; the types hold every field to its slice. */
export const partForms: { readonly [S in Part]: PartForm<S> } = { lines, vpns, remotePaths, faxFlows, accounts, contracts, backups }

/** The parts in the order of the page. */
export const parts = Object.keys(partForms) as Part[] // the record has exactly these keys

export function isPart(text: string): text is Part {
  return text in partForms
}
