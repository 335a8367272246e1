import { type Browser, type BrowserContext, type Page, expect as plainExpect, test } from '@playwright/test'
import { generateSync } from 'otplib'
import { brokenRules } from './support/axe.ts'
import { lookAtEveryWidth } from './support/every-width.ts'
import { own } from './support/screens.ts'
import { owner, type SignedIn, type Site, setUpOwner, startSite } from './support/site.ts'
import { listen, open, storing } from './support/test.ts'

/** Each test has a server of its own, since it changes how the owner gets in; on a busy machine the first answers take long. */
const expect = plainExpect.configure({ timeout: 30_000 })
test.describe.configure({ timeout: 180_000 })

let site: Site
let state: SignedIn
let complaints: string[] = []

test.beforeEach(async () => {
  site = await startSite()
  state = await setUpOwner(site)
  complaints = []
})

test.afterEach(async () => {
  await site.stop()
  plainExpect(complaints).toEqual([])
})

async function newPage(browser: Browser, storageState?: SignedIn): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...(storageState && { storageState }) })
  const page = await context.newPage()
  complaints = listen(page)
  return { context, page }
}

async function typePassword(page: Page, password = owner.password): Promise<void> {
  await open(page, `${site.url}/sign-in`)
  await page.getByLabel('ログインID').fill(owner.login)
  await page.getByLabel('パスワード', { exact: true }).fill(password)
  await page.getByRole('button', { name: '入る', exact: true }).click()
}

async function signedIn(browser: Browser) {
  return newPage(browser, state)
}

async function signOut(context: BrowserContext): Promise<void> {
  await context.clearCookies({ name: 'mimamori' })
}

test('a sheet of one-time numbers is printed on one page and asked for line by line', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  await open(page, `${site.url}/me`)
  await page.getByRole('button', { name: '番号表を作る' }).click()
  await expect(page.locator('.codes.sheet li')).toHaveCount(40)
  const numbers = (await page.locator('.codes.sheet strong').allTextContents()).map((text) => text.replace(/\s/g, ''))
  const paper = await page.pdf({ format: 'A4' })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  for (const line of [1, 2]) {
    await signOut(context)
    await typePassword(page)
    await expect(page.getByRole('heading', { name: 'もう1つの確認' })).toBeVisible()
    await page.getByLabel(`番号表の${line}番の番号`).fill('000000')
    await page.getByRole('button', { name: '確認する' }).click()
    await expect(page.getByText('番号が違うか、使用済みです。')).toBeVisible()
    await page.getByLabel(`番号表の${line}番の番号`).fill(numbers[line - 1] ?? '')
    await page.getByRole('button', { name: '確認する' }).click()
    await expect(page).toHaveURL(/\/welcome$/)
  }
  await context.close()
})

test('an authenticator app is set up from the picture or by typing, and its number lets in', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  await open(page, `${site.url}/me`)
  await page.getByRole('button', { name: '認証アプリを登録する' }).click()
  await expect(page.getByRole('img', { name: '認証アプリで読み取る図' })).toBeVisible()
  const secret = ((await page.locator('.secret-code').textContent()) ?? '').replace(/\s/g, '')
  await page.getByLabel('認証アプリの6桁の番号').fill(generateSync({ secret }))
  await page.getByRole('button', { name: '番号を確かめて登録する' }).click()
  await expect(page.getByText('登録済みです。')).toBeVisible()
  await signOut(context)
  await typePassword(page)
  const later = Math.floor(Date.now() / 1000) + 30
  await page.getByLabel('認証アプリの6桁の番号').fill(generateSync({ secret, epoch: later }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/welcome$/)
  await context.close()
})

test('a passkey is made and used', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  })
  await open(page, `${site.url}/me`)
  await page.getByLabel('パスキーの名前').fill('事務室のPC')
  await page.getByRole('button', { name: 'パスキーを登録する' }).click()
  await expect(page.getByText('事務室のPC(')).toBeVisible()
  await signOut(context)
  await typePassword(page)
  await page.getByRole('button', { name: 'パスキーを使う' }).click()
  await expect(page).toHaveURL(/\/welcome$/)
  await context.close()
})

