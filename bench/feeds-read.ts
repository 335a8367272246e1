import { openFeeds } from '../packages/formats/feeds/collection.ts'

/** Reads feeds and keeps nothing: what they need by themselves, as lines of JSON. */
for (const path of process.argv.slice(2)) {
  for await (const found of openFeeds(path)) {
    if (found.kind === 'unread') continue
    const begun = performance.now()
    const counts = { records: 0, problems: 0, unparsed: 0, criteria: 0 }
    for await (const item of found.feed.items) {
      if (item.kind === 'problem') counts.problems++
      else if (item.kind !== 'about') counts.records++
      if (item.kind !== 'advisory') continue
      counts.unparsed += item.advisory.unparsed.length
      counts.criteria += item.advisory.conditions.length
    }
    const seconds = (performance.now() - begun) / 1000
    process.stdout.write(`${JSON.stringify({ file: found.feed.file, kind: found.feed.kind, ...counts, seconds })}\n`)
  }
}
