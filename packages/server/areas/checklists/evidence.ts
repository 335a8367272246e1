import { type AnswerId, byId, type Evidence, type EvidenceId, entityId } from '@mimamori/domain'
import { cleanFileName } from '../../platform/files/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { changeFacility, newId, openFacility } from '../facilities/index.ts'
import { keepFile, lockForAdding, readFile } from '../files/index.ts'
import type { Services } from '../services.ts'
import { checklistProblem } from './problems.ts'

interface Given {
  readonly name: string
  readonly bytes: Uint8Array
  /** Ids of answers, with commas. */
  readonly answers?: string | undefined
  readonly place?: string | undefined
}

/** Keeps a file as 根拠資料 of answers; its bytes, its row and its record stand or fall together. */
export async function addEvidence(
  services: Services,
  asking: Asking,
  facility: string,
  given: Given,
): Promise<{ evidence: string; sha256: string; revision: number }> {
  const { changed, value } = await changeFacility(
    services,
    asking,
    facility,
    async (now, client) => {
      const answers = (given.answers ?? '').split(',').filter((id) => id !== '')
      if (answers.some((id) => !byId(now.picture.slices.answers, id))) throw checklistProblem('evidence/no-such-answer')
      const kept = await keepFile(services.evidence, asking, client, { name: cleanFileName(given.name), bytes: given.bytes })
      const record: Evidence = {
        id: newId<EvidenceId>('ev'),
        name: kept.name,
        sha256: kept.sha256,
        bytes: kept.bytes,
        mediaType: kept.mediaType,
        obtainedOn: now.asOf,
        ...(answers.length > 0 && { answers: answers.map((id) => entityId<AnswerId>(id)) }),
        ...(given.place !== undefined && given.place !== '' && { place: given.place }),
      }
      const note = { action: 'evidence/added', detail: { evidence: record.id, sha256: kept.sha256, bytes: kept.bytes } }
      return {
        batch: { changes: [{ change: { kind: 'add' as const, slice: 'evidence' as const, record } }], by: 'system' as const, note },
        value: { evidence: record.id, sha256: kept.sha256 },
      }
    },
    { before: (client) => lockForAdding(asking, client) },
  )
  return { ...value, revision: changed.revision }
}

/** An evidence file that this facility names, as a download. */
export async function evidenceFile(
  services: Services,
  asking: Asking,
  facility: string,
  sha256: string,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const now = await openFacility(services, asking, facility)
  const { evidence, sources } = now.picture.slices
  if (![...evidence, ...sources].some((one) => one.sha256 === sha256)) throw checklistProblem('evidence/not-found')
  return withScope(services.pool, asking, async (client) => {
    const file = await readFile(services.evidence, asking, client, sha256)
    if (!file) throw checklistProblem('evidence/not-found')
    await appendAudit(services, asking, client, { action: 'evidence/read', subject: facility, detail: { sha256 } })
    return file
  })
}
