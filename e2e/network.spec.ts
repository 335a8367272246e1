import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { testOnOwnSite } from './support/own-site.ts'
import { readScans } from './support/scans.ts'
import { expect, open } from './support/test.ts'

const test = testOnOwnSite({ day: '2026-11-20T01:00:00Z' })
test.describe.configure({ mode: 'serial' })

const way = '来訪者用Wi-Fiから診療の網まで届く道'
const side = (page: Page) => page.getByRole('region', { name: way })

test('the map is made of the example and its scans, names the entrances, and shows the visitors’ Wi-Fi hop by hop with the link to cut', async ({
  own: { page, at },
}) => {
  test.setTimeout(240_000)
  await readScans(page, at('import?as=devices'), '2026-11')
  await open(page, at('network'))
  await expect(page.locator('.page-head')).toContainText(/機器 \d+台・出入口 6か所・確かめた日 11月20日/)
  const steps = side(page).getByRole('listitem')
  await expect(steps).toHaveText([
    /来訪者用Wi-Fi/,
    /来訪者用Wi-Fi 3階の親機/,
    /ここを外す この線1本で閉じます.*ハブ.*台帳にない/,
    /診療の網/,
  ])
  await expect(page.getByRole('group', { name: 'ネットワークの地図' })).toBeVisible()
  await expect(page.locator('.map-lit .over')).not.toHaveCount(0)
  await expect(page.locator('.map-mark.cut')).toBeVisible()
  await expect(page.getByRole('button', { name: /インターネット境界ファイアウォール/ })).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
})

test('tried without the link, the red vanishes, ways and findings go, and nothing is stored when it is thrown away', async ({
  own: { page },
}) => {
  await page.getByRole('button', { name: '外したらどうなるか試す' }).click()
  const result = page.getByRole('region', { name: '試した結果' })
  await expect(page.locator('.map-lit .over')).toHaveCount(0)
  await expect(page.locator('.map-line.cut')).toHaveCount(1)
  await expect(result.getByRole('heading', { name: /^閉じる道/ })).toBeVisible()
  await expect(result.getByRole('heading', { name: /^なくなる気づき/ })).toBeVisible()
  await expect(result.getByRole('row', { name: /^保守用の閉域網/ })).toHaveText(/区画 5\s*区画 4/)
  await expect(result.getByRole('row', { name: /^届く機器/ })).toHaveText(/機器 \d\d\d台\s*機器 0台/)
  expect(await brokenRules(page)).toEqual([])
  await page.getByRole('button', { name: 'やめる' }).click()
  await expect(page.locator('.map-lit .over')).not.toHaveCount(0)
  await expect(side(page)).toBeVisible()
})

