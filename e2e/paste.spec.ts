import { lookAtEveryWidth } from './support/every-width.ts'
import { expect, open, test } from './support/test.ts'

/** What a table program leaves on the clipboard, pasted where the focus is. */
function paste(text: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

test('cells from Excel go onto the marked devices, are shown first, and are taken back in one press', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('assets?text=医事課PC'))
  for (const name of ['医事課PC 02', '医事課PC 01']) {
    await page.getByRole('checkbox', { name: `「${name}」を選ぶ` }).focus()
    await page.keyboard.press('Space')
  }
  await expect(page.getByText('Excelの表を貼り付ける')).toBeVisible()
  await page.evaluate(paste, '新館1階\t見本 花子\r\n新館2階\tどこにもいない人\r\n')
  await expect(page.getByRole('heading', { name: '貼り付ける内容(2台)' })).toBeFocused()
  await expect(page.getByText('選べる名前や日付でない欄が1個あり、そこは変えません。')).toBeVisible()
  expect(await lookAtEveryWidth(page, 'what is to be pasted')).toEqual([])
  await page.getByRole('button', { name: '2台に書く', exact: true }).last().click()
  const room = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  await expect(room('医事課PC 01')).toContainText('新館1階')
  await expect(room('医事課PC 02')).toContainText('新館2階')
  await expect(page.getByRole('status').filter({ hasText: '貼り付けた内容を2台に書きました。' })).toBeVisible()
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(room('医事課PC 01')).not.toContainText('新館1階')
  await expect(room('医事課PC 02')).not.toContainText('新館2階')
})

test('Ctrl+D gives the marked devices what the first of them has', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('assets?text=PC 01'))
  const boxes = page.getByRole('checkbox', { name: /を選ぶ$/ })
  const rows = page.getByRole('row').filter({ has: boxes })
  await expect(rows).not.toHaveCount(0)
  const given = await rows.nth(0).locator('td[data-name="設置場所"]').textContent()
  const before = await rows.nth(1).locator('td[data-name="設置場所"]').textContent()
  expect(before).not.toBe(given)
  for (const at of [0, 1]) await boxes.nth(at).check()
  await expect(page.getByRole('button', { name: /^設置場所を、最初に選んだ/ })).toBeVisible()
  await page.keyboard.press('Control+d')
  await expect(rows.nth(1).locator('td[data-name="設置場所"]')).toHaveText(given ?? '')
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(rows.nth(1).locator('td[data-name="設置場所"]')).toHaveText(before ?? '')
})
