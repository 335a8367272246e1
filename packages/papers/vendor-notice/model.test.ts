import { loadCatalogue } from '@mimamori/catalog'
import { type Approval, type ApprovalId, applyChange, type Change, date, entityId, type Picture, type RequestId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { approvalPaper } from '../approval/model.ts'
import { askingListsPaper } from '../asking-lists/model.ts'
import { hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { vendorNoticePaper } from './model.ts'

const catalogue = loadCatalogue()
const base = hospital(catalogue.reference.items)
const silent = base.slices.sheets.find((sheet) => sheet.audience === 'vendor' && sheet.returnedOn === undefined)
if (!silent) throw new Error('the fixture has a silent vendor')
const sheet = silent.id

function changed(...changes: readonly Change[]): Picture {
  return changes.reduce((picture, change) => {
    const made = applyChange(picture, change)
    if (made.kind === 'refused') throw new Error(made.why)
    return made.picture
  }, base)
}

const consent: Approval = {
  id: entityId<ApprovalId>('ok:1'),
  about: 'notice',
  title: '外部への連絡',
  sheets: [sheet],
  draftedOn: date('2026-11-18'),
  draftedBy: '見本 花子',
  state: 'approved',
  approvedOn: date('2026-11-19'),
  toBody: 'association',
  toName: '例県医師会',
}
const secret = 'メモは外に出さない'
const call: Change = {
  kind: 'add',
  slice: 'requests',
  record: {
    id: entityId<RequestId>('r:call'),
    sheet,
    kind: 'chase-up',
    way: 'phone',
    on: date('2026-11-10'),
    person: '担当 太郎',
    note: secret,
  },
}

function noticeOf(picture: Picture): string {
  return JSON.stringify(vendorNoticePaper(inputOf(catalogue, picture), { sheet }).blocks)
}

test('nothing is told outside without the consent of the facility for this very sheet', () => {
  expect(noticeOf(base)).toBe('[]')
  expect(noticeOf(changed({ kind: 'add', slice: 'approvals', record: { ...consent, state: 'withdrawn' } }))).toBe('[]')
  const other = base.slices.sheets.find((one) => one.id !== sheet)
  expect(noticeOf(changed({ kind: 'add', slice: 'approvals', record: { ...consent, sheets: other ? [other.id] : [] } }))).toBe('[]')
})

test('the notice says what was asked, when, by which clause and what came back, and no more', () => {
  const text = noticeOf(changed(call, { kind: 'add', slice: 'approvals', record: consent }))
  for (const part of ['例県医師会 御中', 'R8.11.10', '電話', '第2.0版', '〔未確認〕', '令和8年11月19日', '見本 花子', '判断は含みません'])
    expect(text).toContain(part)
  for (const inside of [secret, '担当 太郎']) expect(text).not.toContain(inside)
})

test('the form of approval has its boxes, its number and the marks that were given', () => {
  const approval: Approval = {
    ...consent,
    id: entityId<ApprovalId>('ok:2'),
    about: 'request',
    state: 'waiting',
    documentNumber: '総第12号',
  }
  const picture = changed(
    { kind: 'add', slice: 'approvals', record: approval },
    {
      kind: 'add',
      slice: 'approvalBoxes',
      record: {
        id: entityId('box:1'),
        approval: approval.id,
        place: 1,
        label: '課長',
        mark: 'proxy',
        by: '事例 次郎',
        on: date('2026-11-19'),
      },
    },
    { kind: 'add', slice: 'approvalBoxes', record: { id: entityId('box:2'), approval: approval.id, place: 2, label: '院長' } },
  )
  const text = JSON.stringify(approvalPaper(inputOf(catalogue, picture), { approval: approval.id }).blocks)
  for (const part of ['伺い文', '総第12号', '課長', '院長', '代決', '事例 次郎', '決裁日', '施行日', '例画像株式会社'])
    expect(text).toContain(part)
})

test('the lists name whom to call, FAX and write to in the order of the readings, without letters that wait for approval', () => {
  const three = inputOf(catalogue, hospital(catalogue.reference.items, { vendors: 3, silent: [0, 1, 2] }))
  const names = (askingListsPaper(three).worksheets ?? []).map((one) =>
    one.table.rows.flatMap((row) => (row.kind === 'row' ? [row.cells[0]] : [])),
  )
  expect(names).toHaveLength(3)
  expect(names[0]).toEqual(['例画像株式会社(れいがぞう)', '例システム株式会社(れいしすてむ)', '㈱例薬剤(れいやくざい)'])
  const waiting = changed({ kind: 'add', slice: 'approvals', record: { ...consent, about: 'request', state: 'waiting' } })
  expect(JSON.stringify(askingListsPaper(inputOf(catalogue, waiting)))).not.toContain('例画像株式会社')
})
