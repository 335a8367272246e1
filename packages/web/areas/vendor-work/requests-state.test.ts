import type { RequestFileView, StandardsView } from '@mimamori/contract'
import { expect, test } from 'vitest'
import { answersOf, numbersLeft, type ReadRequest, sendable, standardToBegin } from './requests-state.ts'

const text = (words: string) => ({ ja: words, en: words })
const item = (id: string, perClient = false) => ({ item: `r7:${id}`, number: id, title: text(id), perClient })
const view: RequestFileView = {
  today: '2026-11-20',
  head: { edition: 'r7', systemName: '電子カルテ Ver.8' },
  editionName: text('令和7年度版'),
  items: [item('1'), item('2'), item('3', true)],
  answers: { 'r7:2': { answer: 'no' } },
  problems: [],
}
const standard = {
  id: 's1',
  version: 1,
  product: '電子カルテ Ver.8',
  edition: 'r7',
  editionName: text('令和7年度版'),
  answers: { 'r7:1': { answer: 'yes' }, 'r7:2': { answer: 'yes' }, 'r7:3': { answer: 'yes' } },
  updatedAt: '2026-11-01T00:00:00Z',
} as unknown as StandardsView['standards'][number] // instants are branded text
const request: ReadRequest = { key: '1', name: 'a.xlsx', state: 'read', view, standard: 's1', own: {} }

test('standard answers fill what is empty, leave what the file says, and stop at items of the site', () => {
  const { laid, all } = answersOf(request, [standard])
  expect(Object.keys(laid)).toEqual(['r7:1'])
  expect(all).toMatchObject({ 'r7:1': { answer: 'yes', checkedOn: '2026-11-20' }, 'r7:2': { answer: 'no' } })
  expect(numbersLeft(request, all)).toEqual(['3'])
})

test('an answer for the facility without its reason is still open, and is not sent', () => {
  const { all } = answersOf({ ...request, own: { 'r7:3': { answer: 'other-party' } } }, [standard])
  expect(numbersLeft(request, all)).toEqual(['3'])
  expect(sendable(all)).not.toHaveProperty('r7:3')
})

test('standard answers of another product are never laid over unasked', () => {
  expect(standardToBegin(view, [standard])).toBe('s1')
  expect(standardToBegin({ ...view, head: { edition: 'r7', systemName: 'レセコン' } }, [standard])).toBe('')
  expect(standardToBegin({ ...view, head: { ...view.head, edition: 'r8' } }, [standard])).toBe('')
})
