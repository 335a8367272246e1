import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExceedancePoint } from '../loss/result.ts'
import { boxOf, type ChartWords, lossLabels, overlaps } from './labels.ts'
import { lossChart } from './loss-chart.ts'

const words: ChartWords = {
  letters: 13,
  now: 'いまのまま',
  planned: 'この計画のあと',
  once: (years) => `${years}年に1度`,
  yen: (yen) =>
    yen >= 100_000_000 ? `${Number((yen / 100_000_000).toPrecision(2))}億円` : `${Math.round(yen / 10_000).toLocaleString('en-US')}万円`,
}

const wide = { width: 560, height: 270, left: 40, right: 10, top: 10, bottom: 46 }
const narrow = { width: 330, height: 250, left: 40, right: 6, top: 8, bottom: 46 }
const paper = { width: 304, height: 216, left: 40, right: 8, top: 14, bottom: 44 }

/** A hospital whose plan takes little of the large events: both marks and both lines lie close together. */
const near: readonly ExceedancePoint[] = [
  { lossYen: 0, probability: 0.6 },
  { lossYen: 3_700_000, probability: 0.1 },
  { lossYen: 6_600_000, probability: 0.05 },
  { lossYen: 12_000_000, probability: 0.03 },
  { lossYen: 240_000_000, probability: 0.021 },
  { lossYen: 300_000_000, probability: 0.01 },
  { lossYen: 370_000_000, probability: 0.002 },
  { lossYen: 500_000_000, probability: 0.0002 },
]

function labelsOf(now: readonly ExceedancePoint[], planned: readonly ExceedancePoint[], room: typeof wide) {
  const chart = lossChart({ now, planned }, room)
  return chart ? lossLabels(chart, room, words) : []
}

test.each([
  ['on a wide screen', wide],
  ['on a phone', narrow],
  ['on the page for the board', paper],
])('no word lies upon another, and both lines and both amounts are told: %s', (_, room) => {
  const planned = near.map(({ lossYen, probability }) => ({ lossYen: lossYen * 0.93, probability: probability * 0.75 }))
  const labels = labelsOf(near, planned, room)
  expect(labels.map(({ of }) => of)).toEqual(expect.arrayContaining(['now', 'planned', 'markNow', 'markPlanned']))
  const once = labels.filter(({ of }) => of === 'once').map(({ text }) => text)
  expect(once).toEqual(expect.arrayContaining(['10年に1度', '100年に1度']))
})

test('whatever the two curves, no word lies upon another or upon the axis, and none leaves the drawing', () => {
  const share = fc.double({ min: 0.05, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      share,
      share,
      fc.double({ min: 4, max: 9, noNaN: true }),
      fc.constantFrom(wide, narrow, paper),
      (loss, chance, power, room) => {
        const now = near.map(({ lossYen, probability }) => ({ lossYen: (lossYen / 3e8) * 10 ** power, probability }))
        const planned = now.map(({ lossYen, probability }) => ({ lossYen: lossYen * loss, probability: probability * chance }))
        const boxes = labelsOf(now, planned, room).map((label) => boxOf(label, words.letters))
        expect(boxes.length).toBeGreaterThan(6)
        const floor = room.height - room.bottom
        for (const [n, box] of boxes.entries()) {
          expect(box.right <= room.left || box.top >= floor || box.bottom <= floor).toBe(true)
          expect([box.left >= 0, box.right <= room.width, box.top >= 0, box.bottom <= room.height]).toEqual([true, true, true, true])
          for (const other of boxes.slice(n + 1)) expect(overlaps(box, other)).toBe(false)
        }
      },
    ),
    { numRuns: 300 },
  )
})