test('an idle page is locked, the same person finds the input, and it is not seen meanwhile', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  await page.clock.install()
  await open(page, `${site.url}/welcome`)
  await page.getByLabel('施設の名前').fill('みまもり診療所')
  await page.getByRole('button', { name: '始める(約10分)' }).click()
  await expect(page).toHaveURL(/\/start/)
  await open(page, page.url().replace(/start.*$/, 'people'))
  await page
    .getByRole('searchbox')
    .or(page.getByRole('combobox', { name: '番号・名前で探す' }))
    .first()
    .fill('まだ保存していない文字')
  await page.clock.fastForward('28:30')
  await expect(page.getByText('あと2分です。')).toBeVisible()
  await page.clock.fastForward('02:00')
  await expect(page.getByRole('heading', { name: '画面を閉じています' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '番号・名前で探す', includeHidden: true })).not.toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '画面を閉じています' })).toBeVisible()
  await page.getByLabel(`${owner.name}さんのパスワード`).fill('wrong wrong wrong')
  await page.keyboard.press('Enter')
  await expect(page.getByText('ログインIDかパスワードが違います。')).toBeVisible()
  await page.getByLabel(`${owner.name}さんのパスワード`).fill(owner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '画面を閉じています' })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: '番号・名前で探す' })).toHaveValue('まだ保存していない文字')
  await context.close()
})

/** A second owner, by the envelope: people are not managed here. */
async function enterByEnvelope(browser: Browser, page: Page): Promise<{ context: BrowserContext; page: Page }> {
  await open(page, `${site.url}/sign-in-rules`)
  await page.getByRole('button', { name: '復旧封筒の紙を作る' }).click()
  const code = (await page.locator('.envelope-code').textContent()) ?? ''
  expect(code).toMatch(/^(\w{5}-){4}\w{5}$/)
  const context = await browser.newContext()
  const other = await context.newPage()
  await open(other, `${site.url}/recover`)
  await other.getByText('復旧封筒', { exact: true }).click()
  await other.getByLabel('復旧コード(25文字)').fill(code)
  await other.getByLabel('あなたの氏名').fill('院長 太郎')
  await other.getByLabel('ログインID').fill('incho')
  await other.getByLabel('新しいパスワード').fill('ひだまりの机と青い傘')
  await other.getByRole('button', { name: '新しいパスワードで入る' }).click()
  await expect(other).toHaveURL(/\/welcome$/)
  return { context, page: other }
}

test('the envelope lets a new owner in, the others are told, and a colleague is let in again by a number', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  const { context: head, page: other } = await enterByEnvelope(browser, page)
  await page.reload()
  await expect(page.getByText('復旧封筒が開けられ、院長 太郎さんが施設代表として入りました。')).toBeVisible()
  await page.getByRole('button', { name: '読みました' }).click()
  await expect(page.getByText('復旧封筒が開けられ')).toHaveCount(0)

  await open(other, `${site.url}/sign-in-rules`)
  await other.getByRole('button', { name: `${owner.name}さんの一時番号を発行する` }).click()
  const number = (await other.locator('.envelope-code').textContent()) ?? ''
  await open(page, `${site.url}/recover`)
  await page.getByLabel('ログインID').fill(owner.login)
  await page.getByLabel('一時番号(10桁)').fill(number)
  await page.getByLabel('新しいパスワード').fill('赤い橋と三匹の亀')
  await page.getByRole('button', { name: '新しいパスワードで入る' }).click()
  await expect(page).toHaveURL(/\/welcome$/)
  await expect(page.getByText('あなたの「一時番号」を発行し')).toBeVisible()
  await head.close()
  await context.close()
})

test('on a shared PC another person gets in by name and own password, on a new page', async ({ browser }) => {
  const { context, page } = await newPage(browser)
  await open(page, `${site.url}/sign-in`)
  await page.getByLabel('ログインID').fill(owner.login)
  await page.getByLabel('パスワード', { exact: true }).fill(owner.password)
  await page.getByLabel('このPCに名前を覚える').check()
  await page.getByRole('button', { name: '入る', exact: true }).click()
  await expect(page).toHaveURL(/\/welcome$/)
  await page.evaluate(() => Reflect.set(window, 'ofTheOneBefore', true))
  await open(page, `${site.url}/switch`)
  await page.getByRole('button', { name: `${owner.name}さん`, exact: true }).click()
  await page.getByLabel(`${owner.name}さんのパスワード`).fill(owner.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/welcome$/)
  expect(await page.evaluate(() => Reflect.get(window, 'ofTheOneBefore'))).toBeUndefined()
  await open(page, `${site.url}/switch`)
  await page.getByRole('button', { name: `${owner.name}さんの名前を忘れる` }).click()
  await expect(page.getByText('このPCが覚えている名前はありません。')).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('mimamori.names'))).toBe('[]')
  await context.close()
})

