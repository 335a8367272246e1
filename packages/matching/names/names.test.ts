import { type AssetId, entityId, type InstalledProduct, type KnownProduct } from '@mimamori/domain'
import { shipped } from '@mimamori/testing/rules'
import { expect, test } from 'vitest'
import type { ProductReference } from '../advisory.ts'
import { productBook } from './book.ts'
import { productKeysOf, productsOf } from './keys.ts'
import { plainVendor } from './plain.ts'

const book = productBook(shipped<KnownProduct>('known-products'), [{ id: '4711', vendor: 'フォーティネット', product: 'FortiOS' }])

const keysOf = (reference: ProductReference) => productKeysOf(reference, book).map(({ key, by }) => `${key} by ${by}`)

function installedAs(product: Partial<InstalledProduct> & { readonly name: string }): readonly string[] {
  const whole: InstalledProduct = {
    id: 'p:1',
    asset: entityId<AssetId>('d:1'),
    line: '',
    role: 'program',
    knownBy: 'hand',
    facts: [],
    ...product,
  }
  return productsOf(whole, book).map(({ key }) => key)
}

test('kinds of companies, case, blanks and full-width letters do not make another maker', () => {
  for (const maker of ['ELECOM CO.,LTD.', 'Elecom', 'elecom', 'ELECOM', 'エレコム株式会社'])
    expect(keysOf({ vendor: maker, product: 'WRC-2533GST2' })).toEqual(['elecom:wrc2533gst2 by name'])
  expect(plainVendor('Sky株式会社')).toBe(plainVendor('Sky Co., LTD.'))
  expect(plainVendor('株式会社')).toBe('株式会社')
})

test('a product is the same by its CPE name, its names in a feed and its number at JVN', () => {
  expect(keysOf({ cpe: 'cpe:2.3:o:fortinet:fortios:*:*:*:*:*:*:*:*' })).toEqual(['fortinet:fortios by cpe'])
  expect(keysOf({ vendor: 'Fortinet', product: 'Fortinet FortiOS' })).toEqual(['fortinet:fortios by alias'])
  expect(keysOf({ jvnProduct: '4711' })).toEqual(['fortinet:fortios by alias'])
  expect(keysOf({ cpe: 'cpe:2.3:a:pulsesecure:pulse_connect_secure:*:*:*:*:*:*:*:*' })).toEqual(['ivanti:connect_secure by cpe'])
})

test('one record with five habits of spelling means the models that it means', () => {
  const spellings = ['o:nec:aterm_wx3000hp_firmware', 'h:nec:aterm_wx3000hp', 'o:nec:atermwx3000hp', 'o:nec:aterm-wx3000hp_firmware']
  for (const cpe of spellings) expect(keysOf({ cpe: `cpe:2.3:${cpe}:*:*:*:*:*:*:*:*` })).toEqual(['nec:atermwx3000hp by cpe'])
  expect(keysOf({ vendor: '日本電気', product: 'Aterm WX3000HP ファームウェア' })).toEqual(['nec:atermwx3000hp by name'])
  expect(installedAs({ name: 'Aterm WX3000HP', vendor: 'NECプラットフォームズ株式会社', role: 'firmware' })).toEqual(['nec:atermwx3000hp'])
})

test('a model is the firmware that it runs, and itself', () => {
  expect(installedAs({ name: 'FortiGate-60F', vendor: 'Fortinet', role: 'firmware' })).toEqual([
    'fortinet:fortios',
    'fortinet:fortigate60f',
  ])
  expect(installedAs({ name: 'FortiGate 60F', role: 'firmware' })).toEqual(['fortinet:fortios', 'fortinet:fortigate60f'])
  expect(installedAs({ name: 'ヤマハ RTX1210', vendor: 'ヤマハ', role: 'firmware' })).toEqual(['yamaha:rtx1210'])
  expect(keysOf({ cpe: 'cpe:2.3:o:yamaha:rtx1210_firmware:*:*:*:*:*:*:*:*' })).toEqual(['yamaha:rtx1210 by cpe'])
  expect(installedAs({ name: 'PA-220', vendor: 'Palo Alto Networks', role: 'firmware' })).toContain('paloaltonetworks:pan-os')
})

test('a name that others use too means nothing without its maker', () => {
  for (const name of ['IOS', 'Gateway', 'Firewall', 'Router', 'Tools', 'Office']) expect(installedAs({ name })).toEqual([])
  expect(keysOf({ product: 'Gateway' })).toEqual([])
  expect(installedAs({ name: 'IOS', vendor: 'Cisco Systems' })).toEqual(['cisco:ios'])
  expect(installedAs({ name: 'iOS', vendor: 'Apple' })).toEqual(['apple:ios'])
  expect(keysOf({ vendor: 'n/a', product: 'n/a' })).toEqual([])
})

test('the list of programs of a PC is understood with its versions, brackets and makers in the name', () => {
  expect(installedAs({ name: '7-Zip 23.01 (x64)' })).toEqual(['7-zip:7-zip'])
  expect(installedAs({ name: 'Mozilla Firefox (x64 ja)', vendor: 'Mozilla' })).toEqual(['mozilla:firefox'])
  expect(installedAs({ name: 'SKYSEA Client View' })).toEqual(['skygroup:skysea_client_view'])
})

test('a release of Windows is told by its name or by its version, and may be any where neither tells it', () => {
  expect(installedAs({ name: 'Windows 10 Pro 22H2', role: 'os' })).toEqual(['microsoft:windows_10_22h2'])
  expect(installedAs({ name: 'Microsoft Windows 10 Pro', version: '10.0.19045.3448', role: 'os' })).toContain('microsoft:windows_10_22h2')
  expect(installedAs({ name: 'Windows 10 Pro', version: '10.0.19045.3448', role: 'os' })).not.toContain('microsoft:windows_10_21h2')
  expect(installedAs({ name: 'Windows 11 Pro', role: 'os' })).toContain('microsoft:windows_11_23h2')
  expect(keysOf({ vendor: 'Microsoft', product: 'Windows Server 2019 (Server Core installation)' })).toEqual([
    'microsoft:windows_server_2019 by alias',
  ])
})

test('names of any length and any signs are read in a moment', () => {
  const long = `${'ab-'.repeat(100_000)}(((((${'\\:'.repeat(1000)}`
  expect(installedAs({ name: long, vendor: long, cpe: `cpe:2.3:${long}` }).length).toBeLessThan(3)
})
