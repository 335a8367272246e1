import { a, aPicture, ids } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import { applyChanges } from '../change.ts'
import type { Change } from '../change-type.ts'
import { byId, type Picture } from '../picture.ts'
import { afterParting } from './parted.ts'

const [keep, gone] = [ids.asset('d:1'), ids.asset('d:2')]
const [macOfKeep, macOfGone] = ['a4:bb:6d:00:00:01', 'a4:bb:6d:00:00:02']

const merge: Change = { kind: 'merge', slice: 'assets', keep, gone }
const unmerge: Change = { kind: 'unmerge', slice: 'assets', gone }

function after(picture: Picture, ...changes: readonly Change[]): Picture {
  const applied = applyChanges(picture, changes)
  if (applied.kind === 'refused') throw new Error(applied.why)
  return applied.picture
}

/** The picture once the two are parted again, with what follows. */
function parted(merged: Picture): Picture {
  const apart = after(merged, unmerge)
  return after(apart, ...afterParting(merged, apart))
}

const two = aPicture({
  assets: [a.asset({ id: keep, name: '受付PC1', macs: [macOfKeep] }), a.asset({ id: gone, name: '受付PC2', macs: [macOfGone] })],
  claims: [
    a.claim({ id: ids.claim('cl:before-1'), asset: keep, macs: [macOfKeep] }),
    a.claim({ id: ids.claim('cl:before-2'), asset: gone, macs: [macOfGone] }),
  ],
})

const since = (id: string, some: object): Change => ({
  kind: 'add',
  slice: 'claims',
  record: a.claim({ id: ids.claim(id), asset: keep, rule: 'mac', ...some }),
})

test('what was read while two devices were held to be one goes to the one that it is of once they are parted', () => {
  const merged = after(two, merge, since('cl:own', { macs: [macOfKeep] }), since('cl:other', { macs: [macOfGone], room: '3階' }))
  const { slices } = parted(merged)
  expect(byId(slices.claims, 'cl:own')).toMatchObject({ asset: keep })
  expect(byId(slices.claims, 'cl:other')).toMatchObject({ asset: gone, rule: 'mac' })
  expect(byId(slices.assets, gone)).toMatchObject({ room: '3階', macs: [macOfGone] })
  expect(slices.claims.filter(({ id }) => id.startsWith('cl:before')).map(({ asset }) => asset)).toEqual([keep, gone])
})

test('what cannot be told becomes a question between the two', () => {
  const merged = after(two, merge, since('cl:own', { macs: [macOfKeep] }), since('cl:either', { ips: ['10.0.0.9'], macs: undefined }))
  const { slices } = parted(merged)
  expect(byId(slices.claims, 'cl:either')).toMatchObject({ candidates: [keep, gone], rule: 'parted' })
  expect(byId(slices.claims, 'cl:either')).not.toHaveProperty('asset')
})

test('what the one that stayed had from the other goes back with it, and what a person has written since stays', () => {
  const filled: Change = { kind: 'set', slice: 'assets', id: keep, fields: { macs: [macOfKeep, macOfGone], serial: 'S2', note: '窓口' } }
  const start = after(two, { kind: 'set', slice: 'assets', id: gone, fields: { serial: 'S2' } })
  const merged = after(start, merge, filled, since('cl:other', { macs: [macOfGone], os: 'Windows 11' }), {
    kind: 'set',
    slice: 'assets',
    id: keep,
    fields: { os: 'Windows 11', ips: ['10.0.0.1'] },
  })
  const { slices } = parted(merged)
  expect(byId(slices.assets, keep)).toEqual({
    ...a.asset({ id: keep, name: '受付PC1' }),
    macs: [macOfKeep],
    note: '窓口',
    ips: ['10.0.0.1'],
  })
  expect(byId(slices.assets, gone)).toMatchObject({ serial: 'S2', os: 'Windows 11' })
})

test('devices merged one into the other and on into a third are told apart in either order', () => {
  const third = ids.asset('d:3')
  const macOfThird = 'a4:bb:6d:00:00:03'
  const three = after(
    two,
    { kind: 'add', slice: 'assets', record: a.asset({ id: third, macs: [macOfThird] }) },
    { kind: 'add', slice: 'claims', record: a.claim({ id: ids.claim('cl:before-3'), asset: third, macs: [macOfThird] }) },
  )
  const on: Change = { kind: 'merge', slice: 'assets', keep: third, gone: keep }
  const merged = after(three, merge, on, since('cl:late', { asset: third, macs: [macOfGone] }))
  const { slices } = parted(merged)
  expect(byId(slices.claims, 'cl:late')?.asset).toBe(gone)
  expect(byId(slices.claims, 'cl:before-3')?.asset).toBe(third)
  expect(byId(slices.claims, 'cl:before-1')?.asset).toBe(third)
})

test('nothing follows where nothing was read meanwhile, and where nothing was parted', () => {
  const merged = after(two, merge)
  expect(afterParting(merged, after(merged, unmerge))).toEqual([])
  expect(afterParting(two, merged)).toEqual([])
})
