import { loadCatalogue } from '@mimamori/catalog'
import { date, entityId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { cellsOf, tablesOf } from '../fixture/read-paper.ts'
import { contactChartPaper } from './model.ts'

const catalogue = loadCatalogue()
const picture = hospital(catalogue.reference.items)

test('the chart names people in the order of calling, with day and night numbers, and the safety sentence first', () => {
  const text = JSON.stringify(contactChartPaper(inputOf(catalogue, picture)))
  expect(text).toContain('患者さんの安全が先です。電源はまだ切らないでください。')
  expect(text.indexOf('事例 次郎(じれい じろう)')).toBeLessThan(text.indexOf('手本 一郎(てほん いちろう)'))
  expect(text).toContain('090-0000-2222')
  expect(text).toContain('例県みまもり保健所')
})

test('bodies that a facility has not entered come from the catalogue with their mark, and give way to its own entry', () => {
  expect(JSON.stringify(contactChartPaper(inputOf(catalogue, picture)))).toContain('個人情報保護委員会〔要確認〕')
  const own = applied(picture, [
    { kind: 'add', slice: 'contacts', record: { id: entityId('ct:9'), kind: 'ppc', name: '委員会の窓口', phone: '000-9' } },
  ])
  const text = JSON.stringify(contactChartPaper(inputOf(catalogue, own)))
  expect(text).toContain('委員会の窓口')
  expect(text).not.toContain('個人情報保護委員会〔要確認〕')
})

test('a row without any number says that one is to be written in, in the copy of the house and in the large print', () => {
  const bare = applied(picture, [{ kind: 'set', slice: 'people', id: 'p:1', fields: {}, forget: ['extension', 'phone', 'privatePhone'] }])
  const rows = (caption: string, large = false, lang: 'ja' | 'en' = 'ja') =>
    cellsOf(contactChartPaper(inputOf(catalogue, bare, { lang }), { large }), caption)
  const police = (large: boolean) => rows('院外の窓口', large).find(([name]) => name?.includes('警察'))
  expect(police(false)?.[1]).toBe('番号を書き足してください')
  expect(police(true)?.[1]).toMatch(/^番号を書き足してください/)
  expect(rows('院内').find((cells) => cells.join().includes('手本 一郎'))?.[3]).toBe('番号を書き足してください')
  expect(rows('Outside bodies', false, 'en').find(([name]) => name?.includes('police'))?.[1]).toBe('Please write in the number')
  expect(rows('院外の窓口').at(-1)?.join('')).toBe('')
})

test('hours typed with the sign of a keyboard are printed as Japanese and English write them', () => {
  const typed = applied(picture, [{ kind: 'set', slice: 'contacts', id: 'ct:1', fields: { hours: '平日 8:30~17:15' } }])
  expect(JSON.stringify(contactChartPaper(inputOf(catalogue, typed)))).toContain('平日 8:30〜17:15')
  expect(JSON.stringify(contactChartPaper(inputOf(catalogue, typed, { lang: 'en' })))).toContain('平日 8:30–17:15')
})

test('heads of columns say what stands below them: no persons in a copy that leaves the house, no extensions outside', () => {
  const heads = (copy: 'on-site' | 'hand-over') =>
    tablesOf(contactChartPaper(inputOf(catalogue, picture, { copy }))).map((table) => table.columns.map((column) => column.title))
  const [, vendors, outside] = heads('hand-over')
  expect(vendors).toEqual(['会社', 'システム', '電話(平日)'])
  expect(outside).toEqual(['窓口', '電話', '受付時間'])
  expect(heads('on-site')[1]?.[0]).toBe('会社(担当)')
})

test('somebody who has left is not on the chart', () => {
  const gone = applied(picture, [{ kind: 'set', slice: 'people', id: 'p:2', fields: { until: date('2026-03-31') } }])
  expect(JSON.stringify(contactChartPaper(inputOf(catalogue, gone)))).not.toContain('事例 次郎')
})

test('a chart that leaves the house has posts and offices, no names and no private numbers', () => {
  const text = JSON.stringify(contactChartPaper(inputOf(catalogue, picture, { copy: 'hand-over' })))
  for (const hidden of ['事例', '090-', '080-', '担当 太郎', '内線'])
    expect(text).not.toContain(`${hidden}${hidden === '内線' ? ' 2' : ''}`)
  for (const shown of ['事務長', '例システム株式会社', '000-200-0000', '000-000-0000']) expect(text).toContain(shown)
})
