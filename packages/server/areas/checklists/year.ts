import { audienceOf, byId, type EditionId, fiscalYearOf, itemsOfSheet, startYear, type Text } from '@mimamori/domain'
import type { Asking } from '../asking.ts'
import { changeFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { titleOfItem } from './item-words.ts'
import { checklistProblem } from './problems.ts'

interface Started {
  readonly carried: number
  readonly notCarried: { number: string; title: Text }[]
}

/** 「年度を始める」: last year's sheets become read-only, its answers are proposed, and people are asked for again. */
export async function beginYear(
  services: Services,
  asking: Asking,
  facility: string,
  asked: { fiscalYear: number; edition: string },
): Promise<Started & { revision: number }> {
  const { changed, value } = await changeFacility(services, asking, facility, async (now) => {
    const edition = checkedEdition(services, now, asked)
    const audience = audienceOf(now.picture.slices.facility[0]?.kind)
    const begun = startYear(now.picture, now.catalogue.reference, { fiscalYear: asked.fiscalYear, edition, audience, on: services.today() })
    const note = { action: 'year/started', detail: { fiscalYear: asked.fiscalYear, edition, carried: begun.carried } }
    const value: Started = { carried: begun.carried, notCarried: namedItems(now, begun.notCarried) }
    return { batch: { changes: begun.changes.map((change) => ({ change })), by: 'year' as const, note }, value }
  })
  return { revision: changed.revision, ...value }
}

function checkedEdition(services: Services, now: Kept, asked: { fiscalYear: number; edition: string }): EditionId {
  const { slices } = now.picture
  const year = slices.facility[0]?.fiscalYear
  if (year !== undefined && asked.fiscalYear <= year) throw checklistProblem('year/already-begun')
  if (asked.fiscalYear > fiscalYearOf(services.today())) throw checklistProblem('year/too-far')
  const edition = byId(now.catalogue.reference.editions, asked.edition)
  if (!edition) throw checklistProblem('edition/unknown')
  const items = itemsOfSheet(now.catalogue.reference.items, { edition: edition.id, audience: audienceOf(slices.facility[0]?.kind) })
  if (items.length === 0) throw checklistProblem('edition/without-items')
  return edition.id
}

/** Items by number and title, in the official order. */
export function namedItems(now: Pick<Kept, 'catalogue' | 'picture'>, ids: readonly string[]): Started['notCarried'] {
  const items = ids.flatMap((id) => byId(now.catalogue.reference.items, id) ?? [])
  return items.toSorted((a, b) => a.order - b.order).map((item) => ({ number: item.number, title: titleOfItem(now, item) }))
}
