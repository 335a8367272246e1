import { routes } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { tooLarge } from './too-large.ts'

test('a file that is too large is told with its size and the limit, in the words of a file', async () => {
  expect(await tooLarge(routes.preview, 30 * 1024 * 1024)).toBeUndefined()
  const said = await tooLarge(routes.preview, 200 * 1024 * 1024)
  expect(said?.code).toBe('request/too-large')
  expect(said?.message.ja).toBe('ファイルが200MBあります。読めるのは30MBまでです。')
})
