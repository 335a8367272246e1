import type { FeedsView } from '@mimamori/contract'
import { describe, expect, test } from 'vitest'
import { knownUntil } from './known-until.ts'

type Feed = FeedsView['feeds'][number]

const feed = (name: Feed['feed'], asOf: string, records = 1): Feed => ({ feed: name, isFetched: false, records, unread: 0, asOf })

describe('up to which day weaknesses are known', () => {
  test('nothing is known where nothing is kept', () => {
    expect(knownUntil([])).toBeUndefined()
    expect(knownUntil([feed('nvd', '2026-11-18', 0)])).toBeUndefined()
  })

  test('the newest publisher counts, whatever else is older', () => {
    expect(knownUntil([feed('nvd', '2026-11-18T03:00:00Z'), feed('csaf', '2025-01-01'), feed('end-of-life', '2026-11-20')])).toBe(
      '2026-11-18',
    )
  })

  test('an older list of what attacks use makes all of it older', () => {
    expect(knownUntil([feed('nvd', '2026-11-18'), feed('kev', '2026-10-01')])).toBe('2026-10-01')
    expect(knownUntil([feed('nvd', '2026-11-18'), feed('kev', '2026-11-20')])).toBe('2026-11-18')
  })
})
