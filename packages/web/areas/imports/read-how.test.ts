import { expect, test } from 'vitest'
import { chosenColumns, columnsToChoose, queryOf } from './read-how.ts'

const columns = [
  { heading: '会社名', field: 'vendors.name', isSure: true, samples: ['例画像'] },
  { heading: '設置場所', isSure: false, samples: ['2階'] },
  { heading: '設置場所', sheet: '2階', isSure: false, samples: [] },
  { heading: '', isSure: false, samples: ['x'] },
]
const file = {
  name: 'x',
  kind: 'vendor-list',
  says: { ja: '', en: '' },
  read: 1,
  changes: [],
  problems: [],
  outcome: 'read' as const,
  asks: [],
  columns,
}

test('each heading is asked once, and what is left as proposed is agreed to', () => {
  const asked = columnsToChoose(file)
  expect(asked.map(({ heading }) => heading)).toEqual(['会社名', '設置場所'])
  const chosen = chosenColumns(asked, [{ heading: '設置場所', field: 'vendors.address' }])
  expect(chosen).toEqual([
    { heading: '会社名', field: 'vendors.name' },
    { heading: '設置場所', field: 'vendors.address' },
  ])
  expect(JSON.parse(queryOf({ columns: chosen }).columns ?? '')).toEqual(chosen)
  expect(queryOf({ encoding: 'cp932' })).toEqual({ encoding: 'cp932' })
})
