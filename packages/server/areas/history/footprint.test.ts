import type { Change } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { footprintOf, sharedRecords } from './footprint.ts'

const touched = [{ slice: 'contacts' as const, id: 'c:1', version: 2 }]
const set = (fields: object, forget: readonly string[] = []) =>
  footprintOf({ touched }, [{ kind: 'set', slice: 'contacts', id: 'c:1', fields, forget } as unknown as Change]) // fields of a contact

test('two changes of one record stand on each other where they write the same field, set or emptied', () => {
  expect(sharedRecords(set({ phone: '1' }), set({ phone: '2' }))).toEqual(['contacts\nc:1'])
  expect(sharedRecords(set({ phone: '1' }), set({}, ['phone']))).toEqual(['contacts\nc:1'])
  expect(sharedRecords(set({ phone: '1' }), set({ hours: '9-17' }))).toEqual([])
})

test('the day on which a record was looked at is no place of its own', () => {
  expect(sharedRecords(set({ phone: '1', confirmedOn: '2026-11-20' }), set({ hours: '9-17', confirmedOn: '2026-11-21' }))).toEqual([])
})

test('what came, went or was merged stands on all of it', () => {
  const removed = footprintOf({ touched }, [{ kind: 'remove', slice: 'contacts', id: 'c:1' }])
  expect(sharedRecords(set({ phone: '1' }), removed)).toEqual(['contacts\nc:1'])
  expect(sharedRecords(set({ phone: '1' }), footprintOf({ touched }, []))).toEqual(['contacts\nc:1'])
})
