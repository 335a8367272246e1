import { type FieldOf, line, yesNo } from './field-table.ts'
import { updateDuties, updatePayers } from './parts.ts'

type AssetField = FieldOf<'assets'>

const name: AssetField = { name: 'name', word: 'assets.name', as: line() }
const kind: AssetField = { name: 'kind', word: 'register.kind', as: { kind: 'one', of: 'kinds' } }
const room: AssetField = { name: 'room', word: 'register.room', as: line() }
const department: AssetField = { name: 'department', word: 'person.department', as: line() }
const owner: AssetField = { name: 'owner', word: 'register.owner', as: { kind: 'one', of: 'people', none: 'register.nobody' } }
const vendor: AssetField = { name: 'vendor', word: 'register.vendor', as: { kind: 'one', of: 'vendors', none: 'register.noVendor' } }
const supportEndsOn: AssetField = { name: 'supportEndsOn', word: 'register.supportEnd', as: { kind: 'day', none: 'register.noDay' } }
const use: AssetField = {
  name: 'use',
  word: 'register.inUse',
  help: 'register.inUse.help',
  as: {
    kind: 'choice',
    choices: [
      { value: 'in-use', word: 'register.inUse.yes' },
      { value: 'spare', word: 'register.inUse.spare' },
    ],
  },
}

/** What several devices can be given at once. */
export const fieldsOfMany = [room, owner, vendor, kind, supportEndsOn, department, use] as const

/** Every field of a device, in the order of its form. */
export const assetFields: readonly AssetField[] = [
  name,
  kind,
  { name: 'tag', word: 'register.tag', as: line(60) },
  { name: 'serial', word: 'register.serial', as: line(80) },
  { name: 'maker', word: 'register.maker', as: line() },
  { name: 'model', word: 'register.model', as: line() },
  room,
  department,
  owner,
  vendor,
  { name: 'contract', word: 'register.contract', as: { kind: 'one', of: 'contracts', none: 'register.noContract' } },
  { name: 'updateDuty', word: 'register.updateDuty', help: 'register.ifOther', as: { kind: 'choice', choices: updateDuties } },
  { name: 'updatePaidBy', word: 'register.updatePaidBy', help: 'register.ifOther', as: { kind: 'choice', choices: updatePayers } },
  { name: 'updateClause', word: 'register.updateClause', help: 'register.clause.help', as: line() },
  supportEndsOn,
  { name: 'remoteMaintenance', word: 'register.remotePaths', as: { kind: 'choice', choices: yesNo } },
  { name: 'disclosureOn', word: 'register.disclosureOn', as: { kind: 'day', none: 'register.noDisclosure' } },
  { name: 'os', word: 'register.os', as: line() },
  { name: 'firmware', word: 'register.firmware', as: line() },
  { name: 'hostNames', word: 'register.hostNames', help: 'register.words.help', as: { kind: 'words' } },
  { name: 'ips', word: 'register.ips', help: 'register.words.help', as: { kind: 'words' } },
  { name: 'macs', word: 'register.macs', help: 'register.words.help', as: { kind: 'words' } },
  { name: 'approvalNumber', word: 'register.approvalNumber', as: line(60) },
  use,
  { name: 'systems', word: 'register.systems', as: { kind: 'several', of: 'systems' } },
  { name: 'services', word: 'register.services', as: { kind: 'several', of: 'services' } },
  { name: 'note', word: 'field.note', as: { kind: 'note' } },
]
