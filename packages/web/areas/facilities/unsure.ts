import { type Entry, unsureSince, withMark } from '@mimamori/domain'

/** The fields that an answer sets; one that is not known is marked with the day, and the mark goes once it is. */
export function saidFact<F extends string, V extends string>(
  record: Entry,
  fact: F,
  value: V | undefined,
  today: string,
): { readonly [K in F]?: V | undefined } & { readonly extra: Record<string, string> | undefined } {
  const extra = withMark(record.extra, 'unsure', fact, value === undefined ? today : undefined)
  const said = { [fact]: value, extra: Object.keys(extra).length > 0 ? extra : undefined }
  return said as { [K in F]?: V | undefined } & { extra: Record<string, string> | undefined } // one field of that name, and `extra`
}

/** 「わからない」 where somebody said so, nothing where nobody was asked. */
export function shownFact(record: Entry, fact: string): 'unknown' | undefined {
  return unsureSince(record, fact) === undefined ? undefined : 'unknown'
}
