import { isOwnSheet } from '../checklists/index.ts'
import { defineDerivation } from '../rule.ts'
import type { Suggestion } from './suggestion.ts'
import { type RegisterFacts, suggestions } from './suggestions.ts'

/** What the register and the map say about the items of the facility's own sheet that ask for it; nothing where it is empty. */
export const suggestedAnswers = defineDerivation({
  name: 'suggestedAnswers',
  reads: [
    ...(['people', 'assets', 'assetKinds', 'disclosures', 'remotePaths', 'vpns', 'accounts', 'software'] as const),
    ...(['periods', 'asOf', 'sheetsNow', 'items'] as const),
    ...(['zones', 'assetZones', 'networkNodes', 'networkEdges', 'forbiddenPaths', 'entrances', 'reach', 'backups'] as const),
  ],
  derive({ sheetsNow, items, assets, ...lists }) {
    const edition = sheetsNow.find(isOwnSheet)?.edition
    const facts: RegisterFacts = {
      ...lists,
      assets,
      listed: assets.filter((asset) => !asset.unlisted),
      unlisted: assets.filter((asset) => asset.unlisted),
    }
    return items.flatMap(({ id, edition: of, topic }) => {
      const suggestion: Suggestion | undefined = of === edition ? suggestions[topic]?.(facts) : undefined
      return suggestion ? [{ id, ...suggestion }] : []
    })
  },
})