test('whoever leaves while something is tried is warned, and may stay', async ({ own: { page } }) => {
  await page.getByRole('button', { name: '外したらどうなるか試す' }).click()
  await page.getByRole('link', { name: '気づき' }).first().click()
  await expect(page.getByRole('alert')).toContainText('試した内容は、離れると残りません。')
  await page.getByRole('button', { name: 'この画面に残る' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ネットワーク')
  await expect(page.getByRole('region', { name: '試した結果' })).toBeVisible()
})

test('kept, it is one change: the way is gone from the map, and one press brings it back', async ({ own: { page } }) => {
  await page.getByRole('button', { name: 'この形にする' }).click()
  await expect(page.getByText('試した1件を記録しました。')).toBeVisible()
  await expect(side(page)).toHaveCount(0)
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(side(page)).toBeVisible()
})

test('a way of maintenance is given up in a try: its entrance goes, and the map names it in place of a link', async ({
  own: { page, at },
}) => {
  const dialysis = '透析の遠隔保守から診療の網まで届く道'
  await page.getByRole('button', { name: dialysis }).click()
  const shown = page.getByRole('region', { name: dialysis })
  await expect(shown.getByText('「透析の遠隔保守」を廃止する これだけで閉じます')).toBeVisible()
  await shown.getByRole('button', { name: '外したらどうなるか試す' }).click()
  const result = page.getByRole('region', { name: '試した結果' })
  await expect(result.getByRole('row', { name: /^透析の遠隔保守/ })).toContainText('なくなる')
  await expect(result.getByRole('row', { name: /^届く機器/ })).toContainText('なくなる')
  await page.getByRole('button', { name: '「「透析の遠隔保守」を廃止する」を取り消す' }).click()
  await expect(page.getByText('まだ使うときは、廃止する代わりに')).toBeVisible()
  await page.getByRole('button', { name: 'やめる', exact: true }).click()
  await expect(shown).toBeVisible()
  await open(page, at('network'))
})

test('a link on which somebody puts a filter is tried the same way', async ({ own: { page } }) => {
  await page.getByRole('button', { name: '線を動かして試す' }).click()
  await page.getByRole('button', { name: /^来訪者用Wi-Fi\(/ }).press('Enter')
  const card = page.locator('.point-card')
  await card.getByRole('button', { name: '来訪者用Wi-Fi 3階の親機' }).click()
  await page.getByLabel('分ける設定を試す').selectOption('filter')
  await expect(page.getByRole('region', { name: '試した結果' }).getByRole('heading', { name: /^閉じる道/ })).toBeVisible()
  await page.getByRole('button', { name: 'やめる' }).click()
})

test('the map is walked by the keyboard alone: arrows along links, Enter opens, P the next way, Esc closes', async ({ own: { page } }) => {
  await page.getByRole('button', { name: /インターネット境界ファイアウォール/ }).focus()
  const before = await page.evaluate(() => document.activeElement?.getAttribute('data-id'))
  await page.keyboard.press('ArrowDown')
  const after = await page.evaluate(() => document.activeElement?.getAttribute('data-id'))
  expect(after).not.toBe(before)
  await page.keyboard.press('Enter')
  await expect(page.locator('.point-card')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.point-card')).toHaveCount(0)
  await page.keyboard.press('p')
  await expect(side(page)).toHaveCount(0)
  await expect(page.getByRole('region', { name: /^来訪者用Wi-Fiから.*まで届く道$/ })).toBeVisible()
})

test('a zone is moved by M and the arrows, stays there, and goes back', async ({ own: { page } }) => {
  const zone = page.getByRole('button', { name: /^事務の網\(/ })
  const at = async () => Number(await zone.getAttribute('x'))
  const before = await at()
  await zone.focus()
  for (const key of ['m', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByText('場所を覚えました。')).toBeVisible()
  await expect.poll(at).toBe(before + 32)
  await zone.press('Enter')
  await page.getByRole('button', { name: '元の場所に戻す' }).click()
  await expect(page.getByText('元の場所に戻しました。')).toBeVisible()
})

test('the finding of the way shows it hop by hop and leads to the map, where it is lit', async ({ own: { page, at } }) => {
  await open(page, at('network'))
  await side(page).getByRole('link', { name: 'この気づきを開く' }).click()
  const steps = page.getByRole('heading', { name: '道すじ' }).locator('..')
  await expect(steps.getByText('ここを外す')).toBeVisible()
  await expect(steps.getByRole('link', { name: /依頼文を作る$/ })).toBeVisible()
  await page.getByRole('link', { name: '地図で見る' }).click()
  await expect(page).toHaveURL(/network\?finding=/)
  await expect(side(page)).toBeVisible()
})

test('the table holds the same facts', async ({ own: { page, at } }) => {
  await open(page, at('network?show=table'))
  const entrances = page.getByRole('table', { name: /^外とつながる所の一覧/ })
  await expect(entrances.getByRole('row')).toHaveCount(7)
  await expect(entrances).toContainText('保守用VPNルータ')
  await expect(page.getByRole('table', { name: /^届いてはいけないのに届く道/ })).toContainText('来訪者用Wi-Fi')
  await page.getByText('診療の網', { exact: true }).locator('visible=true').last().click()
  expect(await brokenRules(page)).toEqual([])
})

test('on a phone the way comes first, and the drawing is behind a tab', async ({ own: { page, at } }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, at('network'))
  await expect(page.getByRole('button', { name: '道すじ' })).toHaveAttribute('aria-pressed', 'true')
  await expect(side(page).getByText('ここを外す')).toBeVisible()
  await page.getByRole('button', { name: '地図', exact: true }).click()
  await expect(page.locator('.map-drawing')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('the map comes on A3 across, and as a drawing, for draw.io and as a picture', async ({ own: { page, at } }) => {
  await open(page, at('network'))
  const paper = await fileOf(page, '印刷(A3)')
  expect(paper.toString('latin1')).toMatch(/\/MediaBox ?\[ ?0 0 1190\.\d+ 841\.\d+ ?\]/)
  await page.getByText('ファイルに出す').click()
  for (const [name, starts] of [
    ['図(SVG)', '<svg'],
    ['draw.io', '<mxfile'],
    ['画像(PNG)', '\x89PNG'],
  ] as const)
    expect((await fileOf(page, name)).subarray(0, 200).toString('latin1')).toContain(starts)
})

async function fileOf(page: Page, button: string): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  return readFile(await (await coming).path())
}

test('a drawing of draw.io is shown first, and what is chosen of it is taken over with one way back', async ({ own: { page, at } }) => {
  await open(page, at('network'))
  await page.getByText('ファイルに出す').click()
  const drawing = await fileOf(page, 'draw.io')
  await page.getByLabel('図のファイル(.drawio)').setInputFiles({ name: '構成図.drawio', mimeType: 'application/xml', buffer: drawing })
  await expect(page.getByLabel(/^図の場所に置く/)).toBeChecked()
  await page.getByRole('button', { name: '選んだものを取り込む' }).click()
  await expect(page.getByText(/^図から\d+件を取り込みました。/)).toBeVisible()
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(page.getByText(/^図から\d+件を取り込みました。/)).toHaveCount(0)
})

test('where no zone is known yet, the map says that nothing was checked, and asks for the zones first', async ({ own: { page, at } }) => {
  const api = at('').replace(/\/f\/.*$/, '/api/v1/facilities')
  const made = await page.request.post(api, { data: { name: '例の診療所' }, headers: { origin: new URL(api).origin } })
  const { facility } = (await made.json()) as { facility: string } // as the contract says
  const there = at('network').replace(/\/f\/[^/]+\//, `/f/${encodeURIComponent(facility)}/`)
  await open(page, there)
  await expect(page.getByText('地図にするものが、まだありません。')).toBeVisible()
  await open(page, there.replace('network', 'assets'))
  await page.getByLabel('機器を加える(名前)').fill('受付PC')
  await page.getByRole('button', { name: '加える', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('受付PC')
  await open(page, `${there}?show=table`)
  await expect(page.getByText('区画がまだ書かれていないため、届く道を確かめられません。')).toBeVisible()
  await open(page, there)
  await page.getByRole('checkbox', { name: '診療の区画' }).check()
  await page.getByRole('button', { name: '選んだ区画を地図に置く' }).click()
  await expect(page.getByText('区画を1個加えました。')).toBeVisible()
  await expect(page.getByRole('button', { name: /^診療の区画\(/ })).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
})
