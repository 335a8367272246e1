import type { VendorRequest } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { type Block, row, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'

/** Steps with day, kind and way, as they may be read outside: names and notes of either side stay in the house. */
export function askedTable(at: Context, requests: readonly VendorRequest[]): Block {
  const words = at.t.track
  return {
    ...table(
      at.t.asking.soFar,
      [
        { title: words.date, width: 26, align: 'center', names: true },
        { title: words.kind, width: 40, align: 'center' },
        { title: words.way, width: 30, align: 'center' },
        { title: words.promised, width: 'rest', align: 'center' },
      ],
      requests.map((one) =>
        row(shortDay(one.on, at.lang), at.t.progress.kind[one.kind], at.t.progress.way[one.way], shortDay(one.promisedOn, at.lang)),
      ),
    ),
    whole: true,
  }
}
