import { type Browser, type Page, expect as plainExpect, test } from '@playwright/test'
import { type MailService, startMailService, textOf } from '../packages/testing/process/mail-service.ts'
import { loadExample, owner, type SignedIn, type Site, setUpOwner, startSite } from './support/site.ts'
import { listen, open, storing } from './support/test.ts'

/** On a busy machine the first answers take long. */
const expect = plainExpect.configure({ timeout: 30_000 })
test.describe.configure({ mode: 'serial', timeout: 240_000 })

let smtp: MailService
let site: Site
let signedIn: SignedIn
let facility: string

test.beforeAll(async () => {
  smtp = await startMailService()
  site = await startSite({ at: '2026-11-20T03:00:00Z', env: { E2E_SMTP_URL: smtp.url } })
  signedIn = await setUpOwner(site)
  facility = await loadExample(site, signedIn, 'hospital-180beds')
})

test.afterAll(async () => {
  await site.stop()
  await smtp.stop()
})

interface Line {
  readonly sheet: string
  readonly vendor: string
  readonly vendorName: string
  readonly state: string
}

const at = (path: string) => `${site.url}/f/${encodeURIComponent(facility)}/${path}`
const api = (path: string) => `${site.url}/api/v1/facilities/${encodeURIComponent(facility)}/${path}`
/** By the place in the list of vendors. */
const mailOf = (at: number) => `madoguchi-${at}@vendor.example`

async function post(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.post(api(path), { data, headers: { origin: site.url } })
  expect(await answer.text()).not.toContain('"code"')
  expect(answer.ok()).toBe(true)
}

/** Three vendors that are new to the facility, each with one system, an address for mail, and a sheet that nobody has sent. */
async function threeVendors(page: Page): Promise<readonly Line[]> {
  const names = ['例会議株式会社', '例給食株式会社', '例放送株式会社']
  const changes = names.flatMap((name, at) => [
    {
      change: { kind: 'add', slice: 'vendors', record: { id: `vendor:new-${at}`, name, mail: mailOf(at), secondContactName: '仮野 三郎' } },
    },
    {
      change: {
        kind: 'add',
        slice: 'systems',
        record: { id: `system:new-${at}`, name: `${name}のシステム`, vendor: `vendor:new-${at}` },
      },
    },
  ])
  await post(page, 'changes', { changes })
  await post(page, 'vendor-sheets', {})
  const { sheets } = (await (await page.request.get(api('vendors'))).json()) as { sheets: Line[] } // as the contract says
  return names.flatMap((name) => sheets.find(({ vendorName }) => vendorName === name) ?? [])
}

async function somebodyElse(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  return { page, complaints: listen(page) }
}

/** The vendor invited by mail follows the link in it, and hands its sheet in. */
async function answersByAccount(page: Page, letter: string): Promise<void> {
  await open(page, /https?:\S+\/invitation#\S+/.exec(letter)?.[0] ?? '')
  await page.getByLabel('あなたの氏名').fill('仮名 次郎')
  await page.getByLabel('ログインID').fill('hoshu')
  await page.getByLabel('パスワード', { exact: true }).fill('tsukue-kumo-banana')
  await page.getByRole('button', { name: '招待を受ける' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '納入先一覧' })).toBeVisible()
  await page.getByRole('link', { name: /:書き始める$/ }).click()
  await handIn(page, '仮名 次郎')
}

