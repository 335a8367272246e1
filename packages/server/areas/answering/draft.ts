import { type Answerer, type DraftAnswer, type DraftView, isAllowed, type Role, type TakenPart } from '@mimamori/contract'
import { answersTo, type ChecklistItem, isEqual, itemsOfSheet, standardProposals } from '@mimamori/domain'
import type { PoolClient } from 'pg'
import { withScope } from '../../platform/index.ts'
import { appendAudit } from '../asking.ts'
import { versionKey } from '../kept.ts'
import type { Answering } from './enter.ts'
import { answeringProblem } from './problems.ts'
import {
  type DraftBody,
  type DraftKey,
  listStandards,
  readDraft,
  type StoredAnswer,
  type StoredDraft,
  type Written,
  writeDraft,
} from './store.ts'

export const emptyDraft: StoredDraft = { version: 0, state: 'writing', body: { answers: {}, base: {} }, receipt: null }

export function keyOf({ place, sheet }: Answering): DraftKey {
  return { place, sheet: sheet.id }
}

export function draftViewOf({ version, state, body }: StoredDraft): DraftView {
  const answers = Object.entries(body.answers).map(([item, { rev: _, ...answer }]) => [item, answer] as const)
  return {
    version,
    state,
    answers: Object.fromEntries(answers),
    isCorrection: body.handedIn === true && state !== 'submitted',
    ...(body.answeredBy && { answeredBy: body.answeredBy }),
    ...(body.approvedBy !== undefined && { approvedBy: body.approvedBy }),
    ...(body.why !== undefined && { why: body.why }),
    ...(body.product !== undefined && { product: body.product }),
  }
}

/** The items of the sheet by their ids. */
export function itemsOf({ seen, sheet }: Answering): ReadonlyMap<string, ChecklistItem> {
  return new Map(itemsOfSheet(seen.catalogue.reference.items, sheet).map((item) => [item.id, item]))
}

export interface DraftPatch {
  readonly version: number
  readonly answers?: Readonly<Record<string, DraftAnswer>> | undefined
  readonly answeredBy?: Answerer | undefined
  readonly approvedBy?: string | undefined
  readonly bases?: Readonly<Record<string, number>> | undefined
}

export interface SavedDraft {
  readonly draft: DraftView
  readonly conflicts: string[]
  readonly taken: TakenPart[]
}

/**
 * Keeps what was written. Two colleagues may write on one sheet: a part that the other has changed meanwhile stays as it is
 * and is named, all else is stored.
 */
export async function saveDraft(answering: Answering, patch: DraftPatch): Promise<SavedDraft> {
  const items = itemsOf(answering)
  const given = Object.entries(patch.answers ?? {})
  if (!given.every(([item]) => items.has(item))) throw answeringProblem('answer/no-such-item')
  // A proposal comes from the standard answers alone; whatever a person sends is confirmed by that.
  const answers = given.map(([item, { proposed: _, ...answer }]) => [item, answer] as const)
  return inDraft(answering, async (draft) => {
    mustBeWriting(answering, draft)
    const taken = partsTaken(draft, patch)
    const isFree = (part: string) => taken.every((one) => one.part !== part)
    const body = withAnswers(answering, draft, Object.fromEntries(answers.filter(([item]) => isFree(item))))
    return { next: { ...draft, body: withPeople(answering, draft, body, patch, isFree) }, value: taken }
  }).then(({ draft, value: taken }) => {
    const conflicts = taken.flatMap(({ part }) => (items.has(part) ? [part] : []))
    return { draft: draftViewOf(draft), conflicts, taken }
  })
}

