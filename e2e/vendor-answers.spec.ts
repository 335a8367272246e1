import { expect, type Page, request } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { testOnOwnSite } from './support/own-site.ts'
import { listen, open } from './support/test.ts'
import { facilityOf, invitedVendor } from './support/vendor.ts'

const test = testOnOwnSite()
test.describe.configure({ mode: 'serial', timeout: 180_000 })

/** Everything that a screen must hold to, at once. */
async function sound(page: Page): Promise<void> {
  expect(await brokenRules(page)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.setViewportSize(size ?? { width: 1280, height: 800 })
}

async function inEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click()
  await sound(page)
  await page.getByRole('button', { name: '日本語' }).click()
}

async function stored(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
}

test('a vendor with an account answers its sheet, hands it in and keeps the receipt', async ({ own, browser }) => {
  const facility = await facilityOf(own.page, own.at)
  const line = facility.sheets.find((one) => one.state === 'waiting')
  expect(line).toBeDefined()
  const api = await request.newContext()
  if (line) await invitedVendor(api, facility, line)
  const context = await browser.newContext({ storageState: await api.storageState(), viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const complaints = listen(page)
  await open(page, facility.origin)
  await expect(page.getByRole('heading', { level: 1, name: '納入先一覧' })).toBeVisible()
  await expect(page.getByRole('button', { name: '異常に気づいた' })).toHaveCount(0)
  await sound(page)
  await inEnglish(page)
  await page.getByRole('link', { name: '製品ごとの標準回答' }).click()
  await page.getByRole('button', { name: '製品を加える' }).click()
  await page.getByLabel('製品の名前').fill('電子カルテ Ver.8')
  for (const group of await page.getByRole('group').all()) if (await group.getByText('はい').count()) await group.getByText('はい').click()
  await sound(page)
  await page.getByRole('button', { name: '保存する' }).click()
  await expect(page.getByRole('heading', { name: '電子カルテ Ver.8' })).toBeVisible()
  await page.getByRole('link', { name: '納入先一覧' }).click()
  await page.getByRole('link', { name: /:書き始める$/ }).click()
  await page.getByRole('button', { name: '標準回答を当てる' }).click()
  await expect(page.getByRole('button', { name: 'この答えでよい' })).toHaveCount(10)
  await sound(page)
  for (let left = 10; left > 0; left--) {
    await page.getByRole('button', { name: 'この答えでよい' }).first().click()
    await expect(page.getByRole('button', { name: 'この答えでよい' })).toHaveCount(left - 1)
  }
  const asked = page.locator('.answer-item', { hasText: '施設ごとに違う項目' })
  await expect(asked).toHaveCount(3)
  await asked.nth(0).getByText('はい', { exact: true }).click()
  await asked.nth(1).getByText('いいえ', { exact: true }).click()
  await asked.nth(1).getByLabel('予定や、代わりの対策').fill('来月の訪問で使っていないIDを消します。')
  await asked.nth(2).getByText('施設側の担当と考える').click()
  await asked.nth(2).getByRole('textbox', { name: '理由' }).fill('現地のパスワードは病院が管理しています。')
  await page.getByLabel('氏名').fill('仮名 次郎')
  await page.getByLabel('社内の承認者').fill('事例 部長')
  await page.getByRole('heading', { level: 1 }).click()
  await stored(page)
  await page.getByRole('button', { name: '社内確認に回す' }).click()
  await expect(page.getByText('社内確認中です。')).toBeVisible()
  await sound(page)
  await page.getByRole('button', { name: '提出する' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提出する' }).click()
  await expect(page.getByText(/受け付けました\(受付番号[2-9A-Z]{4}-[2-9A-Z]{4}、/).first()).toBeVisible()
  await page.getByRole('link', { name: '受付票を見る' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '受付票' })).toBeVisible()
  await sound(page)
  await inEnglish(page)
  expect(complaints).toEqual([])
  await context.close()
  await open(own.page, own.at(`vendors/${encodeURIComponent(line?.sheet ?? '')}/ask`))
  await expect(own.page.locator('.history li').last()).toContainText('返事(画面)')
})

test('a vendor without an account answers by link and number', async ({ own, browser }) => {
  const facility = await facilityOf(own.page, own.at)
  const line = facility.sheets.find((one) => one.state !== 'waiting')
  await open(own.page, own.at(`vendors/${encodeURIComponent(line?.sheet ?? '')}/ask`))
  await own.page.getByRole('button', { name: 'リンクと番号を作る' }).click()
  const link = (await own.page.locator('.link-text').textContent()) ?? ''
  const code = (await own.page.locator('.phone-card strong').textContent()) ?? ''
  const [letter] = await Promise.all([
    own.page.waitForEvent('download'),
    own.page.getByRole('button', { name: '番号を書いた手紙を作る' }).click(),
  ])
  expect(letter.suggestedFilename()).toMatch(/\.pdf$/)
  await sound(own.page)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const complaints = listen(page)
  await open(page, link)
  await expect(page.getByText('本物か確かめるには、この画面の番号ではなく、契約書や名刺にある番号へお電話ください。')).toBeVisible()
  await sound(page)
  await inEnglish(page)
  await page.getByLabel('確認番号').fill('WWWW-WWWW')
  await page.getByRole('button', { name: 'シートを開く' }).click()
  await expect(page.getByText('あと4回入力できます。')).toBeVisible()
  await sound(page)
  await page.getByLabel('確認番号').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'シートを開く' }).click()
  await expect(page.getByRole('heading', { name: /貴社が受け持つ項目\(\d+件\)/ })).toBeVisible()
  await page.locator('.answer-item').first().getByText('はい', { exact: true }).click()
  await page.getByLabel('氏名').fill('仮里 良子')
  await page.getByRole('heading', { level: 1 }).click()
  await stored(page)
  await page.reload()
  await expect(page.getByLabel('氏名')).toHaveValue('仮里 良子')
  await sound(page)
  await inEnglish(page)
  await page.getByRole('button', { name: '提出する' }).click()
  await expect(page.getByText(/12項目が空欄のままです。/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '提出する' }).click()
  await expect(page.getByText(/受け付けました/).first()).toBeVisible()
  await page.getByRole('link', { name: '受付票を見る' }).click()
  await sound(page)
  await page.goBack()
  await page.getByRole('button', { name: '画面を閉じる' }).click()
  await expect(page.getByText('シートを閉じました。')).toBeVisible()
  await open(page, link)
  await expect(page.getByText('この番号は、もう使われました。')).toBeVisible()
  expect(complaints).toEqual([])
  await context.close()
})

test('a difference is asked about in its row, and what was written reaches the vendor alone', async ({ own }) => {
  const { page } = own
  await open(page, own.at('joined'))
  const row = page
    .getByRole('row')
    .filter({ has: page.locator('.chip.differs') })
    .first()
    .getByRole('button')
    .first()
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.click()
  await page.getByRole('button', { name: '事業者に確かめる' }).first().click()
  await page.getByLabel('確かめたいこと').fill('どの機器のことか教えてください。<b>太字</b>')
  await page.getByRole('button', { name: '送る', exact: true }).click()
  await expect(page.locator('.message-text')).toHaveText('どの機器のことか教えてください。<b>太字</b>')
  await sound(page)
  await page.getByText('合意を記録する').click()
  await page.getByLabel('合意した内容').selectOption({ label: 'いいえ' })
  await page.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText(/に合意しました:いいえ/)).toBeVisible()
})
