import type { AnswerConflict, DraftAnswer, ReceiptView, SubmitResult } from '@mimamori/contract'
import { answersTo, byId, type Change, entityId, having, known, type RequestId, type SheetId, type VendorRequest } from '@mimamori/domain'
import { inGroups, randomLetters, withScope } from '../../platform/index.ts'
import { nameOfDocument, wordsOfItem } from '../checklists/index.ts'
import { type Changed, changeFacility, type ExpectedChange } from '../facilities/index.ts'
import { type Kept, versionKey } from '../kept.ts'
import { inDraft, itemsOf, keyOf, noteOwn } from './draft.ts'
import type { Answering } from './enter.ts'
import { answeringProblem, itemsProblem } from './problems.ts'
import { addReceipt, type StoredDraft, writeDraft } from './store.ts'
import { shownAnswer } from './view.ts'

export interface Submission {
  readonly version: number
  readonly why?: string | undefined
  readonly over?: readonly { readonly id: string; readonly version: number }[] | undefined
}

/**
 * 提出: the facility gets the answers against the versions they were made on. The number of the receipt is fixed first, so that
 * a repetition after a lost answer or a crash hands in nothing twice.
 */
export async function submitSheet(answering: Answering, given: Submission): Promise<SubmitResult> {
  const { draft } = await inDraft(answering, async (held) => {
    checkComplete(answering, held, given.version)
    return { next: { ...held, receipt: held.receipt ?? inGroups(randomLetters(8), 4) }, value: undefined }
  })
  const number = draft.receipt ?? ''
  const changed = await handIn(answering, draft, { ...given, number })
  if (changed.conflicts.length > 0) return { conflicts: conflictsOf(answering, changed) }
  const receipt = receiptFor(answering, draft, { number, why: given.why })
  await keepReceipt(answering, { draft, receipt, changed })
  return { receipt, conflicts: [] }
}

function checkComplete(answering: Answering, draft: StoredDraft, version: number): void {
  if (answering.sheet.closedOn !== undefined) throw answeringProblem('answer/closed')
  if (draft.state === 'submitted') throw answeringProblem('answer/no-such-step')
  // Fixing the number is a step of its own, which the one who asks again has not seen.
  const isAgain = draft.receipt !== null && draft.version === version + 1
  if (draft.version !== version && !isAgain) throw answeringProblem('answer/changed-meanwhile')
  if (draft.body.answeredBy === undefined) throw answeringProblem('answer/answerer-missing')
  const items = itemsOf(answering)
  const answers = Object.entries(draft.body.answers).filter(([item, { answer }]) => items.has(item) && answer !== undefined)
  if (answers.length === 0) throw answeringProblem('answer/nothing-answered')
  const numbersOf = (isWrong: (answer: DraftAnswer) => boolean) =>
    [...items.values()].filter(({ id }) => isWrong(draft.body.answers[id] ?? {})).map(({ number }) => number)
  const proposed = numbersOf((answer) => answer.proposed === true)
  if (proposed.length > 0) throw itemsProblem('answer/not-confirmed', proposed)
  const bare = numbersOf(({ answer, reason }) => (answer === 'not-applicable' || answer === 'other-party') && reason === undefined)
  if (bare.length > 0) throw itemsProblem('answer/reason-missing', bare)
}

async function handIn(answering: Answering, draft: StoredDraft, given: Submission & { number: string }): Promise<Changed> {
  const { services, asking, facility, sheet, account } = answering
  const { changed } = await changeFacility(services, asking, facility, async (now) => {
    const changes = [...answerChanges(now, answering, draft, given.over ?? []), ...sheetChanges(now, answering, draft, given)]
    const detail = { receipt: given.number, ...(account ? { organisation: account.organisation } : { by: 'link' }) }
    return {
      batch: { changes, by: 'vendor' as const, sheet: sheet.id, note: { action: 'sheet/answered-on-screen', subject: sheet.id, detail } },
      value: undefined,
    }
  })
  return changed
}

/** One change per row: an item that was answered by its parts before gets the same answer in each of them. */
function answerChanges(now: Kept, { sheet }: Answering, { body }: StoredDraft, over: NonNullable<Submission['over']>): ExpectedChange[] {
  return Object.entries(body.answers).flatMap(([item, { rev: _, proposed: __, ...draft }]) => {
    if (draft.answer === undefined) return []
    const fields = { ...draft, checkedOn: draft.checkedOn ?? now.asOf }
    return answersTo(now.picture.slices.answers, sheet.id, item).map((row): ExpectedChange => {
      const open = ['reason', 'targetOn', 'note', 'pending', 'carriedFrom'] as const
      const rechecked = row.answer === fields.answer ? [] : (['recheckedOn', 'recheckAnswer'] as const)
      const forget = [...open, ...rechecked].filter((name) => row[name] !== undefined && !Object.hasOwn(fields, name))
      const change: Change = { kind: 'set', slice: 'answers', id: row.id, fields, ...(forget.length > 0 && { forget }) }
      return {
        change,
        expected: over.find((one) => one.id === row.id)?.version ?? body.base[row.id] ?? now.versions.get(versionKey('answers', row.id)),
      }
    })
  })
}

