import { loadCatalogue } from '@mimamori/catalog'
import { date, entityId } from '@mimamori/domain'
import { expect, test } from 'vitest'
import { applied, hospital } from '../fixture/hospital.ts'
import { inputOf } from '../fixture/input.ts'
import { tenQuestionsPaper } from '../ten-questions/model.ts'
import { workCardPaper } from './model.ts'

const catalogue = loadCatalogue()
const picture = hospital(catalogue.reference.items)

test('a work card says who, what before, the steps, when not, and the words for the vendor, in this order', () => {
  const text = JSON.stringify(workCardPaper(inputOf(catalogue, picture), { card: 'pat', size: 'hospital' })?.blocks)
  const places = ['だれが', '前に', '手順', '終わったら確かめる', 'しないとき', '事業者に聞く言葉', '残すもの'].map((part) =>
    text.indexOf(part),
  )
  expect(places.every((at) => at > 0)).toBe(true)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
  expect(text).toContain('2-⑥ 更新プログラムを当てている')
})

test('a step that was done carries its day and name, the others an empty box', () => {
  const card = catalogue.workCards.find((one) => one.id === 'pat')
  const step = card?.steps[0]?.id ?? ''
  const ticked = applied(picture, [
    { kind: 'add', slice: 'ticks', record: { id: entityId('t:1'), card: 'pat', step, doneOn: date('2026-11-02'), by: '見本 花子' } },
  ])
  const text = JSON.stringify(workCardPaper(inputOf(catalogue, ticked), { card: 'pat', size: 'hospital' })?.blocks)
  expect(text).toContain('✓\\nR8.11.2 見本 花子')
  expect(text.match(/"□"/g)?.length).toBe((card?.steps.filter((one) => one.for === undefined || one.for === 'hospital').length ?? 0) - 1)
})

test('there is no paper for a card that does not exist', () => {
  expect(workCardPaper(inputOf(catalogue, picture), { card: 'nothing', size: 'clinic' })).toBeUndefined()
})

test('the sheet of the ten questions has all ten, each with why it is asked and a way to say that one does not know', () => {
  const text = JSON.stringify(tenQuestionsPaper(inputOf(catalogue, picture)).blocks)
  for (const question of catalogue.tenQuestions) expect(text).toContain(`"${question.number} `)
  expect(text.split('なぜ聞くのか').length - 1).toBe(10)
  expect(text.split('□ わからない').length).toBeGreaterThan(5)
  expect(text).toContain('患者さんの氏名・ID・病名は書かないでください。')
})
