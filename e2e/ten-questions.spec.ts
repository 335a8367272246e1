import { expect, open, storing, test } from './support/test.ts'

test('a clinic answers the ten questions, is interrupted, and ends with three things to do', async ({ desk: page, hospital }) => {
  test.setTimeout(120_000)
  await open(page, `${hospital.site.url}/welcome`)
  await page.getByLabel('施設の名前').fill('みまもり診療所')
  await page.getByRole('button', { name: '始める(約10分)' }).click()
  const question = page.getByRole('heading', { level: 1 })
  const next = page.getByRole('button', { name: '次へ' })

  await expect(question).toHaveText('どのような施設ですか')
  await page.keyboard.press('3')
  await expect(page.getByLabel('診療所(入院ベッドなし)')).toBeChecked()
  await next.click()

  await test.step('a clinic without beds is not asked for them', async () => {
    await expect(question).toContainText('開設者')
    await expect(question).toBeFocused()
    await page.getByRole('button', { name: 'わからない' }).click()
  })

  await page.getByLabel('外来').check()
  await page.getByRole('button', { name: '「外来」は、止まるといちばん困る' }).click()
  await next.click()

  await test.step('saying that no system is used is asked a second time', async () => {
    await page.getByLabel('どれも使っていない').check()
    await expect(page.getByText('チェックリストの残りの項目は記入不要になります')).toBeVisible()
    await page.getByRole('button', { name: 'もう一度見る' }).click()
    await page.getByLabel('電子カルテ').check()
    await page.getByLabel('レセコン').check()
    await next.click()
  })

  await test.step('the same company is entered once', async () => {
    await page.getByLabel('会社名').first().fill('例システム株式会社')
    await page.getByLabel('会社名').first().press('Enter')
    await page.getByRole('button', { name: '上と同じ会社' }).click()
    await expect(page.getByLabel('会社名')).toHaveCount(2)
    await expect(page.getByLabel('会社名').nth(1)).toHaveValue('例システム株式会社')
    await page.getByRole('group', { name: '保守契約' }).first().getByLabel('あり').check()
  })

  await test.step('after an interruption the work goes on where it stopped', async () => {
    await expect(page.getByText(/保存しました/).first()).toBeVisible()
    await page.getByRole('link', { name: '今日やること' }).first().click()
    await page.getByRole('link', { name: '続きから答える' }).click()
    await expect(page.getByText(/質問7\/10/)).toBeVisible()
  })

  await page.getByRole('group', { name: '電子カルテ' }).getByLabel('ない', { exact: true }).check()
  await test.step('「わからない」 of one system is still there after the page was loaded again', async () => {
    await storing(page, () => page.getByRole('group', { name: 'レセコン' }).getByLabel('わからない').check())
    await expect(page.getByText(/保存しました/).first()).toBeVisible()
    await page.reload()
    await expect(page.getByRole('group', { name: 'レセコン' }).getByLabel('わからない')).toBeChecked()
  })
  await next.click()
  await page.getByLabel('6〜20台').check()
  await next.click()
  for (const system of ['電子カルテ', 'レセコン']) await page.getByRole('group', { name: system }).getByLabel('外して保管している').check()
  await page.getByRole('group', { name: '電子カルテ' }).getByLabel('最後に戻せるか試した日').fill('R8.6.1')
  await next.click()
  await page.getByLabel('氏名', { exact: true }).fill('手本 一郎')
  await page.getByLabel('氏名', { exact: true }).press('Enter')
  await expect(page.getByLabel('職名')).toBeVisible()
  await next.click()

  await expect(question).toHaveText('ここまでで分かったこと')
  await expect(page.getByText(/分かったこと\d+件、事業者に聞くこと\d+件、院内で確かめること\d+件。/)).toBeVisible()
  await test.step('what is not known stands in one list, by whom to ask', async () => {
    await page.getByRole('link', { name: '聞くこと・確かめることを見る' }).click()
    await expect(question).toHaveText('聞くこと・確かめること')
    await expect(page.getByText('「レセコン」を、院外から操作したり点検したりすることはありますか')).toBeVisible()
    await expect(page.getByText('開設者はどれにあたりますか')).toBeVisible()
    await page.goBack()
  })
  await page.getByRole('link', { name: '今日やることへ' }).click()
  await expect(page.locator('.tasks').first().locator('> li').first()).toBeVisible()
})
