import type { DraftAnswer, StandardsView } from '@mimamori/contract'
import { byId, type ChecklistItem, fiscalYearOf, itemsOfSheet, itemWords, latestEditionWith, type Text } from '@mimamori/domain'
import { type RequestScope, withScope } from '../../platform/index.ts'
import { appendAudit } from '../asking.ts'
import { nameOfDocument } from '../checklists/index.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { answeringProblem } from './problems.ts'
import { deleteStandard, listStandards, writeStandard } from './store.ts'

const reader = { audience: 'vendor', size: 'clinic' } as const

/** 製品ごとの標準回答. */
export async function standardsOf(services: Services, asking: RequestScope): Promise<StandardsView> {
  const stored = await withScope(services.pool, asking, (client) => listStandards(asking, client), { readOnly: true })
  const edition = editionNow(services)
  return {
    edition,
    editionName: nameOfDocument(edition, services.catalogue),
    items: itemsFor(services, edition).map((item) => ({
      item: item.id,
      number: item.number,
      title: titleForVendor(services, item),
      perClient: item.perClient === true,
    })),
    standards: stored.map(({ body, ...one }) => ({ ...one, answers: body, editionName: nameOfDocument(one.edition, services.catalogue) })),
  }
}

/** NOTE: an edition that one facility has loaded itself is that facility's; standard answers are for those that all have. */
function editionNow({ catalogue, today }: Services): string {
  return latestEditionWith(catalogue.reference, 'vendor', fiscalYearOf(today()))?.id ?? ''
}

function itemsFor({ catalogue }: Services, edition: string): readonly ChecklistItem[] {
  const found = byId(catalogue.reference.editions, edition)
  return found ? itemsOfSheet(catalogue.reference.items, { edition: found.id, audience: 'vendor' }) : []
}

/** A question as vendors read it, in words that fit every facility. */
export function titleForVendor({ catalogue }: Services, item: ChecklistItem): Text {
  const own = byId(catalogue.reference.facilityWords, 'other')
  return fillText(itemWords(item, reader).title, { us: own?.us ?? '', head: own?.head ?? '' })
}

export interface StandardToSave {
  readonly id?: string | undefined
  readonly version?: number | undefined
  readonly product: string
  readonly answers: Readonly<Record<string, DraftAnswer>>
}

export async function saveStandard(
  services: Services,
  asking: RequestScope,
  given: StandardToSave,
): Promise<{ id: string; version: number }> {
  const product = given.product.trim()
  return withScope(services.pool, asking, async (client) => {
    const held = given.id === undefined ? undefined : (await listStandards(asking, client)).find((one) => one.id === given.id)
    if (given.id !== undefined && !held) throw answeringProblem('answer/no-such-standard')
    const edition = held?.edition ?? editionNow(services)
    checkItems(itemsFor(services, edition), given.answers)
    const { id, version = 0 } = given
    const stored = await writeStandard(asking, client, { id, version, product, edition, body: given.answers, at: services.now() })
    if (!stored) throw answeringProblem(held && held.version !== version ? 'answer/changed-meanwhile' : 'answer/product-taken')
    await appendAudit(services, asking, client, { action: 'standard-answers/written', subject: stored.id })
    return { id: stored.id, version: Number(stored.version) }
  })
}

function checkItems(items: readonly ChecklistItem[], answers: StandardToSave['answers']): void {
  for (const id of Object.keys(answers)) {
    const item = items.find((one) => one.id === id)
    if (!item) throw answeringProblem('answer/no-such-item')
    if (item.perClient) throw answeringProblem('answer/per-client')
  }
}

export async function removeStandard(services: Services, asking: RequestScope, standard: string): Promise<void> {
  await withScope(services.pool, asking, async (client) => {
    if (!(await deleteStandard(asking, client, standard))) throw answeringProblem('answer/no-such-standard')
    await appendAudit(services, asking, client, { action: 'standard-answers/removed', subject: standard })
  })
}
