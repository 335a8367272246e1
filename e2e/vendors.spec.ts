import { addressOf } from './support/address.ts'
import { expect, open, test } from './support/test.ts'

test.describe.configure({ mode: 'serial' })

test('a telephone call is recorded with who answered and what was promised', async ({ desk: page, hospital }) => {
  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/ask'))
  await page.getByRole('button', { name: '電話で頼む' }).click()
  await expect(page.getByText('お世話になっております。')).toBeVisible()
  await page.getByLabel('出た人').fill('仮野 三郎')
  await page.getByLabel('約束の日').fill('R9.1.15')
  await page.getByRole('button', { name: '電話の記録を残す' }).click()
  const last = page.locator('.history li').last()
  await expect(last).toContainText('催促(電話)')
  await expect(last).toContainText('相手:仮野 三郎様')
  await expect(last).toContainText('約束の日:令和9年1月15日(金)')
})

test('a reply on paper is typed in by keys and the joined row turns', async ({ desk: page, hospital }) => {
  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/reply'))
  await page.getByLabel('紙に書かれた確認日').fill('R8.11.18')
  await page.getByLabel('紙に書かれた確認日').press('Enter')
  await page.getByRole('heading', { level: 1 }).click()
  const lines = page.locator('.paper-line')
  await expect(lines.first()).toBeVisible()
  const count = await lines.count()
  for (let at = 0; at < count; at++) {
    await expect(lines.nth(at)).toHaveClass(/current/)
    await page.keyboard.press(at === 1 ? '2' : '1')
    await expect(lines.nth(at).getByRole('button', { name: at === 1 ? 'いいえ' : 'はい' })).toHaveAttribute('aria-pressed', 'true')
  }
  await page.getByRole('button', { name: '転記を終える' }).click()
  await expect(page.getByText('「回答した人」がまだです。')).toBeVisible()
  await page.getByLabel('回答した人').fill('仮里 良子')
  await page.getByLabel('届いた日').locator('..').getByRole('button', { name: '今日' }).click()
  await page.getByRole('button', { name: '転記を終える' }).click()
  await expect(page.getByText('紙の回答を転記').first()).toBeVisible()
  await expect(page.locator('.history li').last()).toContainText('返事(FAX)')
  await page
    .getByRole('link', { name: /^突き合わせ/ })
    .first()
    .click()
  await expect(page.getByRole('row').filter({ hasText: '1-①' }).first()).toBeVisible()
  await expect(page.getByText(/^待ち \d+日/)).toHaveCount(0)
})