async function handIn(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name: /貴社が受け持つ項目/ })).toBeVisible()
  for (const item of await page.locator('.answer-item').all()) await item.getByText('はい', { exact: true }).click()
  await page.getByLabel('氏名').fill(name)
  await page.getByLabel('社内の承認者').fill('事例 部長')
  await storing(page, () => page.getByRole('heading', { level: 1 }).click(), '/draft')
  await page.getByRole('button', { name: '提出する' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提出する' }).click()
  await expect(page.getByText(/受け付けました/).first()).toBeVisible()
}

/** Weeks later the session has ended. */
async function comesBackOn(page: Page, instant: string): Promise<void> {
  site.moveTo(instant)
  await open(page, at('today'))
  await page.getByLabel('ログインID').fill(owner.login)
  await page.getByLabel('パスワード', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: '入る', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('見守りに入る')
}

async function sendByMail(page: Page, line: Line): Promise<void> {
  const before = smtp.received.length
  const known = await mailsTo(page, line.sheet)
  await open(page, at(`vendors/${encodeURIComponent(line.sheet)}/ask`))
  await page.getByRole('button', { name: 'メールで送る' }).click()
  await page.getByRole('button', { name: 'メールを送る' }).click()
  await expect.poll(() => smtp.received.length).toBe(before + 1)
  expect(smtp.received.at(-1)?.to).toEqual([mailOf(2)])
  // NOTE: the letter arrives before it is written down that it was sent.
  await expect.poll(async () => (await mailsTo(page, line.sheet)).length).toBe(known.length + 1)
}

interface Asked {
  readonly sheets: readonly (Line & { requests: { kind: string; way?: string }[] })[]
}

/** What was asked of a vendor by mail, by kind. */
async function mailsTo(page: Page, sheet: string): Promise<readonly string[]> {
  const { sheets } = (await (await page.request.get(api('vendors'))).json()) as Asked // as the contract says
  return (sheets.find((each) => each.sheet === sheet)?.requests ?? []).filter(({ way }) => way === 'mail').map(({ kind }) => kind)
}

test('of three vendors one answers by an account, one by link and number, and the silence of the third stands in the pack', async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: signedIn, viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const complaints = listen(page)
  const [first, second, third] = await threeVendors(page)
  if (!first || !second || !third) throw new Error('three vendors have sheets')

  await open(page, at('relations'))
  await page.getByLabel('相手の種類').selectOption('vendor')
  await page.getByLabel('事業者', { exact: true }).selectOption(first.vendor)
  await page.getByLabel('メールで送る(7日使えます)').check()
  await page.getByRole('button', { name: 'この内容で見せる' }).click()
  await page.getByLabel('送る宛先のメールアドレス').fill(mailOf(0))
  await page.getByRole('button', { name: 'このまま送る' }).click()
  await expect(page.getByText(`${mailOf(0)}へ送りました。`).first()).toBeVisible()
  const letter = smtp.received.at(-1)
  expect(letter?.to).toEqual([mailOf(0)])
  const one = await somebodyElse(browser)
  await answersByAccount(one.page, letter ? textOf(letter) : '')

  await open(page, at(`vendors/${encodeURIComponent(second.sheet)}/ask`))
  await page.getByRole('button', { name: 'リンクと番号を作る' }).click()
  const link = (await page.locator('.link-text').textContent()) ?? ''
  const code = (await page.locator('.phone-card strong').textContent()) ?? ''
  const other = await somebodyElse(browser)
  await open(other.page, link)
  await other.page.getByLabel('確認番号').fill(code)
  await other.page.getByRole('button', { name: 'シートを開く' }).click()
  await handIn(other.page, '仮里 良子')

  await sendByMail(page, third)
  await comesBackOn(page, '2026-12-07T03:00:00Z')
  await sendByMail(page, third)
  await comesBackOn(page, '2026-12-21T03:00:00Z')
  await sendByMail(page, third)
  await comesBackOn(page, '2027-01-12T03:00:00Z')
  await sendByMail(page, third)
  await comesBackOn(page, '2027-02-01T03:00:00Z')
  await sendByMail(page, third)

  const back = (await (await page.request.get(api('vendors'))).json()) as Asked // as the contract says
  const line = (sheet: string) => back.sheets.find((each) => each.sheet === sheet)
  expect([line(first.sheet)?.state, line(second.sheet)?.state]).toEqual(['returned', 'returned'])
  expect(await mailsTo(page, third.sheet)).toEqual(['request', 'chase-up', 'chase-up', 'second-contact', 'head-letter'])

  const pack = await (await page.request.get(api('papers/pack?format=html'))).text()
  const track = pack.slice(pack.lastIndexOf('依頼と返事の経過'))
  const told = track.slice(track.indexOf(third.vendorName))
  for (const word of ['R8.12.7', 'R8.12.21', 'R9.1.12', 'R9.2.1', '催促', '第2連絡先', '施設長名']) expect(told).toContain(word)
  expect([complaints, one.complaints, other.complaints]).toEqual([[], [], []])
})
