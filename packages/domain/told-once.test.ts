import { a, aPicture, aReference, entryOf, ids, inputs } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { derivations, rules } from './all.ts'
import { assess, assessmentAnswer } from './assess.ts'
import { date } from './calendar.ts'
import type { Answer } from './checklists/index.ts'
import { makeRuleSet } from './rule.ts'
import { viewFor } from './view.ts'

const catalogue = {
  version: 't',
  reference: aReference({ items: [a.item()] }),
  rules: new Map([...rules.map((rule) => rule.id), 'kernel/check-failed'].map((id) => [id, entryOf(id)])),
}
const set = makeRuleSet(rules, derivations, inputs, new Set(catalogue.rules.keys()))

/** The facility's answer, and one vendor's for each of its two systems. */
function assessed(own: Answer['answer'], vendor: Answer['answer']) {
  const back = { returnedOn: date('2026-11-06'), sentOn: date('2026-10-01') }
  const answered = (sheet: string, answer: Answer['answer']) =>
    a.answer({ id: ids.answer(`a:${sheet}`), sheet: ids.sheet(sheet), ...(answer && { answer }), checkedOn: date('2026-11-06') })
  const picture = aPicture({
    sheets: [
      a.ownSheet(),
      a.sheet({ ...back, system: ids.system('s:1') }),
      a.sheet({ ...back, id: ids.sheet('sh:v1b'), system: ids.system('s:2') }),
    ],
    answers: [answered('sh:own', own), answered('sh:v1', vendor), answered('sh:v1b', vendor)],
    vendors: [a.vendor()],
    systems: [
      a.system({ vendor: ids.vendor('v:1'), name: '電子カルテ' }),
      a.system({ id: ids.system('s:2'), vendor: ids.vendor('v:1'), name: '部門システム' }),
    ],
  })
  return assess(set, { picture, catalogue, asOf: date('2026-11-20') })
}

function titles(own: Answer['answer'], vendor: Answer['answer']): readonly string[] {
  const told = assessmentAnswer(assessed(own, vendor), 'ja').findings
  return told.flatMap(({ rule, title }) =>
    /\/(no|differs|no-against-vendors)$/.test(rule) ? [title.slice(title.lastIndexOf(':') + 1)] : [],
  )
}

test("a vendor's no is told once where the facility says yes, and the lines of two systems can be told apart", () => {
  expect(titles('yes', 'no')).toEqual([
    '例システム株式会社(電子カルテ)と答えが違います',
    '例システム株式会社(部門システム)と答えが違います',
  ])
})

test('a no on both sides is everybody’s own', () => {
  expect(titles('no', 'no')).toHaveLength(3)
})

test('a no of the facility against a yes on every sheet is one difference that names them all', () => {
  const now = assessed('no', 'yes')
  const [differs] = assessmentAnswer(now, 'ja').findings.filter(({ rule }) => rule === 'checklists/no-against-vendors')
  expect(titles('no', 'yes')).toHaveLength(2)
  expect(differs?.reasons.map((reason) => reason.text).slice(1)).toEqual([
    '例システム株式会社(電子カルテ)は令和8年11月6日に「はい」と答えました。',
    '例システム株式会社(部門システム)は令和8年11月6日に「はい」と答えました。',
  ])
})

test('what a vendor gets of its own no does not hang on the answer of the facility', () => {
  const relation = { viewer: 'vendor:v:1', sees: 'own-records', slices: new Set(['answers', 'sheets'] as const) } as const
  const seen = (own: Answer['answer']) => {
    const { picture, analysis } = assessed(own, 'no')
    return viewFor(relation, picture, analysis.findings)
  }
  expect(seen('yes')).toEqual(seen('no'))
  expect(seen('yes').map((finding) => finding.rule)).toContain('checklists/no')
})
