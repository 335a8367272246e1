import { byId, type Evidence } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'

/** Topic of item 3-①, whose evidence is the contact chart. */
export const chartTopic = 'tree'

/** A piece of evidence with the number that it has on this paper; papers for outsiders never print ids. */
export interface Exhibit {
  readonly n: number
  readonly evidence: Evidence
  /** Official numbers of the items that it supports, in the official order. */
  readonly itemNumbers: readonly string[]
  readonly anchor: string
}

/** All evidence in the order of the items that it supports, numbered from 1. */
export function exhibitsOf(at: Context): readonly Exhibit[] {
  const found = at.slices.evidence.map((evidence) => ({ evidence, items: itemsOf(at, evidence) }))
  const first = (one: (typeof found)[number]) => one.items[0]?.order ?? Number.POSITIVE_INFINITY
  return found
    .toSorted((a, b) => first(a) - first(b) || (a.evidence.id < b.evidence.id ? -1 : 1))
    .map(({ evidence, items }, at) => ({
      n: at + 1,
      evidence,
      itemNumbers: items.map((item) => item.number),
      anchor: `evidence-${at + 1}`,
    }))
}

function itemsOf(at: Context, evidence: Evidence) {
  const ids = new Set((evidence.answers ?? []).flatMap((id) => byId(at.slices.answers, id)?.item ?? []))
  const items = [...ids].flatMap((id) => byId(at.world.items, id) ?? []).toSorted((a, b) => a.order - b.order)
  return items.filter((item, n) => items.findIndex((other) => other.number === item.number) === n)
}

/** The exhibits that an answer rests on. */
export function exhibitsFor(exhibits: readonly Exhibit[], answerId: string | undefined): readonly Exhibit[] {
  return answerId === undefined ? [] : exhibits.filter((one) => one.evidence.answers?.some((id) => id === answerId))
}
