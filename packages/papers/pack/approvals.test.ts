import { loadCatalogue } from '@mimamori/catalog'
import type { Change } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { cellsOf } from '../fixture/read-paper.ts'
import type { Copy } from '../paper/index.ts'
import { packPaper } from './model.ts'

const catalogue = loadCatalogue()
const base = hospital(catalogue.reference.items)
const sheet = base.slices.sheets.find(({ audience }) => audience === 'vendor')?.id ?? ''

const add = (slice: string, record: object) => ({ kind: 'add', slice, record }) as unknown as Change // without its branded ids
const letter = (id: string, more: object) =>
  add('approvals', { id, about: 'request', title: '確認用シートの依頼', sheets: [sheet], draftedOn: '2026-11-02', ...more })
const onPaper = { state: 'approved', way: 'paper', approvedOn: '2026-11-04', issuedOn: '2026-11-05', documentNumber: '総第12号' }

function rowsOf(copy: Copy, ...changes: readonly Change[]) {
  return cellsOf(packPaper(inputOf(catalogue, applied(base, changes), { copy })), '依頼の文書の決裁')
}

test('the pack tells of each letter its number, its three days, how it was decided and by whom', () => {
  const scan = add('evidence', { id: 'ev:scan', name: '決裁の写し' })
  const box = add('approvalBoxes', {
    id: 'box:1',
    approval: 'ok:1',
    place: 1,
    label: '院長',
    mark: 'proxy',
    on: '2026-11-04',
    by: '見本 二郎',
  })
  const [row] = rowsOf('on-site', scan, letter('ok:1', { ...onPaper, scan: 'ev:scan' }), box)
  expect(row?.slice(0, 2)).toEqual(['総第12号', '確認用シートの依頼'])
  expect(row?.slice(2, 5).join(' ')).toMatch(/11\D2.*11\D4.*11\D5/)
  expect(row?.[5]).toMatch(/^紙\(資料\d+\)$/)
  expect(row?.[6]).toBe('院長 代決 見本 二郎')
})

test('where one decided for another who saw it later, the pack names both', () => {
  const marked = { mark: 'proxy', on: '2026-11-04', by: '見本 二郎', seenOn: '2026-11-06', seenBy: '見本 三郎' }
  const box = add('approvalBoxes', { id: 'box:1', approval: 'ok:1', place: 1, label: '院長', ...marked })
  expect(rowsOf('on-site', letter('ok:1', onPaper), box)[0]?.[6]).toBe('院長 代決 見本 二郎 後閲 見本 三郎')
})

test('a copy that is handed over names nobody, and one that waits says so', () => {
  const box = add('approvalBoxes', { id: 'box:1', approval: 'ok:1', place: 1, label: '院長', mark: 'approved', by: '見本 二郎' })
  const rows = rowsOf('hand-over', letter('ok:1', onPaper), box, letter('ok:2', { state: 'waiting', draftedOn: '2026-11-10' }))
  expect(rows.map((cells) => cells[5])).toEqual(['紙', '決裁待ち'])
  expect(JSON.stringify(rows)).not.toContain('見本 二郎')
})

test('letters that were taken back, and those about other things, are left out', () => {
  expect(rowsOf('on-site')).toEqual([])
  expect(rowsOf('on-site', letter('ok:1', { state: 'withdrawn' }), letter('ok:2', { ...onPaper, about: 'paper' }))).toEqual([])
})
