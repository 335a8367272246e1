import type { UnreadAdvisoriesView } from '@mimamori/contract'
import { type ProductBook, productsOf } from '@mimamori/matching'
import type { PoolClient } from 'pg'
import type { Kept } from '../../kept.ts'
import { unreadAdvisories } from '../feeds/index.ts'

const most = 300

/** What feeds say of products here and could not be read wholly. */
export async function unreadOf(now: Kept, client: PoolClient, book: ProductBook): Promise<UnreadAdvisoriesView> {
  const keys = new Set(now.analysis.world.installedProducts.flatMap((installed) => productsOf(installed, book).map(({ key }) => key)))
  const unread: UnreadAdvisoriesView['unread'] = []
  let left = 0
  for await (const { advisory } of unreadAdvisories(client, [...keys])) {
    const { feed, id, title, titleLang, unparsed } = advisory
    if (unread.length === most) left += 1
    else unread.push({ feed, id, title, titleLang, parts: unparsed.map(({ why, text }) => ({ why, text })) })
  }
  return { unread, left }
}
