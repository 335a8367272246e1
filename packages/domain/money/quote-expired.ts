import { fact } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'

/** A measure that is planned or approved at a price whose validity is over. */
export const quoteExpired = defineRule({
  id: 'money/quote-expired',
  area: 'money',
  reads: ['measuresHere', 'planChoices', 'quotes'],
  each: 'planChoices',
  evaluate({ measuresHere, quotes }, { id, measure }) {
    const here = byId(measuresHere, measure)
    if (!here?.priceMarks.includes('expired') || (here.choice !== 'planned' && here.choice !== 'approved')) return
    const until = byId(quotes, here.quote)?.validUntil
    if (here.quote === undefined || until === undefined) return
    return {
      subjects: [id, measure],
      parties: ['facility'],
      because: [{ say: 'expired', with: { until }, facts: [fact('quotes', here.quote, 'validUntil'), fact('planChoices', id, 'choice')] }],
    }
  },
})
