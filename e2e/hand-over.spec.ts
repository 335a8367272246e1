import type { Page } from '@playwright/test'
import { loadExample, owner, setUpOwner, startSite } from './support/site.ts'
import { expect, open, test } from './support/test.ts'

const password = 'tsukue-kumo-banana'

test('a hand-over: the successor comes by a card, the paper is printed, and on the day the predecessor is out', async ({ browser }) => {
  test.setTimeout(180_000)
  const site = await startSite({ at: '2027-03-20T03:00:00Z' })
  const signedIn = await setUpOwner(site)
  const facility = await loadExample(site, signedIn, 'hospital-180beds')
  const at = (path: string) => `${site.url}/f/${encodeURIComponent(facility)}/${path}`
  const page = await (await browser.newContext({ storageState: signedIn })).newPage()

  await open(page, at('handover'))
  await page.getByLabel('前任', { exact: true }).selectOption({ label: owner.name })
  await page.getByLabel('新しい人を招く').check()
  await page.getByLabel('後任の氏名').fill('後任 次郎')
  await page.getByLabel('権限が移る日').fill('2027/4/1')
  await page.getByLabel('鍵・封筒の置き場所').fill('復旧封筒:院長室の金庫')
  await expect(page.getByText('パスワードや番号そのものは書かないでください。', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'この内容で始める' }).press('Enter')
  const code = (await page.locator('.invitation-code').textContent()) ?? ''
  await page.getByRole('button', { name: '閉じる', exact: true }).click()
  await expect(page.getByText('後任の返事待ち')).toBeVisible()

  const next = await (await browser.newContext()).newPage()
  await open(next, `${site.url}/invitation`)
  await next.getByLabel('招待番号').fill(code)
  await next.getByRole('button', { name: '招待を開く' }).click()
  await next.getByLabel('ログインID').fill('jiro')
  await next.getByLabel('パスワード', { exact: true }).fill(password)
  await next.getByRole('button', { name: '招待を受ける' }).click()
  await expect(next).toHaveURL(/\/today$/)
  await open(page, at('handover'))
  await expect(page.getByText('2人で使っています')).toBeVisible()
  const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '引継書を作る(PDF)' }).click()])
  expect(paper.suggestedFilename()).toMatch(/handover.*\.pdf$/)

  site.moveTo('2027-03-31T15:00:00Z')
  for (const who of [page, next]) {
    await who.context().clearCookies()
    await open(who, `${site.url}/sign-in`)
  }
  await signIn(page, owner)
  await expect(page.getByText('いま使える組織はありません')).toBeVisible()
  await signIn(next, { login: 'jiro', password })
  await expect(next).toHaveURL(/\/today$/)
  await expect(next.locator('.head-person').first()).toContainText('施設代表')
  await open(next, at('handover'))
  await expect(next.getByText('終わりました')).toBeVisible()
  await site.stop()
})

async function signIn(page: Page, who: { login: string; password: string }): Promise<void> {
  await page.getByLabel('ログインID').fill(who.login)
  await page.getByLabel('パスワード', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: '入る', exact: true }).click()
}
