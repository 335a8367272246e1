import type { Route, UserErrorView } from '@mimamori/contract'
import type { Text } from '@mimamori/domain'
import { loadSentences } from '../text/words.tsx'

const megabyte = 1024 * 1024

/** What the server would say of a body of this size, in the words of a file and before the file is sent. */
export async function tooLarge(route: Route, bytes: number): Promise<UserErrorView | undefined> {
  if (bytes <= route.limit) return undefined
  const values = { size: Math.ceil(bytes / megabyte), limit: Math.floor(route.limit / megabyte) }
  const ja = await loadSentences('ja')
  const en = await loadSentences('en')
  const message: Text = { ja: ja('file.tooLarge', values), en: en('file.tooLarge', values) }
  return { code: 'request/too-large', message, action: { ja: ja('file.tooLarge.do'), en: en('file.tooLarge.do') } }
}
