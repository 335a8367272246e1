import { loadCatalogue } from '@mimamori/catalog'
import { type Change, date, entityId, type RequestId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { checklistPaper } from '../checklist/model.ts'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { vendorRequestPaper } from '../vendor-request/model.ts'
import { openQuestionsPaper } from './model.ts'

const catalogue = loadCatalogue()
const base = hospital(catalogue.reference.items, { vendors: 3, silent: [0] })
const silent = base.slices.sheets.find((sheet) => sheet.vendor === 'v:1')
const own = base.slices.answers.filter((answer) => answer.sheet.endsWith('own'))
const answerOf = (item: string) => own.find((answer) => answer.item.endsWith(item))?.id ?? ''

const aside = (item: string, pending: 'ask-vendor' | 'later'): Change => ({
  kind: 'set',
  slice: 'answers',
  id: answerOf(item),
  fields: { pending, pendingOn: date('2026-11-12') },
  forget: ['answer', 'checkedOn'],
})
const unknownContract: Change = { kind: 'set', slice: 'systems', id: String(silent?.system), fields: {}, forget: ['contract'] }
const changed = applied(base, [aside(':3-02', 'ask-vendor'), aside(':4-01', 'later'), unknownContract])

test('what is open stands by whom to ask, with its day, and ends with what the house finds out itself', () => {
  const text = JSON.stringify(openQuestionsPaper(inputOf(catalogue, changed)).blocks)
  for (const part of ['に聞くこと', '保守契約はありますか', '当院で確かめること', '□ 4-①', 'R8.11.12']) expect(text).toContain(part)
})

test('the letter and the card for the telephone ask for it as well', () => {
  for (const way of ['post', 'phone'] as const) {
    const text = JSON.stringify(vendorRequestPaper(inputOf(catalogue, changed), { way, sheet: silent?.id ?? '' }).blocks)
    expect(text).toContain('あわせて、次のことも教えてください。')
    expect(text).toContain('保守契約はありますか')
    expect(text).toContain('3-②')
    expect(text).not.toContain('4-①')
  }
})

test('the checklist says that a vendor is being asked only where a request is recorded', () => {
  const remark = (picture: typeof changed) => JSON.stringify(checklistPaper(inputOf(catalogue, picture), {}).blocks)
  expect(remark(changed)).not.toContain('確認中')
  const sheet = silent?.id ?? entityId<never>('sh:none')
  const request: Change = {
    kind: 'add',
    slice: 'requests',
    record: { id: entityId<RequestId>('r:asked'), sheet, kind: 'chase-up', way: 'phone', on: date('2026-11-13') },
  }
  expect(remark(applied(changed, [request]))).toContain('未記入(事業者に確認中)')
})
