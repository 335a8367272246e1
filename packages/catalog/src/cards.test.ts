import { expect, test } from 'vitest'
import { cardsFor, glossaryPage, loadCatalogue } from '../index.ts'

const { workCards, reference, glossary, tenQuestions } = loadCatalogue()

test('every item of 2025 has a work card for a clinic and for a hospital', () => {
  for (const { topic } of reference.items.filter((item) => item.edition === 'r7')) {
    for (const size of ['clinic', 'hospital'] as const) expect(cardsFor(workCards, { topic, size }).length).toBeGreaterThan(0)
  }
})

test('a hospital gets its own steps, person and length, a clinic does not see them', () => {
  const [clinic] = cardsFor(workCards, { topic: 'del', size: 'clinic' })
  const [hospital] = cardsFor(workCards, { topic: 'del', size: 'hospital' })
  expect(clinic?.steps.map(({ id }) => id)).not.toContain('every-system')
  expect(hospital?.steps.map(({ id }) => id)).toContain('every-system')
  expect([clinic?.minutes, hospital?.minutes]).toEqual([15, 60])
})

test('a card of a device family comes only where the facility has that device, after the general one', () => {
  const ids = (families: readonly 'yamaha'[]) => cardsFor(workCards, { topic: 'pat', size: 'clinic', families }).map(({ id }) => id)
  expect(ids([])).toEqual(['pat'])
  expect(ids(['yamaha'])).toEqual(['pat', 'pat-yamaha'])
})

test('cards that touch devices say when to leave it', () => {
  for (const card of workCards.filter((each) => each.deviceFamily)) expect(card.whenNot.length).toBeGreaterThan(1)
})

test('the glossary page has every term in its order', () => {
  const rows = glossaryPage(glossary)
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.endsWith('` |'))
  expect(rows).toHaveLength(glossary.length)
  expect(rows[0]).toContain('施設(医療機関)')
})

test('there are ten questions, numbered, and one part names another only within its reach', () => {
  expect(tenQuestions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})
