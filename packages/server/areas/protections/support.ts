import type { ProtectionTableView } from '@mimamori/contract'
import { supportHere } from '@mimamori/money'
import type { Kept } from '../kept.ts'

type Line = ProtectionTableView['support'][number]

const fitsFirst: readonly Line['fits'][] = ['yes', 'unknown', 'no']
const openFirst: readonly Line['window'][] = ['open', 'unknown', 'not-yet', 'ended']

/** The schemes of support, those first that fit and are open today. */
export function supportLines({ catalogue, picture, analysis, asOf }: Kept): Line[] {
  const { riskFacts } = analysis.world
  return supportHere(catalogue.supportSchemes, { facility: picture.slices.facility[0], riskFacts, asOf })
    .map(({ scheme, fits, window, conditions }): Line => {
      const { id, name, payer, kind, from, until, dated, note, confidence } = scheme
      return {
        ...{ id, name, payer, kind, fits, window, dated, note, confidence },
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
        conditions: conditions.map(({ condition, holds }) => ({ says: condition.says, holds })),
        pays: scheme.amounts.map(({ says }) => says),
        papers: [...scheme.papers],
      }
    })
    .toSorted((a, b) => openFirst.indexOf(a.window) - openFirst.indexOf(b.window) || fitsFirst.indexOf(a.fits) - fitsFirst.indexOf(b.fits))
}
