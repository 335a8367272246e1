import { runKills } from '@mimamori/testing/process'
import { expect, test } from 'vitest'

/** `npm run bench -- kills 50` makes more of them. */
const kills = 4
const writers = 6

test(`${kills} kills each of server and database under ${writers} writers lose nothing that was acknowledged`, {
  timeout: 900_000,
}, async () => {
  const { lost, changes, files, serverKills, databaseKills } = await runKills({ kills, writers })
  expect(lost).toEqual([])
  expect([serverKills, databaseKills]).toEqual([kills, kills])
  expect(changes).toBeGreaterThan(kills * 2)
  expect(files).toBeGreaterThan(0)
})
