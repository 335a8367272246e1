import type { Browser, Page } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { testOnOwnSite } from './support/own-site.ts'
import { expect, listen, open } from './support/test.ts'

const test = testOnOwnSite({ day: '2026-11-20T03:00:00Z' })
const password = 'tsukue-kumo-banana'
async function isNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 800 })
}

async function somebodyElse(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  return { page, complaints: listen(page) }
}

/** Takes the number of the invitation that the page shows once. */
async function shownCode(page: Page): Promise<string> {
  return (await page.locator('.invitation-code').textContent()) ?? ''
}

async function acceptByCode(page: Page, own: { at: (path: string) => string }, given: { code: string; name: string; login: string }) {
  await open(page, new URL('/invitation', own.at('today')).href)
  await page.getByLabel('招待番号').fill(given.code.toLowerCase())
  await page.getByRole('button', { name: '招待を開く' }).press('Enter')
  await page.getByLabel('あなたの氏名').fill(given.name)
  await page.getByLabel('ログインID').fill(given.login)
  await page.getByLabel('パスワード', { exact: true }).fill(password)
}

test('a colleague is invited by a printed card, works, and is taken out', async ({ own, browser }) => {
  await open(own.page, own.at('members'))
  await own.page.getByLabel('招く方の氏名').fill('新任 一郎')
  await own.page.getByLabel('できること').selectOption('editor')
  await own.page.getByRole('button', { name: '招待を作る' }).press('Enter')
  await expect(own.page.getByRole('heading', { name: '「新任 一郎」への招待ができました' })).toBeFocused()
  await expect(own.page.getByRole('img', { name: '招待のリンクの二次元コード' })).toBeVisible()
  expect(await brokenRules(own.page)).toEqual([])
  await isNarrow(own.page)
  const code = await shownCode(own.page)

  const { page, complaints } = await somebodyElse(browser)
  await acceptByCode(page, own, { code, name: '新任 一郎', login: 'ichiro' })
  await expect(page.getByText('できること:入力担当')).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await isNarrow(page)
  await page.getByRole('button', { name: '招待を受ける' }).press('Enter')
  await expect(page).toHaveURL(/\/today$/)
  await expect(page.locator('.head-person').first()).toContainText('入力担当')

  await own.page.getByRole('button', { name: '閉じる', exact: true }).click()
  const card = own.page.locator('details.member', { hasText: '新任 一郎' })
  await card.locator('summary').press('Enter')
  await card.getByRole('button', { name: '新任 一郎さんを外す' }).click()
  await card.getByRole('button', { name: '外す', exact: true }).click()
  await expect(card).toHaveCount(0)
  await page.goto(own.at('checklist'))
  await expect(page.getByRole('alert').first()).toBeVisible()
  await open(page, new URL('/', own.at('today')).href)
  await expect(page.getByText('いま使える組織はありません')).toBeVisible()
  expect(complaints).toEqual([])
})

test('a card that was used says so and asks for another number', async ({ own, browser }) => {
  const { page } = await somebodyElse(browser)
  await open(page, new URL('/invitation#AAAABBBBCC', own.at('today')).href)
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('招待番号')).toBeVisible()
})

test('an inspector is shown the checklist until a day, looks, and it is ended', async ({ own, browser }) => {
  await open(own.page, own.at('relations'))
  await own.page.getByLabel('相手の種類').selectOption('authority')
  await own.page.getByLabel('相手の名前').fill('例保健所')
  const form = own.page.locator('form')
  await expect(form.getByText('件数と段階だけ(どの項目かは見えません)')).toBeVisible()
  await own.page.getByLabel('チェックリストの回答', { exact: true }).check()
  await expect(form.getByText('チェックリストの回答・根拠資料の名前', { exact: false })).toBeVisible()
  await own.page.getByLabel('終わりの日').fill('R8.12.25')
  await own.page.getByLabel('終わりの日').press('Enter')
  await own.page.getByLabel('電話で番号を読み上げる(1日使えます)').check()
  expect(await brokenRules(own.page)).toEqual([])
  await isNarrow(own.page)
  await own.page.getByRole('button', { name: 'この内容で見せる' }).click()
  const code = await shownCode(own.page)

  const { page, complaints } = await somebodyElse(browser)
  await acceptByCode(page, own, { code, name: '検査 三郎', login: 'kensa' })
  await expect(page.getByText('令和8年12月25日まで見られます。')).toBeVisible()
  await expect(page.getByRole('heading', { name: '見えないもの' })).toBeVisible()
  await page.getByRole('button', { name: '招待を受ける' }).click()
  await expect(page.getByRole('heading', { name: '見せてもらっている施設' })).toBeVisible()
  await expect(page.getByText(/%\(1施設中\d施設\)/).first()).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await isNarrow(page)
  await page.getByRole('link', { name: /を開く$/ }).press('Enter')
  await expect(page.getByRole('heading', { name: 'チェックリスト', exact: true })).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await isNarrow(page)

  await own.page.getByRole('button', { name: '閉じる', exact: true }).click()
  const card = own.page.locator('section.card', { hasText: '例保健所' })
  await card.getByText('これまでの経過').click()
  await expect(card.getByText('検査 三郎さん:招待を受けました', { exact: false })).toBeVisible()
  await card.getByRole('button', { name: '例保健所に見せるのをやめる' }).click()
  await card.getByRole('button', { name: 'やめる', exact: true }).first().click()
  await expect(own.page.getByText('終わったもの(1件)')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('alert')).toBeVisible()
  expect(complaints).toEqual([])
})

test('in English the pages of people, views and hand-over break no rule either', async ({ own, browser }) => {
  const context = await browser.newContext({ storageState: await own.page.context().storageState(), viewport: { width: 390, height: 844 } })
  await context.addInitScript(() => localStorage.setItem('mimamori.lang', 'en'))
  const page = await context.newPage()
  for (const [path, title] of [
    ['members', 'People'],
    ['relations', 'Who may look in'],
    ['handover', 'Hand-over'],
  ] as const) {
    await open(page, own.at(path))
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect([path, await brokenRules(page)]).toEqual([path, []])
    await isNarrow(page)
  }
  await context.close()
})
