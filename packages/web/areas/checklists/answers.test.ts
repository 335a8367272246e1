import { type Answer, date } from '@mimamori/domain'
import { describe, expect, test } from 'vitest'
import {
  answerValues,
  countAnswers,
  isProposal,
  offersSecondCheck,
  secondCheckValues,
  splitAnswer,
  stateOf,
  stateOfItem,
  targetChoices,
} from './answers.ts'
import { resumeItem } from './resume.ts'

const today = date('2026-11-20')
const yearEnd = date('2027-03-31')
const answer = (fields: Partial<Answer> = {}) => ({ id: 'sh:1.2-05', sheet: 'sh:1', item: 'r7:2-05', ...fields }) as Answer
const item = (...answers: readonly Answer[]) => ({ answers: answers.map((record) => ({ version: 1, record })) })

describe('answering an item', () => {
  test('dates the answer with the day on which it was given: the day of another answer is not its own', () => {
    expect(answerValues('yes', answer(), today)).toMatchObject({ answer: 'yes', checkedOn: today })
    const yes = answer({ answer: 'yes', checkedOn: date('2026-10-02') })
    expect(answerValues('yes', yes, today)).toMatchObject({ answer: 'yes', checkedOn: '2026-10-02' })
    expect(answerValues('no', yes, today)).toMatchObject({ answer: 'no', checkedOn: today })
  })

  test('that is put off or asked of a vendor leaves no answer and no date', () => {
    expect(answerValues('later', answer({ answer: 'yes', checkedOn: today }), today)).toMatchObject({
      answer: undefined,
      checkedOn: undefined,
      pending: 'later',
    })
    expect(answerValues('ask-vendor', answer(), today)).toMatchObject({ answer: undefined, pending: 'ask-vendor', pendingOn: today })
    const asked = answer({ pending: 'ask-vendor', pendingOn: date('2026-11-02') })
    expect(answerValues('ask-vendor', asked, today)).toMatchObject({ pendingOn: '2026-11-02' })
    expect(answerValues('yes', asked, today)).toMatchObject({ pending: undefined, pendingOn: undefined })
  })

  test('anew keeps the target date and the second check', () => {
    const no = answer({ answer: 'no', targetOn: yearEnd, recheckedOn: today, recheckAnswer: 'no' })
    for (const said of ['yes', 'later', 'ask-vendor', 'not-applicable'] as const) {
      const values = answerValues(said, no, today)
      for (const kept of ['targetOn', 'recheckedOn', 'recheckAnswer']) expect(values).not.toHaveProperty(kept)
    }
  })
})

describe('a 「はい」 after a 「いいえ」 of an earlier day', () => {
  const no = answer({ answer: 'no', checkedOn: date('2026-10-02'), targetOn: yearEnd })
  const yes = answer({ answer: 'yes', checkedOn: today, targetOn: yearEnd })

  test('may be kept as the second check, the first one as it was', () => {
    expect(offersSecondCheck(yes, no, today)).toBe(true)
    expect(secondCheckValues(no, today)).toEqual({
      answer: 'no',
      checkedOn: '2026-10-02',
      targetOn: yearEnd,
      recheckedOn: today,
      recheckAnswer: 'yes',
    })
  })

  test('is no second check where the 「いいえ」 was pressed by mistake today, or was checked again already', () => {
    expect(offersSecondCheck(yes, answer({ answer: 'no', checkedOn: today }), today)).toBe(false)
    expect(offersSecondCheck(yes, { ...no, recheckedOn: today, recheckAnswer: 'yes' }, today)).toBe(false)
    expect(offersSecondCheck(no, no, today)).toBe(false)
    expect(offersSecondCheck(yes, undefined, today)).toBe(false)
  })
})

describe('the day to mend by', () => {
  test('never lies outside the fiscal year', () => {
    expect(targetChoices(today, yearEnd)).toEqual([
      { name: 'one-month', on: '2026-12-20' },
      { name: 'three-months', on: '2027-02-20' },
      { name: 'year-end', on: '2027-03-31' },
    ])
    expect(targetChoices(date('2027-02-10'), yearEnd).map(({ name }) => name)).toEqual(['one-month', 'year-end'])
    expect(targetChoices(date('2027-04-02'), yearEnd)).toEqual([])
  })
})

describe('the state of an item', () => {
  test('of an answer carried over is a proposal until somebody dates it', () => {
    const carried = answer({ answer: 'yes', carriedFrom: 'old' as Answer['id'] })
    expect(isProposal(carried)).toBe(true)
    expect(stateOf(carried)).toBe('carried-over')
    expect(stateOf({ ...carried, checkedOn: today })).toBe('yes')
  })

  test('answered apart is no as soon as one part is no', () => {
    const parts = [
      answer(),
      answer({ id: 'a:s' as Answer['id'], part: 'server', answer: 'yes' }),
      answer({ id: 'a:c' as Answer['id'], part: 'client-pc', answer: 'no' }),
    ]
    expect(stateOfItem(item(...parts))).toBe('no')
  })

  test('is counted for the head of the list', () => {
    const items = [
      item(answer({ answer: 'yes' })),
      item(answer({ answer: 'no' })),
      item(answer({ pending: 'later' })),
      item(answer({ answer: 'not-applicable' })),
    ]
    expect(countAnswers(items)).toEqual({ answered: 3, yes: 1, no: 1, empty: 1 })
  })
})

test('an item printed twice is split into one answer for each row, beginning with what was said of both', () => {
  const changes = splitAnswer({ version: 1, record: answer({ answer: 'yes', checkedOn: today }) }, ['server', 'client-pc']).map(
    ({ change }) => change,
  )
  expect(changes).toMatchObject([
    { kind: 'add', record: { id: 'sh:1.2-05.server', part: 'server', answer: 'yes' } },
    { kind: 'add', record: { id: 'sh:1.2-05.client-pc', part: 'client-pc', answer: 'yes' } },
  ])
})

test('work goes on at the first item that nobody has answered', () => {
  const items = [
    { item: 'a', ...item(answer({ answer: 'yes' })) },
    { item: 'b', ...item(answer({ pending: 'later' })) },
    { item: 'c', ...item(answer()) },
  ] as unknown as Parameters<typeof resumeItem>[0]
  expect(resumeItem(items)).toBe('c')
  expect(resumeItem(items.slice(0, 2))).toBe('b')
})
