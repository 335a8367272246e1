import { readdirSync, readFileSync } from 'node:fs'
import { aReference } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'

test('every way that must not be open has a rule that tells of it', () => {
  const here = new URL('.', import.meta.url)
  const rules = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const told = rules.map((name) => readFileSync(new URL(name, here), 'utf8')).filter((text) => text.includes('worstWays(seen'))
  const untold = aReference().forbiddenPairs.filter(({ id }) => !told.some((text) => text.includes(`'${id}'`)))
  expect(untold.map(({ id }) => id)).toEqual([])
})
