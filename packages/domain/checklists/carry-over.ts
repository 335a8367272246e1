import type { Change } from '../change-type.ts'
import type { CalendarDate, EditionId, ItemId } from '../ids.ts'
import { having, type Picture } from '../picture.ts'
import { itemsOfSheet } from './effective.ts'
import { answerIdOf, newSheet, ownSheet } from './new-sheet.ts'
import type { Answer, ChecklistItem, CrosswalkLink, FormAudience, Sheet } from './types.ts'

export interface CarryOver {
  readonly changes: readonly Change[]
  /** Items answered last time that lead to nothing in the new edition. */
  readonly notCarried: readonly ItemId[]
  readonly carried: number
}

interface Lists {
  readonly items: readonly ChecklistItem[]
  readonly crosswalk: readonly CrosswalkLink[]
}

/** What an answer says of a wider or merged item: the weakest of those it comes from. */
const weakestFirst = ['no', 'other-party', 'yes', 'not-applicable'] as const

/**
 * Proposes the answers of an earlier sheet for a new one of the same party: check dates, confirmation and evidence are
 * never carried, of several answers the weakest is, and nothing of it counts before somebody confirms it.
 */
export function carryOver(picture: Picture, from: Sheet, to: Sheet, lists: Lists): CarryOver {
  const old = having(picture.slices.answers, 'sheet', from.id).filter((answer) => answer.answer !== undefined && answer.part === undefined)
  const targets = new Map(itemsOfSheet(lists.items, to).map((item) => [item.id, item]))
  const proposals = new Map<ItemId, Answer[]>()
  const notCarried: ItemId[] = []
  for (const answer of old) {
    const leads = successors(answer.item, to.edition, lists).filter((item) => targets.has(item))
    if (leads.length === 0) notCarried.push(answer.item)
    for (const item of leads) proposals.set(item, [...(proposals.get(item) ?? []), answer])
  }
  const changes = [...proposals].flatMap(([item, answers]) => propose(to, item, answers))
  return { changes, notCarried, carried: changes.length }
}

/** NOTE: an edition skips years when nobody answered it, so links are followed through editions in between. */
function successors(item: ItemId, edition: EditionId, lists: Lists): readonly ItemId[] {
  const found = new Set<ItemId>()
  const walk = (at: ItemId, depth: number): void => {
    if (lists.items.find((one) => one.id === at)?.edition === edition) found.add(at)
    else if (depth < 10) for (const link of lists.crosswalk) if (link.from === at && link.to !== undefined) walk(link.to, depth + 1)
  }
  walk(item, 0)
  return [...found]
}

function propose(to: Sheet, item: ItemId, answers: readonly Answer[]): readonly Change[] {
  const weakest = weakestFirst.flatMap((word) => answers.find((answer) => answer.answer === word) ?? [])[0]
  if (!weakest?.answer) return []
  const fields = { answer: weakest.answer, carriedFrom: weakest.id, ...(weakest.reason !== undefined && { reason: weakest.reason }) }
  return [{ kind: 'set', slice: 'answers', id: answerIdOf(to.id, item), fields }]
}

/**
 * The change of year: last year's open sheets are closed for writing, a new sheet of the facility begins with last
 * year's answers as proposals. Vendors, contacts and people are asked for again by the facility's new year itself.
 */
export function startYear(
  picture: Picture,
  lists: Lists,
  year: { fiscalYear: number; edition: EditionId; audience: Exclude<FormAudience, 'vendor'>; on: CalendarDate },
): CarryOver {
  const { fiscalYear, edition, audience, on } = year
  const open = picture.slices.sheets.filter((sheet) => sheet.closedOn === undefined && sheet.fiscalYear < fiscalYear)
  const last = open.filter((sheet) => sheet.audience !== 'vendor').toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0]
  const own = ownSheet({ fiscalYear, edition, audience })
  const carried = last ? carryOver(picture, last, own, lists) : { changes: [], notCarried: [], carried: 0 }
  const close = open.map((sheet): Change => ({ kind: 'set', slice: 'sheets', id: sheet.id, fields: { closedOn: on } }))
  const year0: Change = { kind: 'set', slice: 'facility', id: picture.facility, fields: { fiscalYear } }
  return { ...carried, changes: [...close, year0, ...newSheet(own, lists.items), ...carried.changes] }
}

/** The same year in another edition: a new sheet takes over the answers as proposals, the old one is closed. */
export function moveEdition(picture: Picture, lists: Lists, sheet: Sheet, edition: EditionId, on: CalendarDate): CarryOver {
  const audience = sheet.audience === 'vendor' ? 'facility' : sheet.audience
  const own = ownSheet({ fiscalYear: sheet.fiscalYear, edition, audience })
  const carried = carryOver(picture, sheet, own, lists)
  const close: Change = { kind: 'set', slice: 'sheets', id: sheet.id, fields: { closedOn: on } }
  return { ...carried, changes: [close, ...newSheet(own, lists.items), ...carried.changes] }
}
