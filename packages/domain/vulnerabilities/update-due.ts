import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'
import { partiesOf } from './duty-parties.ts'
import { asidesOf, facetOf, publishedOf } from './weakness-reasons.ts'

/** A product on a device of which something is published that is not dealt with. How urgent it is comes from the table and the map. */
export const updateDue = defineRule({
  id: 'vulnerabilities/update-due',
  area: 'vulnerabilities',
  reads: ['weaknesses', 'responseDuties', 'matches', 'exposures', 'installedProducts'],
  each: 'weaknesses',
  evaluate({ responseDuties, ...seen }, weakness) {
    const duty = byId(responseDuties, weakness.id)
    if (!duty?.isDue || weakness.oneOfMany) return
    return {
      subjects: [weakness.asset],
      facet: facetOf(weakness),
      parties: partiesOf(duty.party),
      because: [publishedOf(weakness, seen), ...asidesOf(weakness, seen)],
      dueOn: weakness.dueOn,
    }
  },
})
