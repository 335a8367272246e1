import type { PoolClient } from 'pg'
import { type AuditHead, appendAudit as append } from '../platform/audit/index.ts'
import type { Scope } from '../platform/index.ts'
import type { Services } from './services.ts'

/** Who is asking, for which organisation, and from where. */
export interface Asking extends Scope {
  readonly from?: string | undefined
}

/** Adds a line to the audit trail, in the transaction of what it tells of. */
export function appendAudit(
  services: Services,
  asking: Asking,
  client: PoolClient,
  event: { action: string; subject: string; detail?: unknown },
): Promise<AuditHead> {
  const scope: Scope = { organisation: asking.organisation, person: asking.person }
  return append(client, { scope, clock: { now: services.now }, event: { ...event, from: asking.from } })
}
