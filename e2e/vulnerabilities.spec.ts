import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { lookAtEveryWidth } from './support/every-width.ts'
import { feedFolder, weakness } from './support/feeds.ts'
import { testOnOwnSite } from './support/own-site.ts'
import { expect, goOn, open } from './support/test.ts'
import { enteredByLink, facilityOf, invitedVendor } from './support/vendor.ts'

const test = testOnOwnSite({ day: '2026-11-20T01:00:00Z', feeds: feedFolder() })
test.describe.configure({ mode: 'serial', timeout: 240_000 })

const examples = join(import.meta.dirname, '../examples')
const company = '例画像株式会社'
const gate = '読影VPN装置'
const sheetOf = ({ sheets }: Awaited<ReturnType<typeof facilityOf>>) => {
  const line = sheets.find(({ vendorName }) => vendorName === company)
  if (!line) throw new Error(`no sheet of ${company}`)
  return line
}
const visit = (page: Page) => page.getByRole('region', { name: `${company}の訪問` })

/** What the console of the device shows is read as any other file. */
async function readConsole(page: Page, at: (path: string) => string, file: string): Promise<void> {
  await open(page, at('import?as=devices'))
  await page.getByLabel('ファイルを選ぶか').setInputFiles(join(examples, file))
  await page.getByRole('button', { name: 'この内容で登録する' }).click()
  await expect(page.getByRole('article').getByText('登録しました。', { exact: true })).toBeVisible()
}

/** The letter as a PDF, by its button. */
async function expectLetter(page: Page): Promise<void> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '依頼文と返事の用紙(PDF)' }).click()
  expect((await coming).suggestedFilename()).toMatch(/^2026_.*_update-request_.*\.pdf$/)
}

/** A facility is held against the feeds by the queue, a moment after its register has changed. */
async function opensWith(page: Page, address: string, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await open(page, address)
    await expect(page.locator('main')).toContainText(text)
  }).toPass({ timeout: 90_000 })
}

/** The page of the one response that there is. */
async function responseAddress(page: Page, at: (path: string) => string): Promise<string> {
  const api = at('vulnerabilities').replace('/f/', '/api/v1/facilities/')
  const { responses, closed } = (await (await page.request.get(api)).json()) as Record<'responses' | 'closed', { response: string }[]> // as the contract says
  return at(`vulnerabilities/responses/${encodeURIComponent([...responses, ...closed][0]?.response ?? '')}`)
}

/** The width of the text on a sheet of A4, in pixels. */
const paper = { width: 646, height: 900 }

async function sound(page: Page): Promise<void> {
  // NOTE: the head stays in sight and covers what is scrolled below it.
  await page.evaluate(() => window.scrollTo(0, 0))
  expect(await brokenRules(page)).toEqual([])
  const wideBy = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await wideBy()).toBe(0)
  await page.setViewportSize(paper)
  await page.emulateMedia({ media: 'print' })
  expect(await wideBy()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('the gate behind the line that is always on is on fire for the right reason, and its twin that nothing reaches is calm and says why', async ({
  own: { page, at },
}) => {
  await open(page, at('vulnerabilities/feeds'))
  await expect(page.getByRole('row').filter({ hasText: 'KEV' })).toContainText('令和8年11月18日')
  await readConsole(page, at, 'hospital-180beds/scans/2026-11/fortigate-dokuei.txt')
  await opensWith(page, at('vulnerabilities'), `${company}の訪問`)
  const now = page.getByRole('region', { name: 'いまのようす' })
  await expect(now).toContainText('外から届く弱点のある機器が1台。1回の訪問や作業で片づきます。')
  await expect(now).toContainText(`まず${company}に頼みましょう。${gate}の更新は11月23日(月)までです。`)
  await expect(now).toContainText('費用は1件が見積り前')
  const row = visit(page).getByRole('row').filter({ hasText: gate })
  await expect(row).toContainText(`7.2.4 → ${weakness.fixed} 以上`)
  await expect(row).toContainText('遠隔の道から届く')
  await expect(row).toContainText('身代金を取る攻撃に使われている弱点があります。')
  await expect(row).toContainText(/止まると「[^a-z]+」に響きます。/)
  await expect(row).toContainText('まだ知らせていません')
  await expect(visit(page)).not.toContainText(weakness.id)
  await row.getByText('詳しく', { exact: true }).click()
  await expect(row.getByRole('link', { name: `最も急ぐ弱点:${weakness.title}` })).toBeVisible()
  const calm = page.getByRole('region', { name: /^急がないもの/ })
  await expect(calm).toContainText('電源を切って保管している予備なので、どこからも届きません。')
  await sound(page)
})

test('the director reads it on the first page: what can be come at, whom to ask, what it costs', async ({ own: { page, at } }) => {
  await open(page, at('today'))
  await expect(page.getByRole('heading', { name: `${company}に機器の更新を頼む` })).toBeVisible()
  const line = page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '脆弱性' }) })
  await expect(line).toContainText('外から届く弱点のある機器が1台。1回の訪問や作業で片づきます。')
  await expect(line).toContainText(`まず${company}に頼みましょう。`)
  await expect(line).toContainText('費用は1件が見積り前')
})

