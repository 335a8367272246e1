import { loadCatalogue } from '@mimamori/catalog'
import { addDays, analyse, applyChange, date, type Picture, ruleSetFor, trackFindings } from '@mimamori/domain'
import { arbitraryChange, startPicture } from '@mimamori/testing/rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Kept } from '../kept.ts'
import { linesOf } from './finding-line.ts'

const catalogue = loadCatalogue()
const rules = ruleSetFor(catalogue)
const today = date('2026-11-20')

type Now = Pick<Kept, 'picture' | 'catalogue' | 'asOf' | 'analysis' | 'tracked'>

/** A look at a picture; `before` spares what did not change. */
function look(picture: Picture, asOf: Kept['asOf'], before?: Now): Now {
  const analysis = analyse(rules, { picture, catalogue, asOf }, before?.analysis)
  const tracked = trackFindings({ picture, analysis, catalogue, asOf }, picture.slices.register, before)
  const slices = { ...picture.slices, register: tracked.map(({ row }) => row) }
  return { picture: { ...picture, slices }, catalogue, asOf, analysis, tracked }
}

test('after any changes the lines beside those of the look before are the lines from scratch', () => {
  fc.assert(
    fc.property(fc.array(arbitraryChange, { minLength: 1, maxLength: 25 }), (changes) => {
      let now = look(startPicture(), today)
      let lines = linesOf(now)
      for (const [at, change] of changes.entries()) {
        const result = applyChange(now.picture, change)
        const next = look(result.kind === 'applied' ? result.picture : now.picture, addDays(today, at > 20 ? 1 : 0), now)
        const older = lines
        lines = linesOf(next, { ...now, lines: older })
        expect(lines).toEqual(linesOf(next, undefined, older))
        now = next
      }
    }),
    { numRuns: 60 },
  )
})

test('a change of one name leaves the lines of all others as they are', () => {
  const before = look(startPicture(), today)
  const lines = linesOf(before)
  const result = applyChange(before.picture, { kind: 'set', slice: 'vendors', id: 'v:1', fields: { name: '改名システム株式会社' } })
  if (result.kind === 'refused') throw new Error(result.why)
  const after = linesOf(look(result.picture, today, before), { ...before, lines })
  const renamed = after.filter((line) => JSON.stringify(line).includes('改名システム株式会社'))
  expect(renamed.length).toBeGreaterThan(0)
  expect(after.filter((line) => !lines.includes(line))).toEqual(renamed)
})
