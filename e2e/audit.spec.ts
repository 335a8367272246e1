import { readFile } from 'node:fs/promises'
import { expect, open, test } from './support/test.ts'

test('the owner sees who did what, narrows it down, verifies it and takes it out', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('settings'))
  await page.getByRole('link', { name: '操作の記録を見る' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('操作の記録')
  await expect(page.getByRole('cell', { name: /見本を読み込んだ/ }).first()).toBeVisible()

  await page.getByLabel('種類').selectOption({ label: 'ログイン' })
  await expect(page.getByRole('cell', { name: /最初の設定をした/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: /見本を読み込んだ/ })).toHaveCount(0)
  await page.getByLabel('人', { exact: true }).selectOption({ label: '見本 花子' })
  await expect(page.getByRole('cell', { name: '見本 花子' }).first()).toBeVisible()
  await page.getByLabel('この日まで').fill('R5.4.1')
  await page.getByLabel('この日まで').press('Enter')
  await expect(page.getByText('この条件に合う記録はありません。')).toBeVisible()

  await page.getByRole('button', { name: '改ざんがないか確かめる' }).click()
  await expect(page.getByText(/行すべて、書かれたときのままです。/)).toBeVisible()

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '書き出す(JSONL)' }).click()])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ head: { seq: lines.length - 1 }, signature: expect.any(String) })
})
