import { readJapaneseDate } from '../../dates.ts'
import { directoryId, ipOf, oneOf, unique } from '../keys.ts'
import { observed } from '../observe.ts'
import { type CsvRecord, csvRecords } from '../records.ts'
import { instantOfFileTime, isOddTime } from '../times.ts'
import type { RawItem, Scan } from '../types.ts'
import { systemOf } from './system.ts'

const ids = ['objectsid', 'sid', 'objectguid', 'samaccountname']
const others = [
  'dnshostname',
  'operatingsystem',
  'lastlogondate',
  'lastlogontimestamp',
  'passwordlastset',
  'pwdlastset',
  'useraccountcontrol',
  'enabled',
  'distinguishedname',
  'dn',
  'objectclass',
]

export function isDirectoryHeader(found: ReadonlySet<string>): boolean {
  return ids.some((one) => found.has(one)) && others.some((one) => found.has(one))
}

/**
 * Computers and users of Active Directory as CSV: `Get-ADComputer` and `Get-ADUser` with Export-Csv, or csvde. From memory of
 * their documentation; not seen on real output. Of users only the id and what a clean-up of accounts needs; names of persons,
 * descriptions and columns that nobody asked for are never read.
 */
export async function* readDirectoryCsv(scan: Scan): AsyncIterable<RawItem> {
  for await (const record of csvRecords(scan, isDirectoryHeader))
    yield isComputer(record) ? computer(record, scan.file) : account(record, scan)
}

function isComputer({ get, has }: CsvRecord): boolean {
  const objectClass = get('objectClass').toLowerCase()
  if (objectClass !== '') return objectClass.includes('computer')
  return get('DNSHostName', 'OperatingSystem') !== '' || get('sAMAccountName').endsWith('$') || has('DNSHostName')
}

function computer({ row, get }: CsvRecord, file: string): RawItem {
  const directoryIds = unique([directoryId(get('objectSid', 'SID')), directoryId(get('objectGUID'))])
  const names = unique([get('DNSHostName'), get('Name', 'CN') || get('sAMAccountName').replace(/\$$/, '')])
  const ip = ipOf(get('IPv4Address'))
  if (directoryIds.length + names.length === 0) return { kind: 'skip', row, reason: 'no-key' }
  const system = systemOf(get('OperatingSystem'), get('OperatingSystemVersion'))
  return observed(
    'directory',
    { file, row },
    {
      directoryIds,
      names,
      ips: oneOf(ip),
      ...system,
      seenAt: dayOf(get('LastLogonDate', 'lastLogonTimestamp', 'lastLogon')),
      room: get('Location'),
    },
  )
}

function account({ row, get }: CsvRecord, { file, options }: Scan): RawItem {
  const logon = get('sAMAccountName', 'UserPrincipalName')
  const id = directoryId(get('objectSid', 'SID')) ?? directoryId(get('objectGUID')) ?? logon
  if (id === '') return { kind: 'skip', row, reason: 'no-id' }
  const control = /^\d+$/.test(get('userAccountControl')) ? Number(get('userAccountControl')) : undefined
  const lastLogonOn = dayOf(get('LastLogonDate', 'lastLogonTimestamp', 'lastLogon'))
  return {
    kind: 'account',
    account: {
      file,
      row,
      id,
      enabled: yesNo(get('Enabled')) ?? (control === undefined ? undefined : (control & 2) === 0),
      lastLogonOn: lastLogonOn !== undefined && !isOddTime(lastLogonOn, options.now) ? lastLogonOn : undefined,
      passwordSetOn: dayOf(get('PasswordLastSet', 'pwdLastSet')),
      passwordNeverExpires: yesNo(get('PasswordNeverExpires')) ?? (control === undefined ? undefined : (control & 0x10000) !== 0),
      administrator: administrator(get('adminCount'), get('MemberOf')),
    },
  }
}

/** Member of a group of administrators, by its English or Japanese name; `adminCount` is 1 for protected accounts. */
function administrator(count: string, groups: string): boolean | undefined {
  if (count === '1' || /CN=(?:Domain Admins|Enterprise Admins|Schema Admins|Administrators)\b/i.test(groups)) return true
  return count === '' && groups === '' ? undefined : false
}

function yesNo(text: string): boolean | undefined {
  if (/^(?:true|1|はい)$/i.test(text)) return true
  return /^(?:false|0|いいえ)$/i.test(text) ? false : undefined
}

/** An export writes days in the way of its country and without a zone, so only the day is kept. */
function dayOf(text: string): string | undefined {
  const instant = instantOfFileTime(text)
  if (instant !== undefined) return instant.slice(0, 10)
  const read = readJapaneseDate(text.replace(/^(\d{4}[/-]\d{1,2}[/-]\d{1,2})[ T].*$/, '$1'))
  return read.kind === 'date' ? read.date : undefined
}
