import { expect, test } from 'vitest'
import { loadCatalogue } from '../index.ts'

const { reference, topicDates, rules } = loadCatalogue()
const numbers = (edition: string) =>
  reference.items
    .filter((item) => item.edition === edition)
    .toSorted((a, b) => a.order - b.order)
    .map((item) => item.number)

test('the 2025 edition has its 19 items in the official order', () => {
  expect(numbers('r7').join(' ')).toBe('0 1-① 2-① 2-② 2-③ 2-④ 2-⑤ 2-⑥ 2-⑦ 2-⑧ 2-⑨ 2-⑩ 2-⑪ 2-⑫ 2-⑬ 3-① 3-② 3-③ 4-①')
})

test('the 2024 edition prints 18 rows after the gate, the 2023 edition 11 items and 6 for reference', () => {
  const rows = reference.items.filter((item) => item.edition === 'r6' && item.topic !== 'gate' && item.number.startsWith('2-'))
  // The press counted 18 rows: 3 general + 5 server + 4 client PC + 2 network = 14 in section 2, then 1 and 3.
  expect(rows.flatMap((item) => item.rows)).toHaveLength(14)
  expect(numbers('r5').filter((number) => number.startsWith('参考'))).toHaveLength(6)
  expect(numbers('r5')).toHaveLength(17)
})

test('every item but the new ones of 2025 is reached from the year before, and none twice without reason', () => {
  const reached = new Set(reference.crosswalk.flatMap((link) => (link.from.startsWith('r6:') && link.to ? [link.to] : [])))
  const fresh = reference.items.filter((item) => item.edition === 'r7' && !reached.has(item.id)).map((item) => item.number)
  expect(fresh).toEqual(['2-⑦', '2-⑧', '2-⑨', '2-⑩', '4-①'])
  const left = reference.items.filter((item) => item.edition !== 'r7' && !reference.crosswalk.some((link) => link.from === item.id))
  expect(left).toEqual([])
})

test('linked items of the ministry speak of the same topic', () => {
  const topic = new Map(reference.items.map((item) => [item.id, item.topic]))
  const other = reference.crosswalk.filter((link) => link.to && topic.get(link.from) !== topic.get(link.to))
  expect(other.map(({ id }) => id)).toEqual([])
})

test('the disputed order of (8) and (9) in 2024 keeps its mark', () => {
  const disputed = reference.crosswalk.filter((link) => link.confidence === 'conflict').map((link) => String(link.to))
  expect(disputed.toSorted()).toEqual(['r6:2-08', 'r6:2-09', 'r7:2-12', 'r7:2-13'])
})

test('a password or two-factor item carries the view of guideline 7.0, and its three dates stand together', () => {
  const note = (id: string) => reference.items.find((item) => item.id === id)?.note?.ja ?? ''
  expect(note('r7:2-07')).toContain('第7.0版では考え方が変わりました')
  for (const when of ['令和10年3月31日', '令和9年4月1日', '令和9年度内']) expect(note('r7:2-10')).toContain(when)
  expect(topicDates.filter((date) => date.topic === 'mfa').map((date) => date.on)).toEqual(['2027-04-01', '2028-03-31', '2028-03-31'])
})

test('every item of 2025 is asked at stage 1, and no topic twice at one stage', () => {
  const topics = reference.items.filter((item) => item.edition === 'r7').map((item) => item.topic)
  for (const topic of topics) expect(reference.stages.some((criterion) => criterion.id === `${topic}:1`)).toBe(true)
  expect(new Set(topics).size).toBe(topics.length)
})

test('every stage says of every item of 2025 what it asks, or why it asks nothing new', () => {
  const topics = reference.items.filter((item) => item.edition === 'r7').map((item) => item.topic)
  const written = new Set(reference.stages.map((criterion) => criterion.id))
  expect(topics.flatMap((topic) => [1, 2, 3].map((stage) => `${topic}:${stage}`)).filter((id) => !written.has(id))).toEqual([])
})

test.each([
  ['checkup-centre', /患者|カルテ|処方|診療/],
  ['pharmacy', /電子カルテ|診察|診療|手術/],
] as const)('a %s is not asked about things that it does not have', (audience, others) => {
  const foreign = reference.items
    .filter((item) => reference.editions.some((edition) => edition.id === item.edition && edition.audiences.includes(audience)))
    .flatMap((item) => {
      const variant = (item.variants ?? []).find((each) => each.for === audience)
      const texts = [
        variant?.title ?? item.title,
        variant?.question ?? item.question,
        variant?.whereToLook ?? item.whereToLook,
        item.whyAsked,
      ]
      return texts.flatMap((text) => (text && others.test(text.ja) ? [`${item.id} ${text.ja}`] : []))
    })
  expect(foreign).toEqual([])
})

test('every entry of our own files names its source', () => {
  const lists = Object.entries(reference).flatMap(([list, entries]) =>
    (entries as readonly { id: string; sources?: unknown }[]).map((entry) => ({ list, ...entry })),
  ) // all lists hold entries
  expect(lists.filter((entry) => entry.sources === undefined).map(({ list, id }) => `${list} ${id}`)).toEqual([])
  expect(rules.size).toBeGreaterThan(0)
})
