import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { testOnOwnSite } from './support/own-site.ts'
import { listen, open } from './support/test.ts'

const test = testOnOwnSite()
test.describe.configure({ mode: 'serial', timeout: 240_000 })
test.use({ actionTimeout: 20_000 })

async function sound(page: Page): Promise<void> {
  expect(await brokenRules(page)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.setViewportSize(size ?? { width: 1280, height: 800 })
}

async function inEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click()
  await sound(page)
  await page.getByRole('button', { name: '日本語' }).click()
}

interface Own {
  readonly page: Page
  readonly at: (path: string) => string
}

/** The facility offers a vendor its screens from the page of its sheet, and the vendor comes in with the number that is read out. */
async function invited(own: Own, vendor: Page, name: string): Promise<void> {
  const { page } = own
  await open(page, own.at('vendors'))
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('link', { name: 'この会社に、見守りの画面を開く' }).click()
  await expect(page.getByLabel('事業者', { exact: true })).toHaveValue(/^v:/)
  await page.getByText('電話で番号を読み上げる').click()
  await sound(page)
  await page.getByRole('button', { name: 'この内容で見せる' }).click()
  const code = (await page.locator('.invitation-code').textContent()) ?? ''
  await open(vendor, new URL('/invitation', own.at('today')).href)
  await vendor.getByLabel('招待番号').fill(code)
  await vendor.getByRole('button', { name: '招待を開く' }).click()
  await vendor.getByLabel('あなたの氏名').fill('仮名 次郎')
  await vendor.getByLabel('ログインID').fill('hoshu')
  await vendor.getByLabel('パスワード', { exact: true }).fill('tsukue-kumo-banana')
  await vendor.getByLabel('組織の名前').fill(name)
  await vendor.getByRole('button', { name: '招待を受ける' }).click()
  await expect(vendor.getByRole('heading', { level: 1, name: '納入先一覧' })).toBeVisible()
}

const company = '例薬剤株式会社'
let vendor: Page
let complaints: string[]

