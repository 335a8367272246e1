import { type FeedItem, flatProblem, type OpenFeed } from '@mimamori/formats'
import { UserError, type UserProblem } from '../../../platform/index.ts'

/** What was heard of a file while it was gone through. */
export interface Heard {
  records: number
  asOf: string | undefined
  readonly passedOver: UserProblem[]
}

/** Told of a file that is no whole feed; one record that cannot be read is passed over and told. */
const notWhole: ReadonlySet<string> = new Set(['feed/no-records', 'feed/count-differs'])

const mostTold = 50

/** The records of a feed one by one; throws where the feed is not whole, with whatever was heard until then in `heard`. */
export async function* recordsOf(file: OpenFeed, heard: Heard): AsyncIterable<FeedItem> {
  for await (const item of file.items) {
    if (item.kind === 'about') heard.asOf = item.about.asOf ?? heard.asOf
    else if (item.kind === 'problem') {
      const problem = flatProblem(item.problem)
      if (notWhole.has(problem.code)) throw new UserError(problem)
      if (heard.passedOver.length < mostTold) heard.passedOver.push(problem)
    } else {
      heard.records++
      yield item
    }
  }
}

export function nothingHeard(): Heard {
  return { records: 0, asOf: undefined, passedOver: [] }
}