test('the same is told by device and by weakness, and both pages say why step by step', async ({ own: { page, at } }) => {
  await open(page, at('vulnerabilities'))
  await page.getByRole('link', { name: '弱点ごと' }).click()
  await page.getByRole('heading', { level: 2 }).getByRole('link', { name: weakness.title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(weakness.title)
  await expect(page.getByText(`公表の番号 ${weakness.id}`)).toBeVisible()
  await page.getByRole('button', { name: `${gate}:なぜそう言えるか`, exact: true }).click()
  await expect(page.getByText('弱点のある版か:はい').first()).toBeVisible()
  await page.getByRole('link', { name: gate, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(gate)
  await expect(page.getByText('機器の画面の写し').first()).toBeVisible()
  await page
    .getByRole('button', { name: /なぜそう言えるか$/ })
    .first()
    .click()
  await expect(page.getByText('同じ製品か:はい').first()).toBeVisible()
  await open(page, at('vulnerabilities?by=device'))
  await expect(page.getByRole('row').filter({ hasText: gate })).toContainText('遠隔の道から届く')
})

test('the request names the device and its versions; kept, the vendor has been told, and the steps go on', async ({
  own: { page, at },
}) => {
  await open(page, at('vulnerabilities'))
  await visit(page).getByRole('link', { name: '依頼文を作る' }).click()
  const letter = page.getByLabel('依頼文')
  await expect(letter).toHaveValue(new RegExp(`${company} 御中`))
  await expect(letter).toHaveValue(new RegExp(`${gate}:.*7\\.2\\.4 → 7\\.2\\.5 以上`))
  await sound(page)
  await expectLetter(page)
  await page.getByLabel('どう知らせますか').selectOption('この画面')
  await page.getByRole('button', { name: '知らせたと記録する' }).click()
  await expect(page.getByRole('heading', { name: 'これまでのこと' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'ようす' })).toContainText('知らせた')
  await expectLetter(page)
  const next = page.getByRole('heading', { name: '次の連絡' }).locator('..')
  await expect(next).toContainText('もう一度知らせましょう。')
  await expect(next).toContainText('1回知らせました。まだ返事がありません。')
  await page.getByLabel('何がありましたか').selectOption('まだできない')
  await page.getByLabel('理由').selectOption({ index: 2 })
  await page.getByLabel('何がありましたか').selectOption('当面の手当てをした')
  await page.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('選んだことに必要な欄が、まだ空いています。')).toBeVisible()
  await sound(page)
})

test('the letter stands on the vendor’s page too, and the report of a month that is chosen among the papers', async ({
  own: { page, at },
}) => {
  const line = (await facilityOf(page, at)).sheets.find(({ vendorName }) => vendorName === company)
  await open(page, at(`vendors/${line?.sheet}/ask`))
  await expect(page.getByRole('heading', { name: '弱点の更新のお願い' })).toBeVisible()
  await expectLetter(page)
  await page.getByRole('button', { name: 'お願いを決裁に回す' }).click()
  await page.getByLabel('文書番号').fill('総第12号')
  await page.getByRole('button', { name: '決裁待ちにする' }).click()
  const form = page.waitForEvent('download')
  await page.getByRole('button', { name: '伺い文を印刷する' }).click()
  expect((await form).suggestedFilename()).toContain('_approval_')
  await sound(page)
  await open(page, at('papers'))
  const report = page.getByRole('listitem').filter({ hasText: '弱点への対応 月次報告' }).first()
  await report.getByLabel('どの月ですか').selectOption('令和8年10月')
  const coming = page.waitForEvent('download')
  await report.getByRole('button', { name: /^PDFを作る/ }).click()
  expect((await coming).suggestedFilename()).toContain('monthly-report_2026-10')
  await sound(page)
})

test('a vendor that holds it not to apply and the version that was read are told to both sides; then it answers with a day and a cost', async ({
  own: { page, at },
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const theirs = await context.newPage()
  const client = await facilityOf(page, at)
  await invitedVendor(context.request, client, sheetOf(client))
  await opensWith(theirs, `${client.origin}/v/weaknesses`, gate)
  await expect(theirs.locator('main')).not.toContainText('予備')
  await expect(theirs.locator('main')).toContainText('更新の受け持ちは、機器の台帳に書いてあります。')
  await theirs.getByLabel('何がありましたか').selectOption('当てはまらない')
  await theirs.getByLabel('理由').selectOption('版が違う')
  await theirs.getByRole('button', { name: '記録する' }).click()
  await expect(theirs.locator('main')).toContainText('施設側の記録では、版は 7.2.4 です。')
  await expect(theirs.getByLabel('何がありましたか')).toBeFocused()
  await open(page, await responseAddress(page, at))
  await expect(page.getByRole('region', { name: 'ようす' })).toContainText('一方、読んだ版 7.2.4 には弱点があると公表されています。')
  await sound(page)
  await theirs.getByLabel('何がありましたか').selectOption('日程を決めた')
  await theirs.getByLabel('実施する日').fill('R8.11.24')
  await theirs.getByLabel('費用').fill('80,000')
  await theirs.getByRole('button', { name: '記録する' }).click()
  await expect(theirs.getByText('日程', { exact: true }).first()).toBeVisible()
  await sound(theirs)
  await context.close()
  await open(page, at('vulnerabilities'))
  await expect(page.getByRole('row').filter({ hasText: gate })).toContainText('日程:11月24日')
  await expect(visit(page)).toContainText('費用のめやす 80,000円')
  await expect(page.getByRole('region', { name: 'いまのようす' })).toContainText('知らせるところは、すべて知らせました。')
})

test('somebody with a one-time number reads the same and signs for the version with a file; that counts, and less than a reading', async ({
  own: { page, at },
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const theirs = await context.newPage()
  const client = await facilityOf(page, at)
  await enteredByLink(context.request, client, sheetOf(client))
  await open(theirs, `${client.origin}/answer/sheet`)
  await theirs.getByRole('link', { name: '機器の更新を1件頼まれています。' }).click()
  await theirs.getByLabel('何がありましたか').selectOption('実施した')
  await theirs.getByLabel('報告に署名する人の氏名').fill('仮名 次郎')
  await theirs.getByRole('button', { name: '記録する' }).click()
  await expect(theirs.getByText('選んだことに必要な欄が、まだ空いています。')).toBeVisible()
  await theirs.getByLabel('実施後の版').fill('7.2.12')
  await theirs
    .getByLabel('示す資料')
    .setInputFiles({ name: '作業報告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%\n') })
  await expect(theirs.getByText('資料を付けました。')).toBeVisible()
  await theirs.getByRole('button', { name: '記録する' }).click()
  await expect(theirs.locator('main')).toContainText('署名のある報告で、直ったことになっています。')
  await sound(theirs)
  await context.close()
  await open(page, await responseAddress(page, at))
  await expect(page.getByRole('region', { name: 'ようす' })).toContainText('署名のある報告で確かめました。')
  await expect(page.getByRole('region', { name: 'ようす' })).toContainText('確からしさは80%です。')
  await expect(page.getByText(/署名 仮名 次郎.*資料 作業報告\.pdf/)).toBeVisible()
})

test('what the console shows after the update closes it with proof, and the spare stays calm and says why', async ({
  own: { page, at, moveTo },
}) => {
  await moveTo('2026-11-25T03:00:00Z')
  await readConsole(page, at, 'hospital-180beds-after-update/fortigate-dokuei.txt')
  const address = await responseAddress(page, at)
  await opensWith(page, address, '版を読み直して確かめました。')
  await expect(page.getByRole('row').filter({ hasText: gate })).toContainText('7.2.12')
  await open(page, at('vulnerabilities'))
  await page.getByText('直したこと(今年度 1件)').click()
  await expect(page.getByRole('link', { name: /4日で直りました/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'いまのようす' })).toContainText('いま急いで塞ぐ弱点はありません。')
  const calm = page.getByRole('region', { name: /^急がないもの/ })
  await expect(calm).toContainText('電源を切って保管している予備なので、どこからも届きません。')
})

test('no page of it breaks a rule or scrolls sideways, in either language, at any width, in the dark', async ({ own: { page, at } }) => {
  const response = await responseAddress(page, at)
  const pages = [
    at('vulnerabilities'),
    at('vulnerabilities?by=weakness'),
    at(`vulnerabilities/advisory?id=${weakness.id}`),
    at('vulnerabilities/devices/d:gate-reading-spare'),
    at('vulnerabilities/feeds'),
    response,
  ]
  const broken: string[] = []
  for (const lang of ['ja', 'en'] as const) {
    await page.evaluate((chosen) => localStorage.setItem('mimamori.lang', chosen), lang)
    // The page speaks the other language once it is loaded anew.
    await open(page, at('today'))
    for (const address of pages) {
      await goOn(page, address)
      broken.push(...(await lookAtEveryWidth(page, address, lang)))
    }
  }
  await page.evaluate(() => localStorage.setItem('mimamori.lang', 'ja'))
  expect(broken).toEqual([])
})
