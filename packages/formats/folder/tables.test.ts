import type { SliceName } from '@mimamori/domain'
import { describe, expect, test } from 'vitest'
import { foldText } from '../text.ts'
import { entryFields, fieldOf, listColumns } from './draft.ts'
import type { AnyField } from './field.ts'
import { tables } from './tables.ts'

const slices = Object.keys(tables) as SliceName[] // keys are the slices by type

function spellings({ key, field }: { readonly key: string; readonly field: AnyField }): readonly string[] {
  return [...new Set([key, field.ja, ...field.also].map(foldText))]
}

describe.each(slices)('the columns of %s', (slice) => {
  test('are told apart by every spelling', () => {
    const seen = new Map<string, string>()
    for (const column of listColumns(slice)) {
      for (const spelling of spellings(column)) {
        expect([spelling, seen.get(spelling) ?? column.key]).toEqual([spelling, column.key])
        seen.set(spelling, column.key)
        expect(fieldOf(slice, spelling)?.key).toBe(column.key)
      }
    }
  })

  test('offer words that mean one thing each', () => {
    for (const { key, field } of listColumns(slice)) {
      if (field.shape.kind !== 'word' && field.shape.kind !== 'words') continue
      const meanings = Object.entries(field.shape.words).flatMap(([code, names]) =>
        [...new Set([code, ...names].map(foldText))].map((name) => [name, code] as const),
      )
      expect([key, meanings.length]).toEqual([key, new Set(meanings.map(([name]) => name)).size])
    }
  })

  test('do not take the name of a column that every record has', () => {
    const own = Object.entries(tables[slice]).flatMap(([key, field]) => spellings({ key, field }))
    for (const [key, field] of Object.entries(entryFields))
      for (const spelling of spellings({ key, field })) expect(own).not.toContain(spelling)
  })
})
