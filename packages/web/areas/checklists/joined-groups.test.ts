import { describe, expect, test } from 'vitest'
import {
  countVendors,
  foldAgreed,
  groupRows,
  type JoinedColumn,
  type JoinedRow,
  sheetsThatDiffer,
  vendorCell,
  vendorColumns,
} from './joined-groups.ts'

const text = { ja: '', en: '' }
const row = (
  item: string,
  state: JoinedRow['state'],
  cells: Record<string, JoinedRow['cells'][number]['state']> = {},
  own: NonNullable<JoinedRow['facility']>['state'] = 'yes',
): JoinedRow => ({
  item,
  number: item,
  title: text,
  short: text,
  state,
  facilityOnly: false,
  facility: { state: own },
  cells: Object.entries(cells).map(([sheet, cell]) => ({ sheet, state: cell })),
})
const column = (sheet: string, vendor: string, part: Partial<JoinedColumn> = {}): JoinedColumn => ({
  sheet,
  vendor,
  vendorName: vendor,
  state: 'returned',
  onPaper: false,
  ...part,
})

describe('the rows of the joined view', () => {
  test('stand in the order of what there is to do, what the facility answers alone last', () => {
    const rows = [
      row('a', 'agreed-yes'),
      row('b', 'vendor-silent'),
      { ...row('c', 'unanswered'), facilityOnly: true },
      row('d', 'differs'),
      row('e', 'no'),
      row('f', 'unanswered'),
    ]
    expect(groupRows(rows).map(({ name, rows: found }) => `${name}:${found.map(({ item }) => item).join('')}`)).toEqual([
      'differs:d',
      'no:e',
      'vendor-silent:b',
      'unanswered:f',
      'agreed-yes:a',
      'facility-only:c',
    ])
  })
})

describe('a vendor with two systems', () => {
  const columns = vendorColumns([column('s1', 'v1'), column('s2', 'v1'), column('s3', 'v2', { state: 'silent', days: 21 })])

  test('is one column, which shows the sheet that needs a hand', () => {
    expect(columns.map(({ sheets }) => sheets.length)).toEqual([2, 1])
    const [first, second] = columns
    const differing = row('2-06', 'differs', { s1: 'yes', s2: 'no', s3: 'silent' })
    expect(first && vendorCell(differing, first)).toMatchObject({ state: 'no', differs: true })
    expect(second && vendorCell(differing, second)).toMatchObject({ state: 'silent', days: 21, differs: false })
  })

  test('differs with a yes where the facility says no', () => {
    const [first] = columns
    expect(first && vendorCell(row('2-06', 'differs', { s1: 'yes', s2: 'yes' }, 'no'), first)).toMatchObject({ differs: true })
  })

  test('is counted once', () => {
    const differing = row('2-06', 'differs', { s1: 'yes', s2: 'no', s3: 'silent' })
    const cells = columns.flatMap((each) => vendorCell(differing, each) ?? [])
    expect(countVendors(cells)).toEqual({ yes: 0, no: 1, silent: 1, other: 0 })
  })
})

test('of more than twelve vendors those that agree in everything fold away', () => {
  const many = vendorColumns(Array.from({ length: 13 }, (_, at) => column(`s${at}`, `v${at}`)))
  const cells = Object.fromEntries(many.map(({ vendor }, at) => [`s${at}`, vendor === 'v3' ? ('no' as const) : ('yes' as const)]))
  expect(foldAgreed(many, [row('a', 'differs', cells)]).shown.map(({ vendor }) => vendor)).toEqual(['v3'])
  expect(foldAgreed(many.slice(0, 9), [row('a', 'differs', cells)]).folded).toEqual([])
})

describe('whose answer is talked over', () => {
  test('is that of every vendor that says otherwise, each on its own', () => {
    expect(sheetsThatDiffer(row('a', 'differs', { s1: 'no', s2: 'yes', s3: 'other-party', s4: 'silent' }))).toEqual(['s1', 's3'])
  })

  test('is a yes as well where the facility itself says no', () => {
    expect(sheetsThatDiffer(row('a', 'differs', { s1: 'yes', s2: 'no' }, 'no'))).toEqual(['s1', 's2'])
    expect(sheetsThatDiffer(row('a', 'agreed-yes', { s1: 'yes' }))).toEqual([])
  })
})
