import type { DraftAnswer, RequestHead } from '@mimamori/contract'
import { type ChecklistItem, sheetNumber } from '@mimamori/domain'
import { type VendorSheetFile, writeSheetFile, zipFiles } from '@mimamori/formats'
import type { FileReply } from '../../../platform/http/index.ts'
import { type RequestScope, withScope } from '../../../platform/index.ts'
import { appendAudit } from '../../asking.ts'
import type { Services } from '../../services.ts'
import { answeringProblem, itemsProblem } from '../problems.ts'
import { itemsOfRequest } from './read.ts'

export interface Reply {
  /** Name of the request file. */
  readonly name: string
  readonly head: RequestHead
  readonly answers: Readonly<Record<string, DraftAnswer>>
}

export interface ReplyFiles {
  readonly format: 'xlsx' | 'csv'
  readonly answeredBy: string
  readonly replies: readonly Reply[]
}

/** One reply to each request, as a sheet of ours that every facility reads back; several lie in one ZIP for the vendor itself. */
export async function writeReplyFiles(services: Services, asking: RequestScope, given: ReplyFiles): Promise<FileReply> {
  const files: VendorSheetFile[] = []
  for (const [at, stem] of stemsOf(given.replies).entries()) {
    const reply = given.replies[at]
    if (reply) files.push(await replyFile(services, given, reply, stem))
  }
  await withScope(services.pool, asking, (client) =>
    appendAudit(services, asking, client, { action: 'reply-files/made', subject: asking.organisation, detail: { files: files.length } }),
  )
  const [first] = files
  if (files.length === 1 && first) return { name: first.fileName, mediaType: first.mediaType, bytes: first.bytes }
  const zip = await zipFiles(new Map(files.map(({ fileName, bytes }) => [fileName, bytes])), services.now())
  return { name: `replies_${services.today()}.zip`, mediaType: 'application/zip', bytes: zip }
}

function replyFile(
  services: Services,
  { format, answeredBy }: ReplyFiles,
  { head, answers }: Reply,
  stem: string,
): Promise<VendorSheetFile> {
  const items = itemsOfRequest(services, head.edition)
  checkAnswers(items, answers)
  return writeSheetFile({
    stem,
    format,
    items,
    facts: {
      sheetId: head.sheet,
      edition: head.edition,
      audience: 'vendor',
      fiscalYear: head.fiscalYear,
      facilityName: head.facility,
      vendor: { written: head.vendor, name: head.vendorName },
      system: { written: head.system, name: head.systemName },
      dueOn: head.dueOn,
      answeredBy,
    },
    answerTo: ({ id }) => {
      const { proposed: _, ...answer } = answers[id] ?? {}
      return answer.answer === undefined ? undefined : answer
    },
  })
}

function checkAnswers(items: readonly ChecklistItem[], answers: Reply['answers']): void {
  const isThere = new Set<string>(items.map(({ id }) => id))
  if (!Object.keys(answers).every((id) => isThere.has(id))) throw answeringProblem('answer/no-such-item')
  const bare = items.filter(({ id }) => {
    const { answer, reason } = answers[id] ?? {}
    return (answer === 'not-applicable' || answer === 'other-party') && reason === undefined
  })
  if (bare.length > 0)
    throw itemsProblem(
      'answer/reason-missing',
      bare.map(({ number }) => number),
    )
}

/** ASCII and told apart: the name of the request where it is such a name, else year and number of the sheet. */
function stemsOf(replies: readonly Reply[]): readonly string[] {
  const used = new Map<string, number>()
  return replies.map(({ name, head }) => {
    const own = /^([A-Za-z0-9][A-Za-z0-9._-]{0,80})\.[A-Za-z]{3,4}$/.exec(name)?.[1]
    const made = `${head.fiscalYear ?? head.edition.replace(/[^a-z0-9]/g, '')}_${head.sheet === undefined ? 'sheet' : sheetNumber(head.sheet)}`
    const stem = `${own ?? made}_reply`
    const times = (used.get(stem) ?? 0) + 1
    used.set(stem, times)
    return times === 1 ? stem : `${stem}-${times}`
  })
}
