import { fileURLToPath } from 'node:url'
import { date, type Observation, type Picture, withObservations } from '@mimamori/domain'
import { madeId, readFolder, readScanFolder } from '@mimamori/formats'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { inventoryAnswer } from './answers.ts'
import { runCommandLine } from './run.ts'

const hospital = fileURLToPath(new URL('../../examples/hospital-180beds', import.meta.url))
const [october, november] = ['2026-10', '2026-11'].map((month) => `${hospital}/scans/${month}`) as [string, string] // two of two

async function inventory(...options: readonly string[]): Promise<z.infer<typeof inventoryAnswer>> {
  let out = ''
  const argv = ['inventory', hospital, ...options, '--as-of', '2026-11-20', '--json']
  const status = await runCommandLine(argv, { out: (text) => (out += text), err: () => undefined, now: () => Date.UTC(2026, 10, 20) })
  expect(status).toBe(0)
  return inventoryAnswer.parse(JSON.parse(out))
}

/** What a walk through the house finds and nobody has ever listed. */
const unlisted = [
  'cam-genkan',
  'cam-yakan',
  'hd-monitor',
  'mfp-w3',
  'mr-yaku',
  'rtx-dokuei',
  'signage-lobby',
  'ts-hosha',
  'us-viewer',
  'watashi-note',
  'wlx-ikyoku',
]

function unlistedOf(names: readonly { readonly name: string }[]): readonly string[] {
  return names.map(({ name }) => name.replace('.mimamori.example', '')).toSorted()
}

describe('the register of the hospital and the scans of two months', () => {
  test('name every device once, say why, and show the eleven that nobody listed', async () => {
    const { assets, conflicts, files } = await inventory()
    expect(unlistedOf(assets.filter((asset) => !asset.listed))).toEqual(unlisted)
    expect(assets).toHaveLength(286)
    const macs = assets.flatMap((asset) => [...new Set(asset.addresses.flatMap(({ mac }) => mac ?? []))])
    expect(macs.length).toBe(new Set(macs).size)
    expect(files).toHaveLength(24)
    for (const { id, identity, claims } of assets) {
      expect([id, identity.reason]).toEqual([id, expect.stringMatching(/^[^:]+。$/)])
      expect(claims.length, id).toBeGreaterThan(0)
    }
    expect(conflicts.map(({ rule, assets: between }) => `${rule} ${between.join(' ')}`)).toEqual([
      'mac-weak-alone d:kango',
      'ip-alone d:ct',
    ])
  })

  test('tell in plain words what came, went, moved and changed within a month', async () => {
    const { assets, drift } = await inventory('--before', october, '--after', november)
    expect(unlistedOf(assets.filter((asset) => !asset.listed))).toEqual(unlisted)
    const told = (part: 'added' | 'gone' | 'moved' | 'changed') => drift?.[part].map(({ name, text }) => `${name}:${text}`).toSorted()
    expect(told('added')).toEqual([
      '予備ノート1:新しく見つかりました。',
      '予備ノート2:新しく見つかりました。',
      '超音波装置 2:新しく見つかりました。',
    ])
    expect(told('gone')).toEqual([
      '4階病棟PC 18:前は見えていましたが、今回は見えません。',
      'watashi-note:前は見えていましたが、今回は見えません。',
      '医事課PC 05:前は見えていましたが、今回は見えません。',
    ])
    expect(told('moved')).toEqual([
      'cam-yakan:つながる先が、sw-office port1.0.43からsw-office port1.0.45に変わりました。',
      '健診センターPC 03:設置場所が、1階健診センターから1階外来 第2診察室に変わりました。',
      '外来PC 07:つながる先が、sw-1f-a port1.0.7からsw-2f port1.0.48に変わりました。',
      '総務課PC 04:ネットワークが、192.168.18.0から10.18.20.0に変わりました。',
    ])
    expect(told('changed')).toEqual([
      'ts-hosha.mimamori.example:窓口(ポート)8080/tcpが、新しく開きました。',
      'インターネット境界ファイアウォール:ファームウェアが、7.2.8から7.2.11に変わりました。',
      '医事課PC 10:OSが、Windows 10 Pro 10.0 (19045)からWindows 11 Pro 10.0 (22631)に変わりました。',
      '医事課複合機:IPアドレスが、10.18.20.201から10.18.20.211に変わりました。',
      '検査サーバ:窓口(ポート)3389/tcpが、新しく開きました。',
      '画像サーバ:ソフトの版が、nginx 1.18.0からnginx 1.24.0に変わりました。',
      '総務課PC 04:IPアドレスが、192.168.18.13から10.18.20.200に変わりました。',
    ])
  })

  test('hold no password in any answer', async () => {
    const answer = JSON.stringify(await inventory('--before', october, '--after', november))
    expect(answer).not.toMatch(/SH2examplex|ExampleOnly0000|利用者\d/)
  })
})

describe('files taken in one after the other', () => {
  const asOf = date('2026-11-20')
  const takenIn = (picture: Picture, observations: readonly Observation[]) =>
    withObservations(picture, observations, (slice, key) => madeId(slice, picture.facility, key)).picture

  test.each([
    ['by name', (names: readonly string[]) => names.toSorted()],
    ['from the last', (names: readonly string[]) => names.toSorted().reverse()],
    ['from the middle', (names: readonly string[]) => [...names.slice(5), ...names.slice(0, 5)]],
  ])('show the same eleven, %s', async (_, order) => {
    const { scans } = await readScanFolder(october)
    let { picture } = await readFolder(hospital, { asOf })
    for (const name of order(scans.map(({ file }) => file)))
      picture = takenIn(picture, scans.find(({ file }) => file === name)?.observations ?? [])
    const found = picture.slices.assets.filter((asset) => asset.unlisted)
    expect(found.map(({ hostNames, name }) => hostNames?.[0]?.replace('.mimamori.example', '') ?? name).toSorted()).toEqual(unlisted)
  })
})
