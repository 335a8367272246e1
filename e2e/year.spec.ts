import type { Page } from '@playwright/test'
import { testOnOwnSite } from './support/own-site.ts'
import { expect, open } from './support/test.ts'

/** Ten in the morning of 1 April 2027 in Japan. */
const test = testOnOwnSite({ day: '2027-04-01T01:00:00Z' })

test.describe.configure({ mode: 'serial' })

/** What was entered in November says so; an example does not tell when its entries were confirmed. */
async function confirmLastYear(page: Page, api: string): Promise<void> {
  const facts = await (await page.request.get(`${api}facts`)).json()
  const { people } = facts as { people: { version: number; record: { id: string } }[] } // as the contract says
  const changes = people.map(({ version, record }) => ({
    change: { kind: 'set', slice: 'people', id: record.id, fields: { confirmedOn: '2026-11-20' } },
    expected: version,
  }))
  const answer = await page.request.post(`${api}changes`, { data: { changes }, headers: { origin: new URL(api).origin } })
  expect(answer.ok()).toBe(true)
}

test('on 1 April the first thing to do is to begin the year, and people, vendors and contacts are asked for again', async ({
  own: { page, at },
}) => {
  await confirmLastYear(page, at('').replace('/f/', '/api/v1/facilities/'))
  await open(page, at('today'))
  const first = page.locator('.task').first()
  await expect(first.getByRole('heading')).toHaveText('令和9年度を始める')
  await expect(first).toContainText('昨年度の回答は閉じて保管し、同じ内容の項目には候補として写します。確認日は写しません。')
  await first.getByRole('link', { name: '年度を始める' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('令和9年度を始める')
  await page.getByRole('radio', { name: '令和7年度版' }).check()
  await page.getByRole('button', { name: '令和9年度を始める' }).click()
  await expect(page.getByText('令和9年度を始めました。候補として写した答えは13件です。1つずつ確かめてください。')).toBeVisible()
  const again = page.locator('section', { hasText: '異動がなかったか、もう一度確かめてください' })
  await expect(again.getByRole('link', { name: '人と連絡先' })).toBeVisible()
  await again.getByRole('link', { name: '事業者' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^事業者確認用シート\(\d+枚\)$/)
  await open(page, at('findings'))
  await expect(page.getByText('担当者や連絡先が、今年度まだ確かめられていません').first()).toBeVisible()
  await open(page, at('people'))
  const person = page.locator('details.person', { hasText: '今年度はまだ確かめていません' })
  await expect(person.first()).toBeVisible()
  const waiting = await person.count()
  await person.first().locator('summary').click()
  await page.getByRole('button', { name: '変わりなし(今日確かめた)' }).first().click()
  await expect(person).toHaveCount(waiting - 1)
})

test('an answer of last year is shown dashed, counts for nothing, and counts once it is confirmed', async ({ own: { page, at } }) => {
  await open(page, at('checklist?mode=one&item=r7:1-01'))
  const proposal = page.locator('.proposal')
  await expect(proposal).toContainText('昨年度の答え・確かめてください')
  await expect(proposal).toHaveCSS('border-top-style', 'dashed')
  await expect(page.getByText('昨年度の答え:はい(R8.9.1)')).toBeVisible()
  const yes = page.getByRole('group', { name: '答え' }).getByRole('button', { name: 'はい' })
  await expect(yes).toHaveAttribute('aria-pressed', 'false')
  await proposal.getByRole('button', { name: '今年も同じ(今日確かめた)' }).click()
  await expect(proposal).toHaveCount(0)
  await expect(yes).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(/保存しました/).first()).toBeVisible()
})

test('in the list the others still wait, one by one, and the closed year can be read and not changed', async ({ own: { page, at } }) => {
  await open(page, at('checklist?mode=list'))
  await expect(page.getByText('記入 1/19')).toBeVisible()
  const rows = page.locator('.checklist-table tbody tr')
  await expect(rows.filter({ hasText: '昨年度の答え' })).toHaveCount(12)
  const second = rows.filter({ hasText: '2-①' })
  await expect(second.locator('.proposed')).toHaveCSS('border-top-style', 'dashed')
  await second.getByRole('button', { name: '今日', exact: true }).click()
  await expect(second).toContainText('R9.4.1')
  await expect(rows.filter({ hasText: '昨年度の答え' })).toHaveCount(11)

  await page.getByRole('link', { name: '令和8年度のチェックリストを見る(閉じています)' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('令和8年度のチェックリスト(施設の分)')
  await expect(page.getByText('この年度は閉じています。見るだけの画面です。')).toBeVisible()
  await expect(rows.filter({ hasText: '2-①' })).toContainText('R8.9.1')
  await expect(rows.getByRole('button')).toHaveCount(0)
  await page.getByRole('link', { name: 'いまの年度のチェックリストへ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('チェックリスト(施設の分)')
})
