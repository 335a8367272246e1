import { a, check, expectFindings, ids } from '@mimamori/testing/rules'
import { test } from 'vitest'
import { evidenceMissing } from './evidence-missing.ts'

const own = { sheets: [a.ownSheet()], items: [a.item()] }

test('a yes without anything to show is named', () => {
  const answers = [a.answer({ answer: 'yes' })]
  expectFindings(check(evidenceMissing, { ...own, answers }), [{ subjects: ['r7:2-06', 'sh:own'], because: ['nothing'] }])
  const evidence = [a.evidence({ answers: [ids.answer('a:1')], place: '3階サーバ室の棚' })]
  expectFindings(check(evidenceMissing, { ...own, answers, evidence }), [])
})

test('a no needs none', () => {
  expectFindings(check(evidenceMissing, { ...own, answers: [a.answer({ answer: 'no' })] }), [])
})
