import { check, expectFindings } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { date } from '../calendar.ts'
import { type BackupId, entityId, type SystemId } from '../ids.ts'
import { restoreTestAhead } from './restore-test-ahead.ts'

const backup = { id: entityId<BackupId>('b:1'), system: entityId<SystemId>('s:1'), way: 'cloud' as const }

test('a restore test that is still to come is named; one that was done, or never, is not', () => {
  expectFindings(check(restoreTestAhead, { backups: [{ ...backup, restoreTestedOn: date('2027-01-01') }] }), [{ subjects: ['b:1', 's:1'] }])
  expectFindings(check(restoreTestAhead, { backups: [{ ...backup, restoreTestedOn: date('2026-11-20') }] }), [])
  expectFindings(check(restoreTestAhead, { backups: [{ ...backup, restoreTestedOn: 'none' }] }), [])
})
