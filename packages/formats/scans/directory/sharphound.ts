import { z } from 'zod'
import { jsonItems } from '../json-items.ts'
import { directoryId, unique } from '../keys.ts'
import { observed } from '../observe.ts'
import { instantOfSeconds } from '../times.ts'
import type { RawItem, Scan } from '../types.ts'
import { systemOf } from './system.ts'

const text = z.string().nullish().catch(undefined)
const seconds = z.number().nullish().catch(undefined)
const flag = z.boolean().nullish().catch(undefined)

const properties = z.looseObject({
  name: text,
  samaccountname: text,
  operatingsystem: text,
  enabled: flag,
  admincount: flag,
  pwdneverexpires: flag,
  pwdlastset: seconds,
  lastlogon: seconds,
  lastlogontimestamp: seconds,
})

const member = z.looseObject({ ObjectIdentifier: text, MemberId: text, ObjectType: text, MemberType: text })

const element = z.looseObject({
  ObjectIdentifier: text,
  Properties: properties.nullish(),
  Members: z.array(member).nullish().catch(undefined),
})

type Element = z.infer<typeof element>

/** Groups whose members administer a domain or its machines: the last part of their SID. */
const administrators = /-(?:512|518|519|544)$/

/**
 * SharpHound's JSON (computers, users, groups), versions 3 to 6. From memory of its documentation; not seen on real output.
 * Elements are read one by one. Of users only the id and what a clean-up of accounts needs; no name, no right, no session.
 */
export async function* readSharpHound(scan: Scan): AsyncIterable<RawItem> {
  for await (const { value, row } of jsonItems(scan)) {
    const read = element.safeParse(value)
    const id = read.success ? directoryId(read.data.ObjectIdentifier?.replace(/^[\w.]+-(?=S-1-)/, '') ?? '') : undefined
    if (read.success && id !== undefined) yield* itemsOf(read.data, { file: scan.file, row, id })
    else yield { kind: 'skip', row, reason: 'no-id' }
  }
}

interface At {
  readonly file: string
  readonly row: number
  readonly id: string
}

function* itemsOf(found: Element, at: At): Iterable<RawItem> {
  const { Properties: own, Members: members } = found
  if (members) yield* memberItems(members, at)
  else if (own && isComputer(found)) {
    yield observed('directory', at, {
      directoryIds: [at.id],
      names: unique([own.name?.toLowerCase()]),
      ...systemOf(own.operatingsystem ?? '', ''),
      seenAt: lastLogon(own),
    })
  } else if (own?.pwdlastset !== undefined || own?.pwdneverexpires !== undefined) yield accountItem(own, at)
}

function isComputer({ Properties: own, ...rest }: Element): boolean {
  return 'LocalAdmins' in rest || 'LocalGroups' in rest || 'Sessions' in rest || Boolean(own?.samaccountname?.endsWith('$'))
}

function accountItem(own: z.infer<typeof properties>, { file, row, id }: At): RawItem {
  return {
    kind: 'account',
    account: {
      file,
      row,
      id,
      enabled: own.enabled ?? undefined,
      lastLogonOn: lastLogon(own)?.slice(0, 10),
      passwordSetOn: instantOfSeconds(own.pwdlastset ?? undefined)?.slice(0, 10),
      passwordNeverExpires: own.pwdneverexpires ?? undefined,
      administrator: own.admincount || undefined,
    },
  }
}

/** The directory writes 0 and -1 for "never". */
function lastLogon(own: z.infer<typeof properties>): string | undefined {
  return instantOfSeconds(Math.max(own.lastlogon ?? 0, own.lastlogontimestamp ?? 0))
}

function* memberItems(members: readonly z.infer<typeof member>[], { file, row, id }: At): Iterable<RawItem> {
  if (!administrators.test(id)) return
  for (const { ObjectIdentifier, MemberId, ObjectType, MemberType } of members) {
    const account = directoryId(ObjectIdentifier ?? MemberId ?? '')
    if (account === undefined || !/user/i.test(ObjectType ?? MemberType ?? '')) continue
    const unknown = { enabled: undefined, lastLogonOn: undefined, passwordSetOn: undefined, passwordNeverExpires: undefined }
    yield { kind: 'account', account: { file, row, id: account, ...unknown, administrator: true } }
  }
}
