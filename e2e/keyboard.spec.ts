import { expect, open, test } from './support/test.ts'

test('a page is walked by the keyboard alone: skip link, navigation, search, person, red button', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('today'))
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('本文へ')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  await open(page, hospital.at('findings'))
  const stops: string[] = []
  for (let at = 0; at < 14; at++) {
    await page.keyboard.press('Tab')
    stops.push(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? ''),
    )
  }
  const place = (name: RegExp) => stops.findIndex((stop) => name.test(stop))
  expect(place(/^本文へ/)).toBe(0)
  expect(place(/^チェックリスト/)).toBeGreaterThan(place(/^本文へ/))
  expect(place(/^番号・名前で探す/)).toBeGreaterThan(-1)
  expect(place(/^異常に気づいた/)).toBeGreaterThan(place(/^番号・名前で探す/))
})

test('the search finds an item however its number is typed, and the focus goes to its heading', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('today'))
  for (const typed of ['2-5', '2-(5)', '２－５', '2-⑤']) {
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: '番号・名前で探す' }).fill(typed)
    await expect(page.getByRole('option').first()).toContainText('2-⑤')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/item=r7%3A2-05/)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.getByRole('heading', { level: 1 }).press('ArrowRight')
    await expect(page).toHaveURL(/item=r7%3A2-06/)
  }
})

test('「異常に気づいた」 opens by its button and by its keys, and gives the focus back', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('findings'))
  await page.keyboard.press('Alt+Shift+KeyI')
  await expect(page.getByText('患者さんの安全が先です。')).toBeVisible()
  await expect(page.getByText('電源はまだ切らないでください。')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('患者さんの安全が先です。')).toHaveCount(0)
  const button = page.getByRole('button', { name: '異常に気づいた' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('例システム株式会社').first()).toBeVisible()
  await page.getByRole('button', { name: '閉じる' }).first().press('Enter')
  await expect(button).toBeFocused()
})

test('single keys are listed by ? and can be switched off', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('checklist?mode=list&item=r7:0'))
  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { name: 'キーの一覧' })).toBeVisible()
  await page.getByLabel('1文字のキーを使う').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('tr.chosen')).toContainText('医療情報システム')
  await page.getByRole('button', { name: 'キーの一覧(切ることもできます)' }).click()
  await page.getByLabel('1文字のキーを使う').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('tr.chosen')).toContainText('1-①')
})

test('digits typed into a field answer nothing', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('checklist?mode=one&item=r7:2-02'))
  await page
    .getByRole('group')
    .filter({ hasText: 'メモ' })
    .or(page.locator('details', { hasText: 'メモ' }))
    .last()
    .getByText('メモ')
    .first()
    .click()
  const note = page.getByRole('textbox', { name: 'メモ' })
  await note.fill('')
  await note.pressSequentially('1234')
  await expect(page.getByRole('group', { name: '答え' }).getByRole('button', { name: 'はい' })).toHaveAttribute('aria-pressed', 'true')
  await expect(note).toHaveValue('1234')
})
