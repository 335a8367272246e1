import { forgetKept } from '../../platform/files/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { deleteUnnamed, lockForRemoving } from '../files/index.ts'
import type { Services } from '../services.ts'
import { keyOf } from './open.ts'
import { facilityProblem } from './problems.ts'
import { forgetFacility, lockState } from './store.ts'

/**
 * Forgets a facility and all that belongs to it, but for the line in the audit trail; one of one's own only after its
 * name was typed. NOTE: files go before the commit: should it fail, only files that nothing names are missing.
 */
export async function removeFacility(services: Services, asking: Asking, facility: string, typed: string | undefined): Promise<void> {
  await withScope(services.pool, asking, async (client) => {
    await lockForRemoving(asking, client)
    const state = await lockState(asking, client, facility)
    if (!state) throw facilityProblem('facility/not-found')
    if (!state.example && typed?.trim() !== state.name.trim()) throw facilityProblem('facility/name-missing')
    await forgetFacility(asking, client, facility)
    const files = await deleteUnnamed(asking, client)
    for (const sha256 of files) {
      for (const folder of [services.evidence, services.papers]) await forgetKept(folder, { organisation: asking.organisation, sha256 })
    }
    await appendAudit(services, asking, client, {
      action: 'facility/removed',
      subject: facility,
      detail: { example: state.example, files: files.length },
    })
  })
  services.kept.drop(keyOf(asking, facility))
}
