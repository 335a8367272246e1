import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { partiesOf } from './duty-parties.ts'
import { pcsByProduct } from './pcs.ts'
import { facetOf, matchFacts, publishedOf } from './weakness-reasons.ts'

const shown = 5

/** One product on many PCs is one piece of work, however many weaknesses and devices it is. */
export const updatesForPcs = defineRule({
  id: 'vulnerabilities/updates-for-pcs',
  area: 'vulnerabilities',
  reads: ['weaknesses', 'responseDuties', 'facility', 'matches', 'exposures', 'installedProducts'],
  evaluate({ responseDuties, facility, ...seen }) {
    const [own] = facility
    if (!own) return
    return pcsByProduct(seen, ({ id }) => byId(responseDuties, id)?.isDue === true).map((all) => {
      const [worst] = all
      const published = publishedOf(worst, seen)
      const devices = all.slice(0, shown).map(({ asset }) => fact('assets', asset))
      const due = all.flatMap(({ dueOn }) => dueOn ?? []).sort()
      return {
        subjects: [own.id],
        facet: facetOf(worst),
        parties: partiesOf(byId(responseDuties, worst.id)?.party ?? 'facility'),
        because: [
          { ...published, with: { ...published.with, pcs: all.length } },
          { say: 'devices', aside: true, with: { pcs: all.length }, facts: devices },
          ...(worst.ransomware ? [{ say: 'ransomware', aside: true as const, facts: matchFacts(worst, seen) }] : []),
        ],
        dueOn: due[0],
      }
    })
  },
})
