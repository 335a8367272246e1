import { userError } from '../../errors.ts'
import type { XmlAttributes } from '../../xml-steps.ts'
import { textOf } from '../fields.ts'
import type { Feed, FeedItem } from '../types.ts'

/** What an answer of MyJVN says of itself; a refusal stops the reading with the words of MyJVN. */
export function aboutOfStatus(status: XmlAttributes | undefined, { file }: Feed): FeedItem | undefined {
  if (!status) return undefined
  if (status.retCd !== undefined && status.retCd !== '0' && status.retCd !== '')
    throw userError('feed/refused', { file }, { words: textOf(`${status.errCd ?? ''} ${status.errMsg ?? ''}`) ?? status.retCd })
  const total = /^\d+$/.test(status.totalRes ?? '') ? Number(status.totalRes) : undefined
  return total === undefined ? undefined : { kind: 'about', about: { announced: total } }
}
