import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '@mimamori/catalog'
import { analyse, assess, assessmentAnswer, date, type JoinedState, ruleSetFor } from '@mimamori/domain'
import { readFolder } from '@mimamori/formats'
import { describe, expect, test } from 'vitest'
import { assessAnswer } from './answers.ts'

const folder = fileURLToPath(new URL('../../examples/', import.meta.url))
const asOf = date('2026-11-20')
const catalogue = loadCatalogue()
const set = ruleSetFor(catalogue)

async function assessed(example: string) {
  const { picture, problems, skipped } = await readFolder(`${folder}${example}`, { asOf })
  return { ...assess(set, { picture, catalogue, asOf }), problems, skipped }
}

describe.each(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => existsSync(`${folder}${entry.name}/facility.yaml`))
    .map((entry) => entry.name),
)('the example %s', (example) => {
  test('reads without a problem, and no check fails in strict mode', async () => {
    const { picture, problems, skipped } = await assessed(example)
    expect([problems, skipped]).toEqual([[], []])
    expect(analyse(set, { picture, catalogue, asOf }, undefined, { strict: true }).failures).toEqual([])
  })

  test('has every sentence in both languages, without a placeholder left over', async () => {
    const all = await assessed(example)
    for (const lang of ['ja', 'en'] as const) {
      const answer = assessmentAnswer(all, lang)
      assessAnswer.parse(JSON.parse(JSON.stringify({ ...answer, problems: [] })))
      for (const finding of answer.findings) {
        const texts = [finding.title, finding.step, ...finding.reasons.map((reason) => reason.text)]
        for (const text of texts) expect(text, finding.id).toMatch(/^[^{}]+$/)
      }
    }
  })
})

test('the hospital of 180 beds stands as its pictures show it', async () => {
  const { analysis } = await assessed('hospital-180beds')
  const by = (state: JoinedState) => analysis.world.joinedRows.filter((row) => row.state === state).map((row) => row.number)
  expect({ differs: by('differs'), no: by('no'), silent: by('vendor-silent'), empty: by('unanswered') }).toEqual({
    differs: ['2-⑥', '2-⑨'],
    no: ['2-③', '2-⑦', '2-⑩', '2-⑬'],
    silent: ['1-①', '2-②'],
    empty: ['2-⑤', '2-⑪', '2-⑫', '3-②', '3-③', '4-①'],
  })
  expect(analysis.world.sheetsNow.filter((sheet) => sheet.audience === 'vendor')).toHaveLength(11)
})
