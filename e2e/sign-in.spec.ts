import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { generateSync } from 'otplib'
import { owner, type Site, setUpOwner, startSite } from './support/site.ts'
import { listen, open } from './support/test.ts'

let site: Site
let complaints: string[] = []

test.beforeEach(async () => {
  site = await startSite()
  await setUpOwner(site)
  complaints = []
})

test.afterEach(async () => {
  await site.stop()
  expect(complaints).toEqual([])
})

async function newPage(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
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
  const { context, page } = await newPage(browser)
  await typePassword(page)
  await expect(page).toHaveURL(/\/welcome$/)
  return { context, page }
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
  const { context, page } = await newPage(browser)
  await page.clock.install()
  await typePassword(page)
  await page.getByLabel('施設の名前').fill('みまもり診療所')
  await page.getByRole('button', { name: '始める(約10分)' }).click()
  await page.waitForURL(/\/start\//)
  await open(page, page.url().replace(/start\/.*$/, 'people'))
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

test('the envelope lets a new owner in, the others are told, and a colleague is let in again by a number', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  await open(page, `${site.url}/sign-in-rules`)
  await page.getByRole('button', { name: '復旧封筒の紙を作る' }).click()
  const code = (await page.locator('.envelope-code').textContent()) ?? ''
  expect(code).toMatch(/^(\w{5}-){4}\w{5}$/)
  const head = await browser.newContext()
  const other = await head.newPage()
  await open(other, `${site.url}/recover`)
  await other.getByText('復旧封筒', { exact: true }).click()
  await other.getByLabel('復旧コード(25文字)').fill(code)
  await other.getByLabel('あなたの氏名').fill('院長 太郎')
  await other.getByLabel('ログインID').fill('incho')
  await other.getByLabel('新しいパスワード').fill('ひだまりの机と青い傘')
  await other.getByRole('button', { name: '新しいパスワードで入る' }).click()
  await expect(other).toHaveURL(/\/welcome$/)
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
  await page.getByLabel('全員に求める').check()
  await expect(page.getByLabel('全員に求める')).toBeChecked()
  await open(page, `${site.url}/welcome`)
  await expect(page).toHaveURL(/\/me$/)
  await expect(page.getByText('スマートフォンがなくても「使い捨て番号表」で登録できます。')).toBeVisible()
  await page.getByRole('button', { name: '番号表を作る' }).click()
  await expect(page.locator('.codes.sheet li')).toHaveCount(40)
  await page.getByRole('link', { name: '見守りに戻る' }).click()
  await expect(page).toHaveURL(/\/welcome$/)
  await context.close()
})

test('an important setting asks again who is there once the sign-in lies back', async ({ browser }) => {
  const { context, page } = await signedIn(browser)
  await open(page, `${site.url}/me`)
  // The server's clock cannot be moved from here; what it says is put in its place once.
  await page.route('**/api/v1/me/codes', async (route) => {
    await page.unroute('**/api/v1/me/codes')
    const words = { ja: '確かめます。', en: 'Prove it.' }
    await route.fulfill({ status: 428, json: { error: { code: 'auth/prove-again', message: words, action: words } } })
  })
  await page.getByRole('button', { name: '番号表を作る' }).click()
  const dialog = page.getByRole('dialog', { name: 'ご本人の確認' })
  await dialog.getByLabel('いまのパスワード').fill(owner.password)
  await dialog.getByRole('button', { name: '確認する' }).click()
  await expect(page.locator('.codes.sheet li')).toHaveCount(40)
  await context.close()
})
