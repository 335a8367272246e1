import type { DiscussionView } from '@mimamori/contract'
import { byId, type Discussion, type Evidence, having, known, messagesOf, type Sheet } from '@mimamori/domain'
import { titleOfItem } from '../checklists/index.ts'
import { type Kept, versionKey } from '../kept.ts'

/** What both sides said about the items of one sheet, in the order of the form. */
export function discussionsOf(now: Kept, sheet: Sheet): DiscussionView[] {
  const order = (discussion: Discussion) => byId(now.catalogue.reference.items, discussion.item)?.order ?? 0
  return having(now.picture.slices.discussions, 'sheet', sheet.id)
    .toSorted((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
    .map((one) => discussionView(now, one))
}

/** All of a facility's discussions with its vendors. */
export function allDiscussionsOf(now: Kept): DiscussionView[] {
  return now.picture.slices.sheets.filter((sheet) => known(sheet.vendor) !== undefined).flatMap((sheet) => discussionsOf(now, sheet))
}

function discussionView(now: Kept, discussion: Discussion): DiscussionView {
  const { id, sheet, item, openedOn, agreedOn, agreed } = discussion
  const { slices } = now.picture
  const asked = byId(now.catalogue.reference.items, item)
  const named = { ja: item, en: item }
  return {
    id,
    version: now.versions.get(versionKey('discussions', id)) ?? 0,
    sheet,
    item,
    number: asked?.number ?? item,
    title: asked ? titleOfItem(now, asked) : named,
    openedOn,
    ...(agreedOn !== undefined && { agreedOn }),
    ...(agreed !== undefined && { agreed }),
    messages: messagesOf(slices.messages, id).map((message) => {
      const evidence = byId(slices.evidence, message.evidence)
      return {
        id: message.id,
        side: message.side,
        on: message.on,
        text: message.text,
        ...(message.by !== undefined && { by: message.by }),
        ...(evidence && { evidence: evidenceLineOf(evidence) }),
      }
    }),
  }
}

export function evidenceLineOf({ id, name, sha256 }: Evidence) {
  return { id, name, ...(sha256 !== undefined && { sha256 }) }
}
