import { cveOf, dayOf, type JsonObject, textOf } from './fields.ts'
import { jsonItemsOf, type RecordRead } from './json/records.ts'
import { lacks } from './lacks.ts'
import type { Feed, FeedItem } from './types.ts'

/** CISA's catalogue of known exploited vulnerabilities in JSON; one file of 1.3 MB. Seen on the real one of 2025-08-25. */
export function readKev(feed: Feed): AsyncIterable<FeedItem> {
  return jsonItemsOf(feed, { list: 'vulnerabilities', read: readEntry, about: aboutOf })
}

function readEntry(entry: JsonObject): RecordRead {
  const cve = cveOf(entry.cveID)
  if (cve === undefined) return lacks('cve')
  const addedOn = dayOf(entry.dateAdded)
  if (addedOn === undefined) return lacks('added-on')
  const dueOn = dayOf(entry.dueDate)
  const knownExploited = {
    cve,
    addedOn,
    ...(dueOn !== undefined && { dueOn }),
    ransomware: textOf(entry.knownRansomwareCampaignUse)?.toLowerCase() === 'known',
    name: textOf(entry.vulnerabilityName, 300) ?? cve,
  }
  return { kind: 'items', items: [{ kind: 'known-exploited', knownExploited }] }
}

function aboutOf(outer: JsonObject): FeedItem {
  const asOf = textOf(outer.dateReleased, 40) ?? textOf(outer.catalogVersion, 40)
  return {
    kind: 'about',
    about: { ...(asOf !== undefined && { asOf }), ...(typeof outer.count === 'number' && { announced: outer.count }) },
  }
}
