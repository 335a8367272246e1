import type { VersionFamily } from '@mimamori/domain'
import { compareVersions } from '../versions/orders.ts'
import { type Place, readItem } from './items.ts'
import type { Item, PhraseContext, PhraseProblem } from './phrase.ts'
import type { Token } from './tokens.ts'

type Range = Extract<Item, { kind: 'range' }>

/** The members of a list of versions; two that are the ends of one range are joined. */
export function readItems(tokens: readonly Token[], context: PhraseContext): readonly Item[] | PhraseProblem {
  const family = context.family ?? 'dotted'
  const place: Place = { tokens: tokens.filter((token, at) => !isListBeforeSuffix(token, tokens[at + 1])), at: 0 }
  const items: Item[] = []
  while (place.at < place.tokens.length) {
    const item = readItem(place)
    if (typeof item === 'string') return item
    const joined = join(items.at(-1), item, family)
    if (typeof joined === 'string') return joined
    if (joined) items[items.length - 1] = joined
    else items.push(item)
    if (place.at < place.tokens.length && !goPastList(place)) return 'form'
  }
  return ambiguityOf(items, family) ?? items
}

/** `1.0, 1.1, and earlier`: the comma before the last words parts nothing. */
function isListBeforeSuffix(token: Token, next: Token | undefined): boolean {
  if (token.kind !== 'word' || token.means !== 'list' || next?.kind !== 'word') return false
  return next.means === 'and-earlier' || next.means === 'and-later' || next.means === 'earlier' || next.means === 'list'
}

function goPastList(place: Place): boolean {
  const start = place.at
  for (let token = place.tokens[place.at]; token?.kind === 'word' && token.means === 'list'; token = place.tokens[place.at]) place.at += 1
  return place.at > start
}

/** `>= 13.2, < 16.4.3` is one range. `< 1.0, >= 2.0` is two; where such two would meet, nobody can say what is meant. */
function join(before: Item | undefined, item: Item, family: VersionFamily): Range | PhraseProblem | undefined {
  if (before?.kind !== 'range' || item.kind !== 'range') return undefined
  if (isFromOnly(before) && isToOnly(item)) return { ...before, ...item }
  if (!isToOnly(before) || !isFromOnly(item)) return undefined
  const order = compareVersions(family, before.to?.text ?? '', item.from?.text ?? '')
  return order !== undefined && order < 0 ? undefined : 'ambiguous'
}

function isFromOnly({ from, to }: Range): boolean {
  return from !== undefined && to === undefined
}

function isToOnly({ from, to }: Range): boolean {
  return from === undefined && to !== undefined
}

/**
 * `6.0.2, 5.6.7 and earlier`, `7.1 and earlier, 6.5 and earlier`: does each end its own line, or all that came before? Where both
 * readings say the same (`1.0, 1.1 and earlier`) there is nothing to ask.
 */
function ambiguityOf(items: readonly Item[], family: VersionFamily): PhraseProblem | undefined {
  const ranges = items.filter((item) => item.kind === 'range')
  const [downs, ups] = [ranges.filter(isToOnly), ranges.filter(isFromOnly)]
  if (downs.length > 1 || ups.length > 1) return 'ambiguous'
  const [down, up] = [downs[0]?.to?.text, ups[0]?.from?.text]
  const isBad = items.some((item) => {
    if (item.kind === 'one') return isNotUpTo(item.end.text, down, family) || isNotUpTo(up, item.end.text, family)
    return item.kind === 'range' && item.from !== undefined && item.to !== undefined && isNotUpTo(down, item.to.text, family)
  })
  return isBad ? 'ambiguous' : undefined
}

/** True unless the first comes first or is the same; where one is missing, there is nothing to say. */
function isNotUpTo(first: string | undefined, second: string | undefined, family: VersionFamily): boolean {
  if (first === undefined || second === undefined) return false
  const order = compareVersions(family, first, second)
  return order === undefined || order > 0
}
