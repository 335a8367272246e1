import { type Draft, fact } from '../finding.ts'
import { defineRule } from '../rule.ts'
import type { Weakness } from './derived/types.ts'
import { pcsByProduct } from './pcs.ts'
import { facetOf, matchFacts } from './weakness-reasons.ts'

const shown = 5

/** Something is published of a product, and nobody can say whether the version here is meant: it is not known, or the record does not tell. */
export const versionUnknown = defineRule({
  id: 'vulnerabilities/version-unknown',
  area: 'vulnerabilities',
  reads: ['weaknesses', 'facility', 'matches', 'exposures', 'installedProducts'],
  evaluate({ facility, ...seen }) {
    const isUnknown = ({ verdict }: Weakness) => verdict === 'unknown'
    const single = seen.weaknesses.filter((one) => isUnknown(one) && !one.oneOfMany)
    const [own] = facility
    const many = own ? pcsByProduct(seen, isUnknown) : []
    return [
      ...single.map((weakness) => draftOf(weakness, { subject: weakness.asset, all: [weakness], seen })),
      ...many.map((all) => draftOf(all[0], { subject: own?.id ?? '', all, seen })),
    ]
  },
})

interface About {
  readonly subject: string
  readonly all: readonly Weakness[]
  readonly seen: Parameters<typeof pcsByProduct>[0] & Parameters<typeof matchFacts>[1]
}

/** NOTE: one that nothing leads to can wait like the rest of it. */
function draftOf(weakness: Weakness, { subject, all, seen }: About): Draft {
  const say = weakness.version === undefined ? 'no-version' : 'record-silent'
  const grade = weakness.action === 'next-upgrade' ? 'calm' : weakness.knownExploited ? 'exploited' : 'usual'
  return {
    subjects: [subject],
    facet: facetOf(weakness),
    parties: ['facility'],
    because: [
      {
        say,
        grade,
        with: { product: weakness.name, count: weakness.matches.length, devices: all.length },
        facts: [...matchFacts(weakness, seen), ...all.slice(0, shown).map(({ asset }) => fact('assets', asset))],
      },
    ],
  }
}
