import { expect, open, test } from './support/test.ts'

test('on the day of inspection a question is noted, a promised paper becomes work with its day, and a slip is deleted', async ({
  desk: page,
  hospital,
}) => {
  await open(page, hospital.at('inspection-day'))
  expect((await page.locator('#content').boundingBox())?.width).toBe(1280)
  await page.getByRole('link', { name: '指摘・指導の記録' }).click()
  await expect(page.locator('nav.side')).toBeHidden()
  await page.getByRole('button', { name: /の記録を始める/ }).click()
  await page.getByLabel('どの項目のことですか').selectOption('r7:2-06')
  await page.getByLabel('内容').fill('更新の頻度を尋ねられた')
  await page.getByLabel('その場で答えたこと').fill('月に1回です')
  await page.getByRole('button', { name: '記録する', exact: true }).click()
  await expect(page.getByText('答え:月に1回です')).toBeVisible()
  await page.getByText('あとで出す資料', { exact: true }).click()
  await page.getByLabel('内容').fill('運用管理規程の写し')
  await page.getByRole('button', { name: '記録する', exact: true }).click()
  await expect(page.getByText('いつまでにするかを書いてください。')).toBeVisible()
  await page.getByLabel('いつまでに').fill('R8.12.18')
  await page.getByLabel('いつまでに').press('Enter')
  await page.getByRole('button', { name: '記録する', exact: true }).click()
  await expect(page.getByText('「やること」に入っています。')).toBeVisible()
  await page.reload()
  await expect(page.getByText('運用管理規程の写し')).toBeVisible()
  await expect(page.getByText('令和8年12月18日(金)まで。')).toBeVisible()
  await page.getByRole('button', { name: '「本日の確認記録」を印刷' }).click()
  await expect(page.locator('#content').getByText(/visit-record/)).toBeVisible()

  const note = page.getByRole('listitem').filter({ hasText: '運用管理規程の写し' })
  await note.getByRole('button', { name: 'この記録を消す' }).click()
  await note.getByRole('button', { name: '消す', exact: true }).click()
  await expect(note).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('更新の頻度を尋ねられた')).toBeVisible()
  await expect(note).toHaveCount(0)
})
