import type { Page } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { expect, open, test } from './support/test.ts'

test.describe.configure({ timeout: 240_000 })

const block = (page: Page, name: string | RegExp) => page.getByRole('region', { name, exact: typeof name === 'string' })
const best = /^予算150万円で最もよい組合せ$/

test('a VPN that is given up on the map changes matrix, loss and best plan at once, and taking it back leaves nothing of it', async ({
  desk: page,
  hospital,
}) => {
  await open(page, hospital.at('network'))
  await page.getByRole('button', { name: '線を動かして試す' }).click()
  const card = page.locator('.point-card')
  await expect(async () => {
    await page.getByRole('button', { name: /^「遠隔読影VPN」が入る機器がわかりません/ }).press('Enter')
    await expect(card).toBeVisible({ timeout: 1000 })
  }).toPass()
  await card.getByRole('button', { name: /^読影VPN装置/ }).click()
  await page.getByRole('button', { name: '「遠隔読影VPN」を廃止してみる' }).first().click()
  const result = page.getByRole('region', { name: '試した結果' })

  const matrix = block(page, 'リスクの表')
  await expect(matrix.getByRole('row', { name: /^対策あり/ })).toContainText(/13件\s*1[4-9]件/, { timeout: 60_000 })
  const risk = matrix.getByRole('listitem').filter({ hasText: '知らない遠隔保守の道があるリスク' })
  await expect(risk).toContainText('→ 対策あり')
  await expect(risk.getByRole('link')).toHaveAttribute('href', /risks\/risk%3Aunknown-way$/)

  const loss = block(page, '被害の見込み')
  await expect(loss.getByRole('row', { name: /^1年あたりの見込み/ })).toContainText(/892万円\s*752万円/, { timeout: 60_000 })
  await expect(loss.getByRole('row', { name: /^50年に1度の年/ })).toContainText(/億円/)

  const plan = block(page, best)
  await expect(plan).toContainText(/入る対策:.*使わないときは切る遠隔保守/, { timeout: 60_000 })
  await expect(plan).toContainText(/外れる対策:.*遠隔保守/)
  await expect(plan).toContainText('これよりよい組合せがないことを確かめました。')
  expect(await brokenRules(page)).toEqual([])

  await page.getByRole('button', { name: '「「遠隔読影VPN」を廃止する」を取り消す' }).click()
  await expect(result).toBeVisible()
  for (const name of ['リスクの表', '被害の見込み', best]) await expect(block(page, name)).toHaveCount(0)
  await page.getByRole('button', { name: 'やめる', exact: true }).click()
})

test('a tick on the page of costs changes matrix, loss and plan, and all three come back when it is taken away', async ({
  desk: page,
  hospital,
}) => {
  await open(page, hospital.at('money'))
  const strip = page.locator('.what-if-strip')
  const mean = page.getByRole('region', { name: '1年あたりの見込み(平均)', exact: true }).locator('.money-number')
  const total = page.locator('.money-total')
  await expect(total).toContainText(/最もよい組合せ/, { timeout: 60_000 })
  await expect(strip).toContainText('リスクの表:開いているもの 19件 → 18件')
  const before = [await mean.textContent(), await total.locator('strong').textContent()]
  const tick = page.getByRole('region', { name: 'すること' }).getByRole('checkbox', { name: 'つないでよい相手の制限' })
  await tick.check()
  await expect(strip).toContainText('開いているもの 19件 → 15件')
  await expect(mean).not.toHaveText(before[0] ?? '', { timeout: 60_000 })
  await expect(total.locator('strong')).not.toHaveText(before[1] ?? '')
  await strip.locator('summary').click()
  await expect(strip.getByRole('listitem').first().getByRole('link')).toHaveAttribute('href', /\/risks\/risk%3A/)
  expect(await brokenRules(page)).toEqual([])
  await tick.uncheck()
  await expect(strip).toContainText('開いているもの 19件 → 18件')
  await expect(mean).toHaveText(before[0] ?? '', { timeout: 60_000 })
  await expect(total.locator('strong')).toHaveText(before[1] ?? '')
})

test('a control that is taken for done or for failed tells loss and plan beside the matrix', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('risks?show=try'))
  const result = page.getByRole('region', { name: '変わること' })
  const done = page.getByRole('checkbox', { name: /^つないでよい相手の制限/ })
  await done.check()
  await expect(result).toContainText(/開いているもの 19件 → 1\d件/)
  await expect(block(page, '被害の見込み').getByRole('row', { name: /^1年あたりの見込み/ })).toContainText(/892万円\s*\d+万円/, {
    timeout: 60_000,
  })
  await expect(block(page, best)).toContainText(/外れる対策:.*つないでよい相手の制限/, { timeout: 60_000 })
  expect(await brokenRules(page)).toEqual([])
  await done.uncheck()
  await expect(result).toContainText('開いているもの 19件 → 19件')
  for (const name of ['被害の見込み', best]) await expect(block(page, name)).toHaveCount(0)
  await page.getByRole('checkbox', { name: /^ウイルス対策ソフト/ }).check()
  await expect(block(page, '被害の見込み').getByRole('row', { name: /^1年あたりの見込み/ })).toContainText(/892万円/, { timeout: 60_000 })
})
