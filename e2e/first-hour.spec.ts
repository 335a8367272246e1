import type { Page } from '@playwright/test'
import { owner, startSite } from './support/site.ts'
import { expect, listen, open, test } from './support/test.ts'

/** One person's first hour, in order, on a server that nobody has set up. */
test('from the set-up link to an answered checklist, the joined view and back to an empty house', async ({ browser }) => {
  test.setTimeout(180_000)
  const site = await startSite()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const complaints = listen(page)

  await test.step('whoever comes without the link is told where it is', async () => {
    await page.goto(site.url)
    await expect(page.getByText('起動したときに表示された一度きりのリンク')).toBeVisible()
  })

  await test.step('the link makes the first owner, once what is missing was filled in', async () => {
    await open(page, site.setupUrl)
    await page.getByRole('button', { name: '登録して始める' }).click()
    await expect(page.getByRole('alert')).toContainText('直すところが3か所あります')
    await page.getByLabel('あなたの氏名').fill(owner.name)
    await page.getByLabel('ログインID').fill(owner.login)
    await page.getByLabel('パスワード', { exact: true }).fill(owner.password)
    await page.getByRole('button', { name: '登録して始める' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('10の質問に答えると、今日やることが3つに絞られます')
  })

  await test.step('an example is loaded and says that it is one', async () => {
    await page.getByRole('button', { name: 'みまもり市立病院を見る' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '今日やること' })).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('例を見ています')).toBeVisible()
  })

  await test.step('home shows three tasks, the silent vendor and the stage with what is missing', async () => {
    await expect(page.locator('.tasks').first().locator('> li')).toHaveCount(3)
    await expect(page.getByRole('link', { name: '例画像株式会社', exact: true })).toBeVisible()
    await expect(page.getByText(/回答待ち \d+日/)).toBeVisible()
    await expect(page.getByText(/あと\d+項目で段階1になります。/)).toBeVisible()
  })

  await test.step('what is put off today leaves the three and comes back tomorrow', async () => {
    const first = page.locator('.tasks').first().locator('> li').first()
    const title = await first.getByRole('heading').innerText()
    await first.getByRole('button', { name: /今日はしない/ }).click()
    await expect(page.locator('.tasks').first()).not.toContainText(title)
    await page.getByText(/このほか\d+件/).click()
    await expect(page.getByText('今日は外しています。明日、また出ます。')).toBeVisible()
  })

  await test.step('the list is answered by keys alone and saves itself', async () => {
    await page.getByRole('link', { name: 'チェックリスト' }).first().click()
    await page.getByRole('link', { name: '一覧' }).click()
    await answerByKeys(page)
  })

  await test.step('the joined view shows where the hospital and a vendor differ, opened in place', async () => {
    await page
      .getByRole('link', { name: /^突き合わせ/ })
      .first()
      .click()
    await expect(page.getByRole('rowgroup').filter({ hasText: '食い違い(' })).toBeVisible()
    await expect(page.getByText('どちらかが間違いとは限りません。')).toBeVisible()
    await page.getByRole('link', { name: '番号の順' }).click()
    await expect(page.getByRole('rowgroup').filter({ hasText: '食い違い(' })).toHaveCount(0)
  })

  await test.step('the example is removed and the choice is there again', async () => {
    await page.getByRole('button', { name: '例を消す' }).click()
    await expect(page.getByRole('button', { name: 'みまもり市立病院を見る' })).toBeVisible()
    await expect(page.getByText('いま入っている施設')).toHaveCount(0)
  })

  expect(complaints).toEqual([])
  await context.close()
  await site.stop()
})

async function answerByKeys(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: '2の11' })
  await expect(row).toBeVisible()
  await page.getByRole('link', { name: /2の11/ }).focus()
  const chosen = page.locator('tr.chosen')
  for (let before = await chosen.innerText(); !before.includes('2-⑪'); before = await chosen.innerText()) {
    await page.keyboard.press('ArrowDown')
    await expect(chosen).not.toHaveText(before, { useInnerText: true })
  }
  await page.keyboard.press('2')
  await expect(row.getByRole('button', { name: 'いいえ' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(/保存しました\(\d\d:\d\d\)/).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(chosen).toContainText('2-⑫')
  await page.keyboard.press('1')
  await expect(chosen.getByRole('button', { name: 'はい' })).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(row.getByRole('button', { name: 'いいえ' })).toHaveAttribute('aria-pressed', 'true')
}
