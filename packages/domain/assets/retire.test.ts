import { a, aPicture, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { date } from '../calendar.ts'
import { applyChanges } from '../change.ts'
import { retireAsset } from './retire.ts'

const asset = ids.asset('d:1')
const other = ids.asset('d:2')
const said = { asset, on: date('2026-11-20'), by: '見本 花子', why: '廃棄した' }

test('a device that leaves takes its claims and programs along, nothing names it any more, and undoing brings all of it back', () => {
  const picture = aPicture({
    assets: [a.asset(), a.asset({ id: other })],
    claims: [a.claim(), a.claim({ id: ids.claim('cl:2'), asset: other, candidates: [asset, other] })],
    software: [a.software()],
    remotePaths: [a.remotePath({ assets: [asset, other] })],
    lines: [a.line({ device: asset })],
  })
  const left = applyChanges(picture, retireAsset(picture.slices, said))
  if (left.kind !== 'applied') throw new Error(left.why)
  const { slices } = left.picture
  expect(slices.assets.map(({ id }) => id)).toEqual([other])
  expect(slices.claims).toMatchObject([{ id: 'cl:2', candidates: [other] }])
  expect(slices.software).toEqual([])
  expect(slices.remotePaths).toMatchObject([{ assets: [other] }])
  expect(slices.lines[0]).not.toHaveProperty('device')
  expect(slices.retired).toMatchObject([{ id: 'assets:d:1', why: '廃棄した', by: '見本 花子' }])
  const back = applyChanges(left.picture, left.undo)
  expect(back.kind === 'applied' && back.picture.slices).toEqual(picture.slices)
})
