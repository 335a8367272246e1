import type { Page } from '@playwright/test'
import { lookAtEveryWidth } from './support/every-width.ts'
import { expect, open, test } from './support/test.ts'
import { enteredByLink, facilityOf } from './support/vendor.ts'

const remoteVendor = '例会計株式会社'

test('what is open and may stop care comes first, and ninety risks are narrowed to what one asks for', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('today'))
  await page.getByRole('navigation', { name: '見守りの画面' }).getByRole('link', { name: 'リスクと対策' }).click()
  await expect(page.getByText(/診療が止まるおそれのある、開いたリスクが\d+件あります。/)).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(1)
  await page.locator('summary').filter({ hasText: 'ネットワークセキュリティ' }).click()
  await expect(page.getByRole('table', { name: 'ネットワークセキュリティ' })).toBeVisible()
  await page.getByLabel('場面').selectOption('契約の終わり')
  await page.getByLabel('ようす').selectOption('開いている')
  const rows = page.getByRole('rowgroup').getByRole('row')
  await expect(page.getByText(/^\d+件のうち\d+件を表示しています。$/)).toBeVisible()
  await expect(rows.filter({ hasText: '契約が終わった事業者の道が残るリスク' })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('場面')).toHaveValue('end-of-contract')
  await page.getByRole('link', { name: '絞り込みを外す' }).click()
  await expect(page.getByText(/^診療が止まるおそれのある、/)).toBeVisible()
})

test('one risk says what holds it down and why, and leads to where what is missing is entered', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('risks'))
  await page.getByRole('link', { name: '知らない遠隔保守の道があるリスク' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('知らない遠隔保守の道があるリスク')
  await expect(page.getByRole('heading', { name: '閉じるには' })).toBeVisible()
  await page.getByText('そう言える根拠').first().click()
  await page
    .getByRole('link', { name: /^登録の内容/ })
    .first()
    .click()
  await expect(page).toHaveURL(/register\/remotePaths/)
})

test('somebody states how a control stands, its risk closes, and one press takes it back', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('controls/control%3Amail-filter'))
  const closes = page.locator('section').filter({ has: page.getByRole('heading', { name: 'この対策をしたら閉じるリスク' }) })
  await expect(closes.getByRole('link')).toHaveCount(1)
  await page.getByRole('button', { name: 'この記録を消す' }).click()
  const form = page.getByRole('form', { name: '確かめたことを書く' })
  await form.getByLabel('いまの状態').selectOption('できている')
  await form.getByLabel('確かめたこと').fill('受信のときに自動で調べている。')
  await form.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('「メールの自動検査」の状態を記録しました。').first()).toBeVisible()
  await expect(closes.getByText('この対策だけで閉じるリスクはありません。')).toBeVisible()
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(closes.getByRole('link')).toHaveCount(1)
})

test('ticks on several controls tell at once which risks would close and open, without a word to the server', async ({
  desk: page,
  hospital,
}) => {
  await open(page, hospital.at('risks?show=try'))
  let asked = 0
  page.on('request', (request) => {
    if (/\/risks|\/changes/.test(request.url())) asked += 1
  })
  const result = page.getByRole('region', { name: '変わること' })
  await page.getByLabel('対策をさがす').fill('二要素')
  await page.getByRole('checkbox', { name: /外から入る道の二要素認証/ }).check()
  await expect(result.getByRole('listitem').filter({ hasText: 'VPNにパスワードだけで入られるリスク' })).toContainText(
    '開いている → 対策あり',
  )
  await page.getByLabel('対策をさがす').fill('FAX')
  await page.getByRole('checkbox', { name: 'FAXを送る前の確認' }).check()
  await expect(result.getByRole('heading', { name: '開く', exact: true })).toBeVisible()
  expect(asked).toBe(0)
  await page.getByRole('button', { name: '印をすべて外す' }).click()
  await expect(result).toContainText('左の対策に印を付けてください。')
})

test('an agreement says what it lacks, is answered and signed by the vendor, and loses its names when its words change', async ({
  desk: page,
  browser,
  hospital,
}) => {
  await open(page, hospital.at('risks/risk%3Aalways-on'))
  const card = page.locator('.agreement')
  await expect(card).toContainText('効くまでに足りないもの:残るリスク、決めた日、いつまで承知するか、施設の署名(氏名)、事業者の署名(氏名)')
  await card.getByRole('button', { name: '書き足す' }).click()
  await card.getByLabel('残るリスク').fill('点検の日までは開いたままです。')
  await card.getByLabel('決めた日').fill('2026-11-20')
  await card.getByLabel('決めた日').press('Tab')
  await card.getByLabel('いつまで承知するか').fill('2027-11-30')
  await card.getByLabel('いつまで承知するか').press('Tab')
  await card.getByLabel('施設の署名(氏名)').fill('手本 一郎')
  await card.getByRole('button', { name: '保存する' }).click()
  await expect(card).toContainText('効くまでに足りないもの:事業者の署名(氏名)')

  await test.step('the vendor reads it by its link and signs', async () => {
    const facility = await facilityOf(page, hospital.at)
    const line = facility.sheets.find(({ vendorName }) => vendorName === remoteVendor)
    if (!line) throw new Error('the example has a sheet of this vendor')
    const context = await browser.newContext()
    const theirs = await context.newPage()
    await enteredByLink(context.request, facility, line)
    await open(theirs, `${hospital.site.url}/answer/sheet`)
    await theirs.getByRole('link', { name: 'リスクの取り決めが1件届いています。' }).click()
    await expect(theirs.getByText('事業者が来るまで待つリスク')).toHaveCount(0)
    expect(await lookAtEveryWidth(theirs, 'agreements of a vendor')).toEqual([])
    await theirs.getByLabel('署名する人の氏名').fill('仮名 次郎')
    await theirs.getByRole('button', { name: '署名する' }).click()
    await expect(theirs.getByText('両者で承知')).toBeVisible()
    await context.close()
  })

  await page.reload()
  await expect(card).toContainText('令和9年11月30日(火)まで、残るリスクを両者で承知しています。')
  await expect(page.getByText(/^取り決めにより、.*承知のうえで残しています。/)).toBeVisible()
  await card.getByRole('button', { name: '書き足す' }).click()
  await card.getByLabel('残るリスク').fill('来年の点検まで開いたままです。')
  await card.getByRole('button', { name: '保存する' }).click()
  await expect(card).toContainText('効くまでに足りないもの:施設の署名(氏名)、事業者の署名(氏名)')
})

test('no page of it breaks a rule or scrolls sideways with its parts opened', async ({ desk: page, hospital }) => {
  test.setTimeout(300_000)
  for (const path of ['risks', 'risks/risk%3Avendor-late', 'controls/control%3Afax-check']) {
    await open(page, hospital.at(path))
    await openAll(page)
    expect(await lookAtEveryWidth(page, path)).toEqual([])
  }
})

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true
  })
}
