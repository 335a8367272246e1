import { expect, open, test } from './support/test.ts'

test.describe.configure({ mode: 'serial' })

test('after 「いいえ」 the day to mend by is chosen in the same place, and no day outside the year is taken', async ({
  desk: page,
  hospital,
}) => {
  await open(page, hospital.at('checklist?mode=one&item=r7:3-03'))
  await page.keyboard.press('2')
  await expect(page.getByText('いつまでに直しますか(令和8年度内)')).toBeVisible()
  await page.getByRole('button', { name: '日付を入れる' }).click()
  const target = page.getByLabel('目標日')
  await target.fill('R9.4.1')
  await target.press('Enter')
  await expect(page.getByText('目標日は令和8年度内(令和9年3月31日まで)にしてください。')).toBeVisible()
  await target.fill('R8.13.1')
  await target.press('Enter')
  await expect(page.getByText('「R8.13.1」は日付として読めません。例:令和8年11月20日、R8.11.20、2026/11/20')).toBeVisible()
  await target.fill('8.12.25')
  await target.press('Enter')
  await page.getByRole('button', { name: '令和8年12月25日(金)' }).click()
  await expect(target).toHaveValue('令和8年12月25日')
  await expect(page.getByTestId('announcer')).toContainText('保存しました')
  await page.reload()
  await expect(page.getByLabel('目標日')).toHaveValue('令和8年12月25日')
})

test('an item printed twice can be answered apart and together again', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('checklist?mode=one&item=r7:2-12'))
  await page.getByRole('button', { name: 'サーバと端末PCなどで答えが違うときは、分けて答える' }).click()
  await expect(page.getByRole('heading', { name: 'サーバ', exact: true })).toBeVisible()
  await page.getByRole('group', { name: '答え' }).first().getByRole('button', { name: 'はい' }).click()
  await page.getByRole('group', { name: '答え' }).nth(1).getByRole('button', { name: 'いいえ' }).click()
  await expect(page.getByText('いつまでに直しますか')).toHaveCount(1)
  await page.getByRole('button', { name: '1つの答えに戻す' }).click()
  await expect(page.getByRole('group', { name: '答え' })).toHaveCount(1)
})

test('「対象外」 is only recorded with a reason', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('checklist?mode=one&item=r7:3-02'))
  await page.getByRole('button', { name: 'この仕組みや機器がない(対象外)' }).click()
  await page.getByRole('button', { name: '対象外として記録する' }).click()
  await page.getByLabel('対象外の理由').fill('紙の台帳だけを使っているため')
  await page.getByRole('button', { name: '対象外として記録する' }).click()
  await expect(page.getByText(/保存しました/).first()).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('対象外の理由')).toHaveValue('紙の台帳だけを使っているため')
})

test('of two people at one answer both values are shown, and one of them chooses', async ({ browser, desk: page, hospital }) => {
  const other = await (await browser.newContext({ storageState: hospital.signedIn, viewport: { width: 1280, height: 800 } })).newPage()
  const address = hospital.at('checklist?mode=one&item=r7:4-01')
  await open(page, address)
  await open(other, address)
  await other.keyboard.press('2')
  await expect(other.getByText(/保存しました/).first()).toBeVisible()
  await page.keyboard.press('1')
  const both = page.getByRole('alert').filter({ hasText: 'あなたの「はい」も残してあります。' })
  await expect(both).toContainText('「いいえ」に変えました')
  await both.getByRole('button', { name: '「はい」にする' }).click()
  await expect(both).toHaveCount(0)
  await expect(page.getByText(/保存しました/).first()).toBeVisible()
  await other.reload()
  await expect(other.getByRole('group', { name: '答え' }).getByRole('button', { name: 'はい' })).toHaveAttribute('aria-pressed', 'true')
  await other.context().close()
})

test('without a connection what is typed stays on the screen and is stored when it is back', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('checklist?mode=one&item=r7:2-11'))
  await expect(page.getByRole('complementary', { name: '作業カード' }).getByText('読み込んでいます…')).toHaveCount(0)
  await page.context().setOffline(true)
  await page.keyboard.press('1')
  await expect(page.getByText('サーバにつながりません。入力はこのPCに仮保存しています。')).toBeVisible()
  await expect(page.getByRole('group', { name: '答え' }).getByRole('button', { name: 'はい' })).toHaveAttribute('aria-pressed', 'true')
  await page.context().setOffline(false)
  await expect(page.getByText(/保存しました/).first()).toBeVisible()
  await expect(page.getByText('サーバにつながりません。')).toHaveCount(0)
})

test('of a tick that somebody else has set anew both states are shown, and one of them is chosen', async ({
  browser,
  desk: page,
  hospital,
}) => {
  const other = await (await browser.newContext({ storageState: hospital.signedIn, viewport: { width: 1280, height: 800 } })).newPage()
  const [mine, theirs] = [page, other].map((each) => each.getByRole('checkbox').first())
  if (!mine || !theirs) throw new Error('a work card has steps')
  await open(other, hospital.at('cards/del'))
  await theirs.check()
  await expect(other.getByText(/保存しました/).first()).toBeVisible()
  await open(page, hospital.at('cards/del'))
  await expect(mine).toBeChecked()
  for (const again of [false, true]) {
    const saved = other.waitForResponse((response) => response.url().endsWith('/changes'))
    await theirs.setChecked(again)
    await saved
  }
  // NOTE: the box shows the other's tick again as soon as the two meet, so that it is pressed, not followed.
  await mine.click()
  const both = page.getByRole('alert').filter({ hasText: '同じ手順の印を' })
  await expect(both).toContainText('あなたの「印なし」も残してあります。')
  await both.getByRole('button', { name: '「印なし」にする' }).click()
  await expect(both).toHaveCount(0)
  await expect(mine).not.toBeChecked()
  await page.reload()
  await expect(mine).not.toBeChecked()
  await other.context().close()
})
