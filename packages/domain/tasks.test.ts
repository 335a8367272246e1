import { a, aPicture, aReference, entryOf, gateHospital, ids, inputs } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { derivations, rules } from './all.ts'
import { assess, assessmentAnswer } from './assess.ts'
import { date } from './calendar.ts'
import type { Slices } from './picture.ts'
import { makeRuleSet } from './rule.ts'

const items = [
  a.item(),
  a.item({ id: ids.item('r7:2-05'), number: '2-⑤', order: 8, topic: 'del' }),
  a.item({ id: ids.item('r7:3-01'), number: '3-①', order: 20, topic: 'tree', owners: ['facility'] }),
]
const words = [
  {
    id: 'hospital' as const,
    kind: { ja: '病院', en: 'hospital' },
    us: { ja: '当院', en: 'our hospital' },
    head: { ja: '院長', en: 'the director' },
  },
]
const catalogue = {
  version: 't',
  reference: aReference({ items, facilityWords: words }),
  rules: new Map([...rules.map((rule) => rule.id), 'kernel/check-failed'].map((id) => [id, entryOf(id)])),
}
const set = makeRuleSet(rules, derivations, inputs, new Set(catalogue.rules.keys()))

function assessed(slices: Partial<Slices>) {
  return assess(set, { picture: aPicture(slices), catalogue, asOf: date('2026-11-20') })
}

const sheets = [a.ownSheet(), a.sheet({ sentOn: date('2026-10-30') })]
const empty = items.map((item, at) => a.answer({ id: ids.answer(`a:${at}`), item: item.id }))

test('three empty items are one task, a silent vendor another, and what nobody has said of controls the last', () => {
  const { tasks } = assessed({
    sheets,
    answers: empty,
    vendors: [a.vendor()],
    systems: [a.system({ vendor: ids.vendor('v:1'), contract: ids.contract('c:1') })],
  })
  expect(tasks.map((task) => [task.id, task.title.ja, task.findings.length])).toEqual([
    ['vendor:v:1:checklists/asking-due', '例システム株式会社にもう一度頼む', 1],
    ['rule:checklists/unanswered', 'まだの欄を書く(あと3か所)', 3],
    ['rule:risks/unknown', '対策の状況を入れる(9分類)', 9],
  ])
})

test('all that one item needs is one task, with the words of its gravest finding', () => {
  const answers = [a.answer({ answer: 'no', checkedOn: date('2026-05-01'), targetOn: date('2026-06-30') })]
  const { tasks } = assessed({ sheets: [a.ownSheet()], answers })
  const task = tasks.find((one) => one.id === 'item:r7:2-06')
  expect(task).toMatchObject({ severity: 'high', overdue: true, screen: 'item', target: 'r7:2-06' })
  expect(task?.findings).toHaveLength(2)
  expect(task?.title.ja).toBe('2-⑥「更新プログラムを当てている」の目標日のあとの確認')
})

test('waiting for a vendor makes no task of its own', () => {
  const { tasks } = assessed({
    sheets,
    answers: [a.answer({ answer: 'yes', checkedOn: date('2026-10-01') })],
    vendors: [a.vendor()],
    evidence: [a.evidence({ answers: [ids.answer('a:1')] })],
  })
  expect(tasks.flatMap((task) => task.findings).some((id) => id.startsWith('checklists/yes-without-owner'))).toBe(false)
})

test('what a vendor must do first is one task of asking that vendor, not work on the item', () => {
  const returned = a.sheet({ sentOn: date('2026-09-01'), returnedOn: date('2026-10-01') })
  const late = (id: string, item: string) =>
    a.answer({
      id: ids.answer(id),
      sheet: returned.id,
      item: ids.item(item),
      answer: 'no',
      targetOn: date('2026-10-31'),
      checkedOn: date('2026-10-01'),
    })
  const { tasks } = assessed({
    sheets: [a.ownSheet(), returned],
    answers: [late('a:8', 'r7:2-05'), late('a:9', 'r7:2-06')],
    vendors: [a.vendor()],
  })
  const task = tasks.find((one) => one.id === 'vendor:v:1:checklists/target-overdue')
  expect([task?.title.ja, task?.target]).toEqual(['例システム株式会社に、目標日のあとの状況をたずねる(2項目)', 'sh:v1'])
  expect(tasks.some((one) => one.id === 'item:r7:2-05')).toBe(false)
})

test('a vendor that must update a device is named in the task and in the finding, though the device alone does not name it', () => {
  const now = assessed(gateHospital())
  const task = now.tasks.find((one) => one.id === 'vendor:v:1:vulnerabilities/update-due')
  expect(task?.title).toEqual({ ja: '例システム株式会社に機器の更新を頼む(1件)', en: 'Ask 例システム株式会社 to update devices (1)' })
  for (const lang of ['ja', 'en'] as const) expect(JSON.stringify(assessmentAnswer(now, lang))).not.toMatch(/\{\w+\}/)
})

test('what is accepted is no task', () => {
  const first = assessed({ sheets, answers: empty, vendors: [a.vendor()] })
  const register = first.tracked.map((one) => ({ ...one.row, accepted: { until: date('2026-12-31'), by: '手本 一郎', why: '年末まで' } }))
  expect(assessed({ sheets, answers: empty, vendors: [a.vendor()], register }).tasks).toEqual([])
})

test('the printed answer has words in both languages and no placeholder left', () => {
  const now = assessed({
    sheets,
    answers: empty,
    vendors: [a.vendor()],
    systems: [a.system({ vendor: ids.vendor('v:1') })],
    people: [a.person()],
  })
  for (const lang of ['ja', 'en'] as const) {
    const answer = assessmentAnswer(now, lang)
    expect(JSON.stringify(answer)).not.toMatch(/\{\w+\}/)
    expect(answer.items.map((item) => item.number)).toEqual(['2-⑤', '2-⑥', '3-①'])
    expect(answer.findings.length).toBeGreaterThan(4)
  }
})