/** Parts of the patch that were changed since the person began on them, to something else than the person writes. */
function partsTaken({ body }: StoredDraft, patch: DraftPatch): TakenPart[] {
  const answers = Object.entries(patch.answers ?? {}).map(([item, { proposed: _, ...mine }]) => {
    const { rev = 0, ...theirs } = body.answers[item] ?? {}
    return { part: item, mine, theirs, rev }
  })
  const people = (['answeredBy', 'approvedBy'] as const).flatMap((part) =>
    patch[part] === undefined ? [] : [{ part, mine: patch[part], theirs: body[part], rev: body.written?.[part]?.rev ?? 0 }],
  )
  const taken = [...answers, ...people].filter(
    ({ part, mine, theirs, rev }) => rev > (patch.bases?.[part] ?? patch.version) && !isEqual(mine, theirs),
  )
  return taken.map(({ part }) => {
    const { by, at } = body.written?.[part] ?? {}
    return { part, ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
  })
}

function withPeople(
  answering: Answering,
  draft: StoredDraft,
  body: DraftBody,
  { answeredBy, approvedBy }: DraftPatch,
  isFree: (part: string) => boolean,
): DraftBody {
  const written = writtenNow(answering, draft)
  const keepsAnswerer = answeredBy !== undefined && isFree('answeredBy')
  const keepsApprover = approvedBy !== undefined && isFree('approvedBy')
  return {
    ...body,
    ...(keepsAnswerer && { answeredBy }),
    ...(keepsApprover && { approvedBy }),
    written: { ...body.written, ...(keepsAnswerer && { answeredBy: written }), ...(keepsApprover && { approvedBy: written }) },
  }
}

/** NOTE: somebody who came by a link has no name here. */
function writtenNow({ services, account }: Answering, draft: StoredDraft): Written {
  const at = services.now().toISOString()
  return { rev: draft.version + 1, at, ...(account && { by: account.personName }) }
}

/** Puts answers into a draft and remembers on which version of the facility's rows they were made. */
export function withAnswers(answering: Answering, draft: StoredDraft, answers: Readonly<Record<string, DraftAnswer>>): DraftBody {
  const { seen, sheet } = answering
  const rows = Object.keys(answers).flatMap((item) => answersTo(seen.picture.slices.answers, sheet.id, item))
  const base = rows.map(({ id }) => [id, draft.body.base[id] ?? seen.versions.get(versionKey('answers', id)) ?? 0] as const)
  const written = writtenNow(answering, draft)
  const marked = Object.entries(answers).map(([item, answer]): [string, StoredAnswer] => [item, { ...answer, rev: written.rev }])
  return {
    ...draft.body,
    answers: { ...draft.body.answers, ...Object.fromEntries(marked) },
    written: { ...draft.body.written, ...Object.fromEntries(marked.map(([item]) => [item, written])) },
    base: { ...draft.body.base, ...Object.fromEntries(base) },
  }
}

function mustBeWriting({ sheet }: Answering, { state }: StoredDraft): void {
  if (sheet.closedOn !== undefined) throw answeringProblem('answer/closed')
  if (state === 'checking' || state === 'submitted') throw answeringProblem('answer/not-writing')
}

type Step = 'writing' | 'checking' | 'sent-back'

/** Which steps follow from which: 提出 is none of them. */
const steps: Readonly<Record<StoredDraft['state'], readonly Step[]>> = {
  writing: ['checking'],
  'sent-back': ['checking'],
  checking: ['sent-back', 'writing'],
  submitted: ['writing'],
}

export async function moveDraft(
  answering: Answering,
  { version, to, why }: { version: number; to: Step; why?: string | undefined },
): Promise<DraftView> {
  if (answering.sheet.closedOn !== undefined) throw answeringProblem('answer/closed')
  if (to === 'sent-back' && !mayApprove(answering)) throw answeringProblem('answer/approver-only')
  const { draft } = await inDraft(answering, async (held, client) => {
    if (held.version !== version) throw answeringProblem('answer/changed-meanwhile')
    if (!steps[held.state].includes(to)) throw answeringProblem('answer/no-such-step')
    await noteOwn(answering, client, { action: `sheet/${to}` })
    return {
      next: { ...held, state: to, receipt: null, body: { ...held.body, why: to === 'sent-back' ? why : undefined } },
      value: undefined,
    }
  })
  return draftViewOf(draft)
}

function mayApprove({ account }: Answering): boolean {
  return account === undefined || account.roles.some((role) => isAllowed('sheet:submit', { kind: 'vendor', role: role as Role })) // roles are those of the table
}

/** Lays the standard answers of a product over the items that have none; those that differ at every client are always asked. */
export async function proposeStandard(answering: Answering, asked: { version: number; standard: string }): Promise<DraftView> {
  const { draft } = await inDraft(answering, async (held, client) => {
    mustBeWriting(answering, held)
    if (held.version !== asked.version) throw answeringProblem('answer/changed-meanwhile')
    const standard = (await listStandards(answering.own, client)).find((one) => one.id === asked.standard)
    if (!standard) throw answeringProblem('answer/no-such-standard')
    if (standard.edition !== answering.sheet.edition) throw answeringProblem('answer/other-edition')
    const open = standardProposals([...itemsOf(answering).values()], held.body.answers, standard.body)
    const proposals = Object.entries(open).map(([id, answer]) => [id, { ...answer, proposed: true as const }] as const)
    const body = withAnswers(answering, held, Object.fromEntries(proposals))
    return { next: { ...held, body: { ...body, product: standard.product } }, value: undefined }
  })
  return draftViewOf(draft)
}

export async function readDraftOf(answering: Answering): Promise<StoredDraft> {
  const { services, own } = answering
  return withScope(services.pool, own, async (client) => (await readDraft(own, client, keyOf(answering))) ?? emptyDraft, { readOnly: true })
}

/** One step of a draft under its lock. */
export async function inDraft<T>(
  answering: Answering,
  step: (draft: StoredDraft, client: PoolClient) => Promise<{ next: StoredDraft; value: T }>,
): Promise<{ draft: StoredDraft; value: T }> {
  const { services, own } = answering
  return withScope(services.pool, own, async (client) => {
    const held = (await readDraft(own, client, keyOf(answering), { lock: true })) ?? emptyDraft
    const { next, value } = await step(held, client)
    const isStored = await writeDraft(own, client, keyOf(answering), { ...next, before: held.version, at: services.now() })
    if (!isStored) throw answeringProblem('answer/changed-meanwhile')
    return { draft: { ...next, version: held.version + 1 }, value }
  })
}

/** A line in the vendor's own trail. Whoever comes by a link has none; the facility's tells of the link. */
export async function noteOwn(answering: Answering, client: PoolClient, event: { action: string; detail?: unknown }): Promise<void> {
  const { services, account, place, sheet } = answering
  if (!account) return
  await appendAudit(services, account, client, {
    action: event.action,
    subject: sheet.id,
    detail: { relation: place, ...asObject(event.detail) },
  })
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
