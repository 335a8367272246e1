import type { AuditCheck } from '@mimamori/contract'
import { exportAudit, readAuditHead, verifyAudit } from '../../platform/audit/index.ts'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import type { Services } from '../services.ts'
import { problemTexts } from './texts.ts'

/** Reads the whole trail and computes every hash anew. The end is held against the database itself. */
export async function checkTrail(services: Services, asking: Asking): Promise<AuditCheck> {
  const head = await withScope(services.pool, asking, (client) => readAuditHead(client, asking.organisation), { readOnly: true })
  const verdict = await verifyAudit(exportAudit(services.pool, asking), head)
  return {
    intact: verdict.isIntact,
    entries: verdict.entries,
    head: verdict.head,
    problems: verdict.problems.map(({ kind, seq }) => ({ says: problemTexts[kind], ...(seq !== undefined && { seq }) })),
  }
}
