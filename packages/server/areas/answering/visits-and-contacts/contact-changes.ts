import type { ContactChangeResult } from '@mimamori/contract'
import { type ContactChange, type ContactChangeId, having, isEqual } from '@mimamori/domain'
import { type RequestScope, UserError, withScope } from '../../../platform/index.ts'
import { appendAudit } from '../../asking.ts'
import { changeFacility, newId } from '../../facilities/index.ts'
import type { Services } from '../../services.ts'
import { listVendorClients, type StoredVendorClient } from '../store.ts'
import { enterClient } from './enter.ts'
import { nameOfClient } from './work.ts'

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined }

export type NewContact = Pick<ContactChange, 'newName' | 'from'> & Optional<Pick<ContactChange, 'oldName' | 'department' | 'phone'>>

/**
 * 担当者の変更届, to all clients or to some: a proposal in each facility, one transaction each. A client that cannot be reached
 * is named and does not keep the others from it; sending again sends to those alone, since nobody gets the same one twice.
 */
export async function sendContactChange(
  services: Services,
  account: RequestScope,
  { relations, ...contact }: NewContact & { relations?: readonly string[] | undefined },
): Promise<ContactChangeResult> {
  const all = await withScope(services.pool, account, (client) => listVendorClients(account, client, services.now()), { readOnly: true })
  const lines: ContactChangeResult['lines'] = []
  for (const client of all.filter(({ relation }) => relations?.includes(relation) ?? true))
    lines.push(await sendTo(services, account, client, contact))
  const sent = lines.filter(({ outcome }) => outcome === 'sent').map(({ relation }) => relation)
  if (sent.length > 0)
    await withScope(services.pool, account, (client) =>
      appendAudit(services, account, client, { action: 'contact-change/sent', subject: account.organisation, detail: { relations: sent } }),
    )
  return { lines }
}

async function sendTo(
  services: Services,
  account: RequestScope,
  client: StoredVendorClient,
  contact: NewContact,
): Promise<ContactChangeResult['lines'][number]> {
  const line = { relation: client.relation, facility: nameOfClient(client) }
  try {
    return { ...line, outcome: await propose(services, account, client.relation, contact) }
  } catch (error) {
    if (!(error instanceof UserError)) services.report(error)
    return { ...line, outcome: 'not-sent' }
  }
}

async function propose(services: Services, account: RequestScope, relation: string, contact: NewContact): Promise<'sent' | 'same'> {
  const { asking, facility, vendor } = await enterClient(services, account, relation)
  const { value } = await changeFacility(services, asking, facility, async (now) => {
    const { newName, from, oldName, department, phone } = contact
    const record: ContactChange = {
      id: newId<ContactChangeId>('cc'),
      vendor,
      newName,
      from,
      sentOn: now.asOf,
      sentBy: account.personName,
      state: 'waiting',
      ...(oldName !== undefined && { oldName }),
      ...(department !== undefined && { department }),
      ...(phone !== undefined && { phone }),
    }
    const isThere = having(now.picture.slices.contactChanges, 'vendor', vendor).some((one) => isEqual(saidIn(one), saidIn(record)))
    const note = { action: 'contact-change/sent', subject: record.id, detail: { organisation: account.organisation } }
    return {
      batch: { changes: isThere ? [] : [{ change: { kind: 'add', slice: 'contactChanges', record } }], by: 'vendor', vendor, note },
      value: isThere ? ('same' as const) : ('sent' as const),
    }
  })
  return value
}

function saidIn({ oldName, newName, department, phone, from }: ContactChange) {
  return { oldName, newName, department, phone, from }
}