test.beforeAll(async ({ own, browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  vendor = await context.newPage()
  complaints = listen(vendor)
  await invited(own, vendor, company)
})

test.afterAll(() => {
  expect(complaints).toEqual([])
})

test('a change of contact reaches the facility as a proposal, and its record changes when somebody there says so', async ({ own }) => {
  await vendor.getByRole('link', { name: '担当者の変更届' }).click()
  await sound(vendor)
  await inEnglish(vendor)
  await vendor.getByRole('button', { name: /件の納入先に届ける/ }).click()
  await expect(vendor.getByText('「新しい担当者」がまだです。')).toBeVisible()
  await vendor.getByLabel('新しい担当者', { exact: true }).fill('新任 良子')
  await vendor.getByLabel('新しい担当者の電話').fill('03-0000-0009')
  await vendor.getByLabel('いつから').fill('R8.12.1')
  await vendor.getByLabel('いつから').press('Enter')
  await vendor.getByLabel('あて先').fill('みまもり診療所\nれい歯科医院')
  await vendor.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await vendor.getByRole('button', { name: '手紙を印刷する' }).click()
  await expect(vendor.locator('body[data-printed]')).toHaveCount(1)
  await vendor.emulateMedia({ media: 'print' })
  await expect(vendor.locator('.letter')).toHaveCount(2)
  await expect(vendor.locator('.letter').first()).toContainText('みまもり診療所 御中')
  await vendor.emulateMedia({ media: 'screen' })
  await vendor.getByRole('button', { name: '1件の納入先に届ける' }).click()
  await expect(vendor.locator('#content').getByText('届けたもの1件、前に届いていたもの0件、届かなかったもの0件。')).toBeVisible()
  await sound(vendor)
  await expect(vendor.getByText('施設が確かめています')).toBeVisible()

  const { page } = own
  await open(page, own.at('today'))
  await page.getByRole('link', { name: company }).first().click()
  const card = page.locator('article', { hasText: `${company}:担当者の変更届` })
  await expect(card.getByRole('row', { name: /担当者/ })).toContainText('新任 良子')
  await sound(page)
  await card.getByRole('button', { name: 'この内容に変える' }).click()
  await expect(card).toHaveCount(0)
  await page.getByRole('link', { name: company }).first().click()
  await expect(page.getByText('新任 良子')).toBeVisible()
  await vendor.reload()
  await expect(vendor.getByText('登録されました')).toBeVisible()
})

test('a visit is asked for, moved by the facility and accepted; both read the same history', async ({ own }) => {
  await vendor.getByRole('link', { name: '保守作業', exact: true }).click()
  await vendor.getByRole('button', { name: '作業を申し込む' }).click()
  await vendor.getByRole('button', { name: '申し込む', exact: true }).click()
  await expect(vendor.getByText('「対象の機器」がまだです。')).toBeVisible()
  await sound(vendor)
  await vendor.getByLabel('納入先').selectOption({ label: 'みまもり市立病院' })
  await vendor.getByLabel('対象の機器').fill('薬剤部の保守用ルーター')
  await vendor.getByLabel('今の版').fill('7.0.1')
  await vendor.getByLabel('入れる版').fill('7.0.9')
  await vendor.getByLabel('希望日').fill('R11.12.6')
  await vendor.getByLabel('希望日').press('Enter')
  await vendor.getByLabel('希望の時間').fill('22時から翌2時')
  await vendor.getByRole('button', { name: '申し込む', exact: true }).click()
  await expect(vendor.getByText('施設の返事待ち')).toBeVisible()
  await sound(vendor)
  await inEnglish(vendor)

  const { page } = own
  await open(page, own.at('vendors'))
  const card = page.locator('article', { hasText: `${company}:保守作業` })
  await expect(card).toContainText('薬剤部の保守用ルーター')
  await card.getByRole('button', { name: '別の日時を伝える' }).click()
  await card.getByLabel('希望日').fill('R11.12.13')
  await card.getByLabel('希望日').press('Enter')
  await card.getByRole('button', { name: '送る' }).click()
  await expect(card.getByText('事業者の返事待ち')).toBeVisible()
  await sound(page)

  await vendor.reload()
  await vendor.getByRole('button', { name: 'この日時でよい' }).click()
  await expect(vendor.getByText('日時が決まりました')).toBeVisible()
  await vendor.getByText('経過(3件)').click()
  await expect(vendor.locator('.history li')).toHaveCount(3)
  await open(page, own.at('today'))
  await expect(page.getByText(/保守作業の予定/)).toBeVisible()
  await sound(page)
})

test('request files are read together, each gets its reply, and a file that is none does not stop the others', async ({ own }) => {
  const { page } = own
  const origin = new URL(own.at('today')).origin
  const api = `${origin}/api/v1/facilities/${own.at('').split('/f/')[1]?.replace(/\/$/, '') ?? ''}`
  const { sheets } = (await (await page.request.get(`${api}/vendors`)).json()) as {
    sheets: { sheet: string; systemName: string; state: string }[]
  } // as the contract says
  const chosen = [...sheets.filter(({ state }) => state === 'waiting'), ...sheets.filter(({ state }) => state === 'returned')].slice(0, 2)
  const files = await Promise.all(
    chosen.map(async ({ sheet }, at) => {
      const answer = await page.request.get(`${api}/vendor-sheets/${encodeURIComponent(sheet)}/file?format=xlsx`)
      return { name: `request-${at + 1}.xlsx`, mimeType: 'application/octet-stream', buffer: await answer.body() }
    }),
  )
  await vendor.getByRole('link', { name: '製品ごとの標準回答' }).click()
  await vendor.getByRole('button', { name: '製品を加える' }).click()
  await vendor.getByLabel('製品の名前').fill(chosen[0]?.systemName ?? '')
  for (const answer of await vendor.locator('.answer-item').getByText('はい', { exact: true }).all()) await answer.click()
  await vendor.getByRole('button', { name: '保存する' }).click()
  await vendor.getByRole('link', { name: '依頼ファイル' }).click()
  const photograph = { name: '写真.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('\u0089PNG\r\n') }
  await vendor.getByLabel('依頼ファイルを選ぶ').setInputFiles([...files, photograph])
  await expect(vendor.getByText('3件のファイルを見ました。読めたもの2件、読めないもの1件。')).toBeVisible()
  await expect(vendor.getByRole('heading', { name: '「写真.xlsx」は読めませんでした' })).toBeVisible()
  await sound(vendor)
  await inEnglish(vendor)
  const card = vendor.locator('article').first()
  await expect(card.getByText('この3項目は施設ごとに違います。')).toBeVisible()
  await expect(card.locator('.answer-item input:checked')).toHaveCount(0)
  for (const item of await card.locator('.answer-item').all()) await item.getByText('いいえ', { exact: true }).click()
  await expect(card.getByText('すべての項目に答えがあります。')).toBeVisible()
  await vendor.getByLabel('回答した人の氏名').fill('仮名 次郎')
  await vendor.getByText('当てた標準回答が、それぞれの施設でも正しいことを確かめました。').click()
  const [one] = await Promise.all([
    vendor.waitForEvent('download'),
    vendor.getByRole('button', { name: '返事のファイルを作る' }).first().click(),
  ])
  expect(one.suggestedFilename()).toBe('request-1_reply.xlsx')
  const [all] = await Promise.all([
    vendor.waitForEvent('download'),
    vendor.getByRole('button', { name: '2件の返事をZIPにまとめる' }).click(),
  ])
  expect(
    readFileSync(await all.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await open(page, own.at('import?as=vendor-reply'))
  await page.getByLabel('ファイルを選ぶか、ここに置く').setInputFiles({
    name: one.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: readFileSync(await one.path()),
  })
  await expect(page.getByRole('button', { name: 'この内容で登録する' })).toBeVisible()
})

test('a vendor without an account writes its replies on one file that talks to nobody', async ({ own, browser }) => {
  const origin = new URL(own.at('today')).origin
  const api = `${origin}/api/v1/facilities/${own.at('').split('/f/')[1]?.replace(/\/$/, '') ?? ''}`
  const { sheets } = (await (await own.page.request.get(`${api}/vendors`)).json()) as { sheets: { sheet: string; state: string }[] } // as the contract says
  const sheet = sheets.find(({ state }) => state === 'not-sent' || state === 'waiting')?.sheet ?? ''
  const csv = await (await own.page.request.get(`${api}/vendor-sheets/${encodeURIComponent(sheet)}/file?format=csv`)).body()
  await open(vendor, `${origin}/v/requests`)
  const [file] = await Promise.all([
    vendor.waitForEvent('download'),
    vendor.getByRole('button', { name: '返事を書くファイルを保存する' }).click(),
  ])
  const place = join(mkdtempSync(join(tmpdir(), 'reply-page-')), file.suggestedFilename())
  await file.saveAs(place)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (one) => asked.push(one.url()))
  await page.goto(pathToFileURL(place).href)
  const other = { name: 'other.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') }
  await page.getByLabel('依頼ファイル(CSV、いくつでも)').setInputFiles([{ name: 'request.csv', mimeType: 'text/csv', buffer: csv }, other])
  await expect(page.getByText('読めたファイル1件、読めないファイル1件。')).toBeVisible()
  await expect(page.getByRole('heading', { name: '「other.csv」は読めませんでした' })).toBeVisible()
  await sound(page)
  for (const choice of await page.locator('#standard select').all()) await choice.selectOption('はい')
  const site = page.locator('#requests .item')
  await expect(site).toHaveCount(3)
  await expect(page.locator('.left')).toContainText('空欄のまま')
  await site.first().getByRole('combobox').selectOption('施設側の担当')
  await site.first().getByRole('textbox').fill("='現地の機器'は、施設が管理")
  await page.getByRole('button', { name: '返事のファイルを保存する' }).click()
  await expect(page.locator('#result')).toHaveText('「回答した人の氏名」がまだです。')
  await page.getByLabel('回答した人の氏名').fill('仮名 次郎')
  await page.getByLabel('確かめました').check()
  const [reply] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '返事のファイルを保存する' }).click()])
  expect(reply.suggestedFilename()).toBe('request_reply.csv')
  const bytes = readFileSync(await reply.path())
  expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([])
  await context.close()
  const headers = { origin, 'content-type': 'application/octet-stream', 'x-file-name': 'request_reply.csv' }
  const preview = (await (await own.page.request.post(`${api}/imports?as=vendor-reply`, { headers, data: bytes })).json()) as { id: string } // as the contract says
  const stored = await own.page.request.post(`${api}/imports/${preview.id}/apply`, { data: {}, headers: { origin } })
  expect(stored.ok()).toBe(true)
  const view = (await (await own.page.request.get(`${api}/checklist?sheet=${encodeURIComponent(sheet)}`)).json()) as {
    items: { answers: { record: { answer?: string; reason?: string } }[] }[]
  } // as the contract says
  const answers = view.items.map(({ answers: rows }) => rows[0]?.record)
  expect(answers.find((one) => one?.reason?.startsWith('='))?.reason).toBe("='現地の機器'は、施設が管理")
  expect(answers.filter((one) => one?.answer === undefined)).toHaveLength(2)
})
