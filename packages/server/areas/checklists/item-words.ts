import type { FullCatalogue } from '@mimamori/catalog'
import { byId, type ChecklistItem, type ClauseRef, type Confidence, itemWords, readerOfSheet, type Text } from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { fillText, ownWords } from '../words.ts'

/** An item as the page of a sheet shows it. */
export interface WordsOfItem {
  readonly title: Text
  readonly short: Text
  readonly question: Text
  readonly yesMeans?: Text
  readonly whereToLook?: Text
  readonly whyAsked?: Text
  readonly note?: Text
  readonly confidence: Confidence
}

/** What an item says to the one who fills this sheet in; {us} and {head} are put in. */
export function wordsOfItem(now: Kept, item: ChecklistItem, sheet: string): WordsOfItem {
  const reader = readerOfSheet(now.picture.slices, sheet)
  const words = itemWords(item, reader)
  const own = ownWords(now.picture, now.catalogue)
  const say = (text: Text) => fillText(text, own)
  const isVendor = reader.audience === 'vendor'
  return {
    title: say(words.title),
    short: shortTitleOf(now, item) ?? say(words.title),
    question: say(words.question),
    ...(item.yesMeans && !isVendor && { yesMeans: say(item.yesMeans) }),
    ...(words.whereToLook && { whereToLook: say(words.whereToLook) }),
    ...(item.whyAsked && !isVendor && { whyAsked: say(item.whyAsked) }),
    ...(words.note && { note: say(words.note) }),
    confidence: isVendor ? (item.vendorConfidence ?? item.confidence) : item.confidence,
  }
}

/** The short statement of an item, in the facility's own words. */
export function titleOfItem(now: Pick<Kept, 'picture' | 'catalogue'>, item: ChecklistItem): Text {
  return fillText(item.title, ownWords(now.picture, now.catalogue))
}

/** The title of an item in a word or two; undefined for a topic that only an uploaded edition has. */
export function shortTitleOf({ catalogue }: Pick<Kept, 'catalogue'>, item: ChecklistItem): Text | undefined {
  return byId(catalogue.topics, item.topic)?.short
}

/** A clause with the name of the document that it stands in. */
export function refsInWords(
  refs: readonly ClauseRef[],
  catalogue: FullCatalogue,
): readonly { edition: Text; clause: string; confidence: Confidence }[] {
  return refs.map((ref) => ({ edition: nameOfDocument(ref.edition, catalogue), clause: ref.clause, confidence: ref.confidence }))
}

export function nameOfDocument(id: string, catalogue: FullCatalogue): Text {
  const edition = byId(catalogue.reference.editions, id)
  return edition?.short ?? byId(catalogue.guidelines, id)?.short ?? { ja: id, en: id }
}
