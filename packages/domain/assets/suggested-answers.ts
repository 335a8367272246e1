import { isOwnSheet } from '../checklists/index.ts'
import { defineDerivation } from '../rule.ts'
import { type RegisterFacts, type Suggestion, suggestions } from './suggestions.ts'

/** What the register says about the items of the facility's own sheet that ask for it; nothing where it is empty. */
export const suggestedAnswers = defineDerivation({
  name: 'suggestedAnswers',
  reads: ['assets', 'assetKinds', 'disclosures', 'remotePaths', 'accounts', 'software', 'periods', 'asOf', 'sheetsNow', 'items'],
  derive({ sheetsNow, items, assets, ...lists }) {
    const edition = sheetsNow.find(isOwnSheet)?.edition
    const facts: RegisterFacts = {
      ...lists,
      listed: assets.filter((asset) => !asset.unlisted),
      unlisted: assets.filter((asset) => asset.unlisted),
    }
    return items.flatMap(({ id, edition: of, topic }) => {
      const suggestion: Suggestion | undefined = of === edition ? suggestions[topic]?.(facts) : undefined
      return suggestion ? [{ id, ...suggestion }] : []
    })
  },
})
