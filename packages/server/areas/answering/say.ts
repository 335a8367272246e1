import { answersTo, byId, type DiscussionMessage, type Evidence, type EvidenceId, messagesOf, nextMessageId } from '@mimamori/domain'
import { cleanFileName } from '../../platform/index.ts'
import { changeFacility, newId } from '../facilities/index.ts'
import { keepFile, lockForAdding } from '../files/index.ts'
import { readDraftOf } from './draft.ts'
import type { Answering } from './enter.ts'
import { answeringProblem } from './problems.ts'

/** A file goes to the facility's evidence at once, as evidence of the vendor's own answer. */
export async function addSheetEvidence(
  answering: Answering,
  given: { item: string; name: string; bytes: Uint8Array },
): Promise<{ evidence: string }> {
  const { services, asking, facility, sheet } = answering
  const { value } = await changeFacility(
    services,
    asking,
    facility,
    async (now, client) => {
      const answers = answersTo(now.picture.slices.answers, sheet.id, given.item).map(({ id }) => id)
      if (answers.length === 0) throw answeringProblem('answer/no-such-item')
      const kept = await keepFile(services.evidence, asking, client, { name: cleanFileName(given.name), bytes: given.bytes })
      const record: Evidence = {
        id: newId<EvidenceId>('ev'),
        name: kept.name,
        sha256: kept.sha256,
        bytes: kept.bytes,
        mediaType: kept.mediaType,
        obtainedOn: now.asOf,
        answers,
      }
      const detail = { evidence: record.id, sha256: kept.sha256, bytes: kept.bytes }
      return {
        batch: {
          changes: [{ change: { kind: 'add' as const, slice: 'evidence' as const, record } }],
          by: 'vendor' as const,
          sheet: sheet.id,
          note: { action: 'evidence/added', subject: sheet.id, detail },
        },
        value: { evidence: record.id },
      }
    },
    { before: (client) => lockForAdding(asking, client) },
  )
  return value
}

/** The vendor's word in a discussion; an agreement that stands is not talked over. */
export async function sayOnSheet(
  answering: Answering,
  given: { discussion: string; text: string; evidence?: string | undefined },
): Promise<void> {
  const { services, asking, facility, sheet, account } = answering
  const by = account?.personName ?? (await readDraftOf(answering)).body.answeredBy?.name
  await changeFacility(services, asking, facility, async (now) => {
    const { slices } = now.picture
    const discussion = byId(slices.discussions, given.discussion)
    if (discussion?.sheet !== sheet.id || discussion.agreedOn !== undefined) throw answeringProblem('answer/no-such-discussion')
    const evidence = byId(answering.seen.picture.slices.evidence, given.evidence)
    if (given.evidence !== undefined && !evidence) throw answeringProblem('answer/no-such-item')
    const record: DiscussionMessage = {
      id: nextMessageId(discussion.id, messagesOf(slices.messages, discussion.id).length),
      discussion: discussion.id,
      side: 'vendor',
      on: now.asOf,
      text: given.text,
      ...(by !== undefined && { by }),
      ...(evidence && { evidence: evidence.id }),
    }
    return {
      batch: {
        changes: [{ change: { kind: 'add' as const, slice: 'messages' as const, record } }],
        by: 'vendor' as const,
        sheet: sheet.id,
        note: { action: 'discussion/said', subject: discussion.id },
      },
      value: undefined,
    }
  })
}
