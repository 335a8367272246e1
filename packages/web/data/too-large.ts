import type { Route, UserErrorView } from '@mimamori/contract'
import type { Text } from '@mimamori/domain'
import { type PlainKey, sentencesIn } from '../text/words.tsx'

const megabyte = 1024 * 1024

/** What the server would say of a body of this size, in the words of a file and before the file is sent. */
export function tooLarge(route: Route, bytes: number): UserErrorView | undefined {
  if (bytes <= route.limit) return undefined
  const values = { size: Math.ceil(bytes / megabyte), limit: Math.floor(route.limit / megabyte) }
  const message: Text = { ja: sentencesIn('ja')('file.tooLarge', values), en: sentencesIn('en')('file.tooLarge', values) }
  return { code: 'request/too-large', message, action: inBoth('file.tooLarge.do') }
}

function inBoth(key: PlainKey): Text {
  return { ja: sentencesIn('ja')(key), en: sentencesIn('en')(key) }
}
