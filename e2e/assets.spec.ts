import { join } from 'node:path'
import { testOnOwnSite } from './support/own-site.ts'
import { readScans, scans } from './support/scans.ts'
import { expect, open } from './support/test.ts'

const test = testOnOwnSite({ day: '2026-10-20T01:00:00Z' })
test.describe.configure({ mode: 'serial' })

test('many devices are given a room at once, and it is taken back in one press', async ({ own: { page, at } }) => {
  await open(page, at('assets'))
  await page.getByLabel('名前・番号・場所で探す').fill('医事課PC')
  await expect(page.getByRole('status').filter({ hasText: '台のうち' })).not.toContainText('275台のうち275台')
  await page.getByRole('checkbox', { name: '「医事課PC 01」を選ぶ' }).check()
  await page.getByRole('button', { name: /^条件に合う\d+台をすべて選ぶ$/ }).click()
  await page.getByLabel('設置場所').last().fill('新館1階')
  await page.getByRole('button', { name: /^\d+台に書く$/ }).click()
  const row = page.getByRole('row').filter({ hasText: '医事課PC 01' })
  await expect(row).toContainText('新館1階')
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(row).not.toContainText('新館1階')
})

test('the list is walked by the arrow keys, and a device opened by Enter', async ({ own: { page, at } }) => {
  await open(page, at('assets?text=医事課PC'))
  await page.getByRole('link', { name: '医事課PC 01' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('link', { name: '医事課PC 02' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('医事課PC 02')
})

test('scans show what they would bring, and then eleven devices that nobody listed', async ({ own: { page, at } }) => {
  test.setTimeout(240_000)
  await open(page, at('import?as=devices'))
  await page.getByLabel('ファイルを選ぶか').setInputFiles(join(scans, '2026-10', 'nmap-medical.xml'))
  const card = page.getByRole('article').filter({ hasText: 'nmap-medical.xml' })
  await expect(card.getByText('新しく見つかった機器の記録')).toBeVisible()
  await card.getByRole('button', { name: 'このファイルは使わない' }).click()
  await readScans(page, at('import?as=devices'), '2026-10')
  await open(page, at('unlisted'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台帳にない機器(11台)')
})

test('a record that only a person can place is placed by keys', async ({ own: { page, at } }) => {
  await open(page, at('asset-conflicts'))
  await expect(page.getByText(/^あと\d+件$/)).toBeVisible()
  const left = Number((await page.getByText(/^あと\d+件$/).textContent())?.replace(/\D/g, ''))
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('1')
  await expect(page.getByText(/の記録にしました。$/).first()).toBeVisible()
  for (let more = left - 1; more > 0; more--) {
    await expect(page.getByText(`あと${more}件`)).toBeVisible()
    await page.keyboard.press('1')
  }
  await expect(page.getByText('確かめるものは、いまありません。')).toBeVisible()
})

test('a wrong merge is undone without losing its task', async ({ own: { page, at } }) => {
  await open(page, at('unlisted'))
  await page.getByRole('link', { name: 'signage-lobby' }).click()
  await page.getByRole('link', { name: /台帳にありません/ }).click()
  await page.getByRole('link', { name: 'やることにする' }).click()
  await page.getByLabel('やること', { exact: true }).fill('ロビーの機器を確かめる')
  await page.getByRole('button', { name: 'やることにする' }).click()
  await expect(page.getByRole('heading', { name: 'ロビーの機器を確かめる' })).toBeVisible()

  await open(page, at('unlisted'))
  await page.getByRole('button', { name: '「signage-lobby」は台帳にある機器と同じ' }).click()
  await page.getByLabel('「signage-lobby」と同じ機器を探してください').fill('医事課PC 01')
  await page.getByRole('button', { name: '医事課PC 01' }).click()
  await page.getByRole('button', { name: '1台にまとめる' }).click()
  await expect(page.getByText('「signage-lobby」を「医事課PC 01」にまとめました。')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台帳にない機器(10台)')

  await open(page, at('assets?text=医事課PC 01'))
  await page.getByRole('link', { name: '医事課PC 01' }).click()
  await page.getByRole('button', { name: '「signage-lobby」を別の機器に戻す' }).click()
  await expect(page.getByRole('button', { name: '「signage-lobby」を別の機器に戻す' })).toHaveCount(0)
  await open(page, at('unlisted'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台帳にない機器(11台)')
  await page.getByRole('link', { name: 'signage-lobby' }).click()
  await expect(page.getByRole('link', { name: 'ロビーの機器を確かめる' })).toBeVisible()
})

test('a device is taken into the register under the name of the house', async ({ own: { page, at } }) => {
  await open(page, at('unlisted'))
  await page.getByRole('button', { name: '「cam-genkan」を台帳に登録する' }).click()
  await page.getByLabel('機器の名前').fill('玄関のカメラ')
  await page.getByLabel('種類').selectOption('camera')
  await page.getByLabel('設置場所').fill('1階玄関')
  await page.getByRole('button', { name: '台帳に登録する', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台帳にない機器(10台)')
  await open(page, at('assets?text=玄関のカメラ'))
  await expect(page.getByRole('row').filter({ hasText: '玄関のカメラ' })).toContainText('1階玄関')
})

test('a device that is not ours leaves the list with its reason, and comes back in one press', async ({ own: { page, at } }) => {
  await open(page, at('unlisted'))
  await page.getByRole('button', { name: '「watashi-note」を一覧から外す' }).click()
  await page.getByRole('button', { name: '当施設の機器ではない' }).click()
  await page.getByRole('button', { name: '1台を外す' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台帳にない機器(9台)')
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台帳にない機器(10台)')
})

test('remote maintenance is noted as switched on with one press, by whoever presses', async ({ own: { page, at } }) => {
  await open(page, at('register/remotePaths'))
  const card = page.locator('details').filter({ hasText: '画像の遠隔保守' })
  await card.getByRole('strong').first().click()
  await card.getByRole('button', { name: 'いま入れた' }).click()
  await expect(card.getByText('いまは「入」です。')).toBeVisible()
  await expect(card.locator('.log li').first()).toContainText('見本 花子')
})

test('a line is added with what it cannot be without, and the rest on its own form', async ({ own: { page, at } }) => {
  await open(page, at('register/lines'))
  const form = page.getByRole('form', { name: '回線を加える' })
  await form.getByRole('button', { name: '加える' }).click()
  await expect(form.getByText('ここを書いてください。')).toHaveCount(2)
  await form.getByLabel('名前').fill('検査会社の回線')
  await form.getByLabel('種類').selectOption('mobile')
  await form.getByRole('button', { name: '加える' }).click()
  const card = page.locator('details').filter({ hasText: '検査会社の回線' })
  await card.getByLabel('つながる機器').fill('保守用')
  await card.getByRole('button', { name: '保守用VPNルータ' }).click()
  await expect(card.locator('.chosen-devices')).toContainText('保守用VPNルータ')
})

test('the register suggests an answer, and a person confirms it with the register as evidence', async ({ own: { page, at } }) => {
  await open(page, at('checklist?mode=one&item=r7:2-01'))
  const suggested = page.getByRole('region', { name: '登録した内容から分かること' })
  await expect(suggested).toContainText('見つかったのに台帳にない機器が、10台あります。')
  await suggested.getByRole('button', { name: '確かめたので「いいえ」と答える' }).click()
  await expect(suggested).toContainText('登録した内容から見ても「いいえ」です。')
  await expect(page.getByText(/^根拠資料/).first()).toBeVisible()
})

test('a month later the second scans tell in plain words what came, went, moved and changed', async ({ own: { page, at, moveTo } }) => {
  test.setTimeout(240_000)
  await moveTo('2026-11-20T01:00:00Z')
  await readScans(page, at('import?as=devices'), '2026-11')
  await open(page, at('asset-drift'))
  for (const what of ['新しく見えた機器', '見えなくなった機器', '移った機器', '変わったところのある機器'])
    await expect(page.getByRole('heading', { name: what })).toBeVisible()
  await expect(page.getByText(/^つながる先が、/).first()).toBeVisible()
})
