import type { jaMap } from './ja-map.ts'

/** The map of the network on paper. */
export const enMap: typeof jaMap = {
  map: {
    title: 'Map of the network',
    confirmed: 'Last confirmed on {on}',
    confirmedNever: 'Nothing says yet when it was confirmed.',
    unknowns: 'Not known yet: {n}',
    unknownsNone: 'Nothing is unknown.',
    tile: 'Sheet {n} of {of} (row {row}, number {column} from the left)',
    join: 'Sheet {n} joins here',
  },
}
