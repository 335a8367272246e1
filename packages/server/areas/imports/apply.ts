import { forgetKept } from '../../platform/files/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { type Changed, changeFacility, openFacility } from '../facilities/index.ts'
import { deleteUnnamed, lockForAdding, lockForRemoving } from '../files/index.ts'
import type { Services } from '../services.ts'
import { proposedNow } from './devices-again.ts'
import type { DraftBody } from './preview.ts'
import { importProblem } from './problems.ts'
import { keepEvidenceOfZip } from './read-folder.ts'
import { deleteDraft, lockDraft } from './store.ts'

/** 「この内容で登録する」: all of the draft in one transaction, or nothing where somebody has changed a record meanwhile. */
export async function registerImport(
  services: Services,
  asking: Asking,
  facility: string,
  given: { draft: string; agreed: readonly string[] },
): Promise<Changed> {
  const id = draftId(given.draft)
  const { changed } = await changeFacility(
    services,
    asking,
    facility,
    async (now, client) => {
      const found = await lockDraft<DraftBody>(asking, client, { facility, id, at: services.now() })
      if (!found) throw importProblem('import/no-such-draft')
      const { kind, sha256, revision, asks = [] } = found.body
      if (!asks.every((code) => given.agreed.includes(code))) throw importProblem('import/not-agreed')
      return {
        batch: {
          changes: await proposedNow(services, asking, now, found.body),
          by: 'import' as const,
          note: { action: 'import/registered', detail: { draft: id, kind, sha256, proposedAt: revision } },
        },
        value: found.body,
      }
    },
    {
      before: (client) => lockForAdding(asking, client),
      after: async (client, body) => {
        if (body.kind === 'folder') await keepEvidenceOfZip(services, asking, client, body)
        await deleteDraft(asking, client, { facility, id })
      },
    },
  )
  return changed
}

/** Throws a preview away, and its file if nothing else names it. */
export async function dropImport(services: Services, asking: Asking, facility: string, draft: string): Promise<void> {
  await openFacility(services, asking, facility)
  const id = draftId(draft)
  await withScope(services.pool, asking, async (client) => {
    await lockForRemoving(asking, client)
    const file = await deleteDraft(asking, client, { facility, id })
    if (file === undefined) throw importProblem('import/no-such-draft')
    for (const sha256 of await deleteUnnamed(asking, client, file))
      await forgetKept(services.uploads, { organisation: asking.organisation, sha256 })
    await appendAudit(services, asking, client, { action: 'import/dropped', subject: facility, detail: { draft: id } })
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function draftId(text: string): string {
  if (!uuid.test(text)) throw importProblem('import/no-such-draft')
  return text
}
