import { brokenRules } from './support/axe.ts'
import { expect, open, storing, test } from './support/test.ts'

test('the head signs the policy of the year and the manager gets hours, authority and training; the findings about both go', async ({
  desk: page,
  hospital: { at },
}) => {
  await open(page, at('findings'))
  const unsigned = page.getByText('今年度の基本方針に、院長の署名がありません')
  const inName = page.getByText('責任者の事例 次郎さんに、時間・権限・研修のどれかが足りません')
  await expect(unsigned.first()).toBeVisible()
  await expect(inName.first()).toBeVisible()

  await open(page, at('people'))
  const policies = page.getByRole('region', { name: /^基本方針/ })
  await policies.getByRole('button', { name: '令和8年度の基本方針を加える' }).click()
  const policy = policies.locator('details', { hasText: '署名待ち' })
  await policy.locator('summary').click()
  await policy.getByLabel('署名した人').selectOption({ label: '手本 一郎(院長)' })
  await policy.getByLabel('署名した日').fill('令和8年11月19日')
  await policy.getByLabel('備考').click()
  await expect(policies.getByText('署名待ち')).toHaveCount(0)

  const manager = page.locator('details', { hasText: '事例 次郎' }).first()
  await manager.locator('summary').click()
  await expect(manager.getByLabel('この仕事に使える時間(1週間)')).toHaveValue('2')
  await manager.getByRole('group', { name: '緊急のとき、その場で決めて費用を使える' }).getByText('はい').click()
  const trained = manager.getByLabel('責任者としての研修を受けた日')
  await trained.fill('令和8年10月1日')
  await storing(page, () => trained.blur())
  await expect(page.getByText(/保存しました/).first()).toBeVisible()
  expect(await brokenRules(page)).toEqual([])

  await open(page, at('findings'))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(unsigned).toHaveCount(0)
  await expect(inName).toHaveCount(0)
})

test('the table of the police shows the six places, the holes of three quotes, and the support that may fit', async ({
  desk: page,
  hospital: { at },
}) => {
  await open(page, at('money/protections'))
  const picture = page.getByRole('img', { name: /建物の断面の絵。1 出入口の管理:/ })
  await expect(picture).toBeVisible()
  await expect(page.getByRole('table', { name: 'いまの状態' }).getByRole('row')).toHaveCount(7)

  const quotes = page.getByRole('table', { name: '3社の見積に入っているもの' })
  const cellsOf = (name: string) => quotes.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell')
  await expect(cellsOf('メールなどへの警戒')).toHaveText([/./, 'なし', 'なし', 'あり'])
  await expect(cellsOf('サーバーなどの弱点への対策')).toHaveText([/./, 'なし', 'あり', 'あり'])
  await expect(quotes.getByRole('row', { name: /^初年の費用/ })).toContainText('760,100円')

  const support = page.getByRole('region', { name: '費用の支援' })
  await expect(support.getByRole('listitem').filter({ hasText: 'サイバーセキュリティお助け隊(1類)' }).first()).toBeVisible()
  await expect(support.getByText('医療機関におけるサイバーセキュリティ確保事業')).toHaveCount(0)
  await support.getByRole('button', { name: /^終わった制度/ }).click()
  await expect(support.getByText('医療機関におけるサイバーセキュリティ確保事業')).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
})
