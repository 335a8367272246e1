import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { unanswered } from './unanswered.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

test('an empty item of the own sheet is named', () => {
  const answers = [a.answer()]
  expectFindings(check(unanswered, { ...own, answers }), [{ subjects: ['r7:2-06', 'sh:own'], because: ['empty'], parties: ['facility'] }])
  expectFindings(check(unanswered, { ...own, answers: [a.answer({ answer: 'no' })] }), [])
})

test('an item without even an answer row counts as empty', () => {
  expectFindings(check(unanswered, own), [{ subjects: ['r7:2-06', 'sh:own'] }])
})

test('an item that may stay open without a contract is not asked for', () => {
  const items = [a.item({ openWithoutContract: true })]
  expectFindings(check(unanswered, { ...own, items, answers: [a.answer()] }), [])
})

test('after a no to the gate question nothing else is asked for', () => {
  const gate = a.item({ id: ids.item('r7:0'), number: '0', order: 1, topic: 'gate', owners: ['facility'] })
  const answers = [a.answer(), a.answer({ id: ids.answer('a:0'), item: gate.id, answer: 'no' })]
  expectFindings(check(unanswered, { ...own, items: [gate, a.item()], answers }), [])
})

test('an item answered for one of its two rows only is still empty', () => {
  const items = [a.item({ rows: ['server', 'client-pc'] })]
  const server = a.answer({ id: ids.answer('a:1.s'), part: 'server', answer: 'yes' })
  expectFindings(check(unanswered, { ...own, items, answers: [a.answer(), server] }), [{ subjects: ['r7:2-06', 'sh:own'] }])
  const pc = a.answer({ id: ids.answer('a:1.t'), part: 'client-pc', answer: 'no' })
  expectFindings(check(unanswered, { ...own, items, answers: [a.answer(), pc, server] }), [])
})