function sheetChanges(now: Kept, { sheet }: Answering, { body }: StoredDraft, given: Submission & { number: string }): ExpectedChange[] {
  const held = byId(now.picture.slices.sheets, sheet.id)
  const person = body.answeredBy?.name ?? ''
  // The mark of a sheet that was typed in from paper stays.
  const replyBy = held?.typedBy === undefined ? { replyBy: 'screen' as const } : {}
  const fields = { returnedOn: held?.returnedOn ?? now.asOf, answeredBy: person, ...replyBy }
  const record = replyOf(now, sheet.id, { number: given.number, person, note: given.why })
  return [
    { change: { kind: 'set', slice: 'sheets', id: sheet.id, fields }, expected: now.versions.get(versionKey('sheets', sheet.id)) },
    { change: { kind: 'add', slice: 'requests', record } },
  ]
}

/** The reply of this receipt: the one that is there already where the same is handed in again, else the next of the sheet. */
function replyOf(now: Kept, sheet: SheetId, reply: { number: string; person: string; note: string | undefined }): VendorRequest {
  const { number, person, note } = reply
  const before = having(now.picture.slices.requests, 'sheet', sheet).filter(({ id }) => id.startsWith('rq:screen.'))
  const ending = `.${number.toLowerCase()}`
  const there = before.find(({ id }) => id.endsWith(ending))
  if (there) return there
  const id = entityId<RequestId>(`rq:screen.${String(before.length + 1).padStart(3, '0')}${ending}`)
  return { id, sheet, kind: 'reply', way: 'screen', on: now.asOf, person, ...(note !== undefined && { note }) }
}

function conflictsOf(answering: Answering, { conflicts }: Changed): AnswerConflict[] {
  const items = itemsOf(answering)
  return conflicts.flatMap(({ id, slice, theirs, version }) => {
    if (slice !== 'answers' || theirs === null || !('item' in theirs)) return []
    const row = theirs as Parameters<typeof shownAnswer>[0] // the slice has only answers
    return [{ id, version, number: items.get(row.item)?.number ?? row.item, theirs: shownAnswer(row) }]
  })
}

function receiptFor(answering: Answering, { body }: StoredDraft, given: { number: string; why?: string | undefined }): ReceiptView {
  const { seen, sheet, services, facilityName } = answering
  const system = byId(seen.picture.slices.systems, known(sheet.system))?.name
  const answers = [...itemsOf(answering).values()].flatMap((item) => {
    const { rev: _, proposed: __, ...answer } = body.answers[item.id] ?? { rev: 0 }
    if (answer.answer === undefined) return []
    const { title } = wordsOfItem(seen, item, sheet.id)
    return [{ number: item.number, title, ...answer, checkedOn: answer.checkedOn ?? seen.asOf }]
  })
  return {
    number: given.number,
    at: services.now().toISOString(),
    isCorrection: body.handedIn === true,
    ...(given.why !== undefined && { why: given.why }),
    facility: facilityName,
    ...(system !== undefined && { system }),
    edition: nameOfDocument(sheet.edition, seen.catalogue),
    answeredBy: body.answeredBy ?? { name: '' },
    ...(body.approvedBy !== undefined && { approvedBy: body.approvedBy }),
    answers,
  }
}

/** The vendor's side of it: receipt, state, and a line in its own trail. */
async function keepReceipt(
  answering: Answering,
  { draft, receipt, changed }: { draft: StoredDraft; receipt: ReceiptView; changed: Changed },
): Promise<void> {
  const { services, own } = answering
  const versions = changed.versions.filter(({ slice }) => slice === 'answers').map(({ id, version }) => [id, version] as const)
  const body = { ...draft.body, base: Object.fromEntries(versions), handedIn: true as const, why: undefined }
  await withScope(services.pool, own, async (client) => {
    const { number, at, ...rest } = receipt
    await addReceipt(own, client, keyOf(answering), { number, at: new Date(at), body: rest })
    await writeDraft(own, client, keyOf(answering), { ...draft, state: 'submitted', body, before: draft.version, at: services.now() })
    await noteOwn(answering, client, { action: 'sheet/submitted', detail: { receipt: number, isCorrection: receipt.isCorrection } })
  })
}
