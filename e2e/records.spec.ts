import { expect, open, storing, test } from './support/test.ts'

test('evidence is a file or a place, and stays with the answer', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('checklist?mode=one&item=r7:2-04#evidence'))
  await page.getByLabel('現物のある場所').fill('3階サーバ室の棚')
  await page.getByRole('button', { name: '場所だけ書く' }).click()
  await expect(page.getByText('置き場所:3階サーバ室の棚')).toBeVisible()
  await page
    .getByLabel('ファイルを付ける')
    .setInputFiles({ name: '権限の一覧.txt', mimeType: 'text/plain', buffer: Buffer.from('閲覧のみ 3人\n', 'utf8') })
  const file = page.getByRole('link', { name: '権限の一覧.txt' })
  await expect(file).toBeVisible()
  const [kept] = await Promise.all([page.waitForEvent('download'), file.click()])
  expect(await kept.failure()).toBeNull()
})

test('a person who was taken off the chart comes back by one button', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('people'))
  const person = page.locator('details.person', { hasText: '見本 花子' })
  await person.locator('summary').click()
  await person.getByRole('button', { name: '今日で外れる(異動・退職)' }).click()
  await expect(person).toHaveCount(0)
  await expect(page.getByText('見本 花子さんを、今日で外れる人にしました。')).toBeVisible()
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(person).toHaveCount(1)
})

test('two spellings of one company are merged and taken apart again', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('start/6'))
  const last = page.locator('.system-card').last()
  await last.getByRole('button', { name: '会社を選び直す' }).click()
  await last.getByLabel('会社名').fill('別の会社')
  await storing(page, () => last.getByLabel('会社名').press('Enter'))
  await expect(last.getByLabel('会社名')).toHaveValue('別の会社')
  await last.getByLabel('会社名').fill('㈱例システム')
  await storing(page, () => last.getByLabel('会社名').press('Enter'))
  await expect(page.getByText(/保存しました/).first()).toBeVisible()
  await open(page, hospital.at('vendors'))
  await page.getByRole('button', { name: '同じ', exact: true }).click()
  await page.getByRole('button', { name: '「例システム株式会社」で残す' }).click()
  await page.getByText('まとめた会社(1件)').click()
  await page.getByRole('button', { name: 'まとめる前に戻す' }).click()
  await expect(page.getByRole('button', { name: '同じ', exact: true })).toBeVisible()
  await page.getByRole('button', { name: '別', exact: true }).click()
  await expect(page.getByRole('button', { name: '同じ', exact: true })).toHaveCount(0)
})

test('the folder of the facility leaves as a file', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('settings'))
  const [folder] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'フォルダーを保存する(ZIP)' }).click(),
  ])
  expect(folder.suggestedFilename()).toMatch(/\.zip$/)
  await expect(page.getByText('を保存しました。').first()).toBeVisible()
})
