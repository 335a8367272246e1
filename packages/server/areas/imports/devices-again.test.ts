import { routes } from '@mimamori/contract'
import { devicesOf, givenServer, nmapScan as nmap } from '@mimamori/testing'
import { expect, test } from 'vitest'

const { owner } = await givenServer()
const { hospital, read } = devicesOf(owner)

test('a device that two files tell of is one device, although both were looked at before either was registered', async () => {
  const params = await hospital()
  const first = await read(params, '調査1.xml', nmap('2026-11-10', [['192.168.1.99', 'a4:bb:6d:99:00:99', 'kyaku-01']]))
  const second = await read(params, '調査2.xml', nmap('2026-11-11', [['192.168.1.77', 'a4:bb:6d:99:00:99', 'kyaku-01']]))
  expect([first, second].map((one) => one.files[0]?.devices?.new)).toEqual([1, 1])
  for (const { id } of [first, second]) {
    const applied = await owner.ask(routes.applyImport, { params: { ...params, draft: id }, body: {} })
    expect(applied.conflicts).toEqual([])
  }
  const { rows } = await owner.ask(routes.assets, { params })
  expect(rows).toHaveLength(1)
  const { claims } = await owner.ask(routes.asset, { params: { ...params, asset: rows[0]?.id ?? '' } })
  expect(claims.map(({ claim }) => claim.record.file).sort()).toEqual(['調査1.xml', '調査2.xml'])
})
