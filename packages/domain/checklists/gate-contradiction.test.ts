import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { gateContradiction } from './gate-contradiction.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

const gate = a.item({ id: ids.item('r7:0'), number: '0', topic: 'gate', owners: ['facility'] })
const answers = [a.answer({ item: gate.id, answer: 'no' })]

test('no system in use and systems in the list contradict each other', () => {
  expectFindings(check(gateContradiction, { ...own, items: [gate], answers, systems: [a.system()] }), [
    { subjects: ['r7:0', 'sh:own'], because: ['says-none', 'lists'] },
  ])
  expectFindings(check(gateContradiction, { ...own, items: [gate], answers }), [])
})
