import { expect, open, test } from './support/test.ts'

test('a finding says its next step, why, and who; left knowingly it goes to the others until its day', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('findings'))
  await page.getByRole('link', { name: /^当院がする/ }).click()
  const title = page.getByRole('rowheader').getByRole('link').last()
  const words = await title.innerText()
  await title.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
  await expect(page.getByRole('heading', { name: 'なぜそう言えるか' })).toBeVisible()
  await page.getByRole('button', { name: '承知のうえで見送る' }).click()
  await page.getByRole('button', { name: '見送ると記録する' }).click()
  await expect(page.getByText('期限と理由の両方を書いてください。')).toBeVisible()
  await page.getByLabel('いつまで見送りますか').fill('R9.3.1')
  await page.getByLabel('理由', { exact: true }).fill('来年度の更新に合わせるため')
  await page.getByRole('button', { name: '見送ると記録する' }).click()
  await expect(page.getByText('令和9年3月1日(月)まで見送ると決めました。')).toBeVisible()
  await page.getByRole('link', { name: '気づき', exact: true }).click()
  await page.getByRole('link', { name: /承知のうえで見送り/ }).click()
  await expect(page.getByRole('link', { name: words })).toBeVisible()
})

test('the language of every screen follows the switch', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('settings'))
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await page
    .getByRole('link', { name: /^Findings/ })
    .first()
    .click()
  await expect(page.getByRole('columnheader', { name: 'Urgency' })).toBeVisible()
})