test('a facility that asks everybody for a second factor leads to setting one up, and to nothing else before', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  await open(page, `${site.url}/sign-in-rules`)
  await page.getByLabel('全員に求める').click()
  await expect(page.getByText('あなたの「もう1つの確認」が、まだ登録されていません。')).toBeVisible()
  await open(page, `${site.url}/me`)
  await page.getByRole('button', { name: '番号表を作る' }).click()
  await expect(page.locator('.codes.sheet li')).toHaveCount(40)
  const { context: head, page: other } = await enterByEnvelope(browser, page)
  await storing(page, () => page.getByLabel('全員に求める').click(), '/organisation/factor')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByLabel('全員に求める')).toBeChecked()
  await open(other, `${site.url}/welcome`)
  await expect(other).toHaveURL(/\/me$/)
  await expect(other.getByText('スマートフォンがなくても「使い捨て番号表」で登録できます。')).toBeVisible()
  await other.getByRole('button', { name: '番号表を作る' }).click()
  await expect(other.locator('.codes.sheet li')).toHaveCount(40)
  await other.getByRole('link', { name: '見守りに戻る' }).click()
  await expect(other).toHaveURL(/\/welcome$/)
  await head.close()
  await context.close()
})

test('an important setting asks again who is there once the sign-in lies back', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  await open(page, `${site.url}/me`)
  // The server's clock cannot be moved from here; what it says is put in its place once.
  const words = { ja: '確かめます。', en: 'Prove it.' }
  const json = { error: { code: 'auth/prove-again', message: words, action: words } }
  await page.route('**/api/v1/me/codes', (route) => route.fulfill({ status: 428, json }), { times: 1 })
  await page.getByRole('button', { name: '番号表を作る' }).click()
  const dialog = page.getByRole('dialog', { name: 'ご本人の確認' })
  await dialog.getByLabel('いまのパスワード').fill(owner.password)
  await dialog.getByRole('button', { name: '確認する' }).click()
  await expect(page.locator('.codes.sheet li')).toHaveCount(40)
  await context.close()
})

test('no page about signing in breaks a rule of accessibility or scrolls sideways at 320 pixels, in both languages', async ({
  browser,
}) => {
  const { context, page } = await signedIn(browser)
  await page.setViewportSize({ width: 320, height: 800 })
  const wrong: string[] = []
  const look = async (name: string) => {
    wrong.push(...(await brokenRules(page)).map((rule) => `${name}: ${rule}`))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) wrong.push(`${name}: ${over} px too wide`)
  }
  for (const lang of ['ja', 'en'] as const) {
    await open(page, `${site.url}/welcome`)
    await page.evaluate((chosen) => localStorage.setItem('mimamori.lang', chosen), lang)
    for (const path of own) {
      await open(page, site.url + path)
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      await look(`${lang} ${path}`)
    }
  }
  await open(page, `${site.url}/me`)
  await page.getByRole('button', { name: 'Make a sheet' }).click()
  await expect(page.locator('.codes.sheet li')).toHaveCount(40)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await expect(page.getByRole('img', { name: 'Picture to scan' })).toBeVisible()
  await page.getByRole('button', { name: 'Make recovery codes' }).click()
  await expect(page.locator('.codes')).toHaveCount(2)
  await look('everything open')
  await page.getByRole('button', { name: '日本語' }).click()
  await expect(page.locator('.codes')).toHaveCount(2)
  wrong.push(...(await lookAtEveryWidth(page, 'everything open')))
  plainExpect(wrong).toEqual([])
  await context.close()
})

test('signing in with a second factor needs no mouse', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  await open(page, `${site.url}/me`)
  await page.getByRole('button', { name: '番号表を作る' }).press('Enter')
  await expect(page.locator('.codes.sheet li')).toHaveCount(40)
  const first = ((await page.locator('.codes.sheet strong').first().textContent()) ?? '').replace(/\s/g, '')
  await signOut(context)
  await open(page, `${site.url}/sign-in`)
  await page.getByLabel('ログインID').focus()
  await page.keyboard.type(owner.login)
  await page.keyboard.press('Tab')
  await page.keyboard.type(owner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'もう1つの確認' })).toBeFocused()
  await expect(page.getByRole('main').getByRole('textbox')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type(first)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/welcome$/)
  await context.close()
})
