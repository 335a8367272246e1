import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type Page, expect as plainExpect, test } from '@playwright/test'
import { type SignInService, startSignInService } from '../packages/testing/process/sign-in-service.ts'
import { brokenRules } from './support/axe.ts'
import { owner, type SignedIn, type Site, setUpOwner, startSite } from './support/site.ts'
import { listen, open } from './support/test.ts'

/** On a busy machine the first answers take long. */
const expect = plainExpect.configure({ timeout: 30_000 })
test.describe.configure({ mode: 'serial', timeout: 180_000 })

let service: SignInService
let site: Site
let signedIn: SignedIn
let folder: string

test.beforeAll(async () => {
  service = await startSignInService({ returnTo: 'http://localhost/sign-in/outside' })
  folder = await mkdtemp(join(tmpdir(), 'mimamori-outside-'))
  await writeFile(join(folder, 'secret'), service.clientSecret, { mode: 0o600 })
  const env = { E2E_OIDC_ISSUER: service.issuer.href, E2E_OIDC_CLIENT_ID: service.clientId, E2E_OIDC_SECRET_FILE: join(folder, 'secret') }
  site = await startSite({ env })
  signedIn = await setUpOwner(site)
})

test.afterAll(async () => {
  await site.stop()
  service.stop()
  await rm(folder, { recursive: true, force: true })
})

/** At the service itself, where the account is what is typed. */
async function enterAt(page: Page, account: string): Promise<void> {
  await page.waitForURL((url) => url.origin === service.issuer.origin)
  await page.getByPlaceholder('Enter any login').fill(account)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL((url) => url.origin === new URL(site.url).origin)
}

async function newPage(browser: Browser, storageState?: SignedIn): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...(storageState && { storageState }) })
  // The page of the service asks for its letters outside; they are not needed.
  await context.route('https://fonts.googleapis.com/**', (route) => route.abort())
  return { context, page: await context.newPage() }
}

async function sound(page: Page): Promise<void> {
  expect(await brokenRules(page)).toEqual([])
}

test('an account of the hospital is linked on the page of one’s own settings, and lets in from the page of signing in', async ({
  browser,
}) => {
  const { context, page } = await newPage(browser, signedIn)
  await open(page, `${site.url}/me`)
  await page.getByRole('button', { name: 'アカウントをつなぐ' }).click()
  await enterAt(page, 'hanako@hospital')
  await expect(page).toHaveURL(/\/me$/)
  await expect(page.getByText('院内のアカウントとつながっています。')).toBeVisible()

  await context.clearCookies()
  const complaints = listen(page)
  await open(page, `${site.url}/sign-in`)
  await sound(page)
  await page.getByRole('button', { name: '院内アカウントで入る' }).click()
  await enterAt(page, 'hanako@hospital')
  await expect(page).toHaveURL(/\/welcome$/)
  await open(page, `${site.url}/me`)
  await expect(page.getByText(owner.name).first()).toBeVisible()
  expect(complaints.filter((line) => !line.includes('fonts.googleapis'))).toEqual([])
  await context.close()
})

test('an account that nobody has linked lets nobody in, and asks the head of the facility', async ({ browser }) => {
  const { context, page } = await newPage(browser)
  await open(page, `${site.url}/sign-in`)
  await page.getByRole('button', { name: '院内アカウントで入る' }).click()
  await enterAt(page, 'stranger@hospital')
  await expect(page.getByText(/このアカウントは、まだ見守りのどの方ともつながっていません。/)).toBeVisible()
  await sound(page)
  await page.getByLabel('ログインID').fill(owner.login)
  await page.getByRole('button', { name: '申し込む' }).click()
  await expect(page.getByText(/申し込みを受け付けました。/)).toBeVisible()
  await open(page, `${site.url}/welcome`)
  await expect(page).toHaveURL(/\/sign-in/)
  await context.close()

  const own = await newPage(browser, signedIn)
  await open(own.page, `${site.url}/sign-in-rules`)
  await expect(own.page.getByText('stranger@hospitalさん', { exact: false })).toBeVisible()
  await own.context.close()
})

test('whoever turns back at the service finds the password still there', async ({ browser }) => {
  const { context, page } = await newPage(browser)
  await open(page, `${site.url}/sign-in`)
  await page.getByRole('button', { name: '院内アカウントで入る' }).click()
  await page.waitForURL((url) => url.origin === service.issuer.origin)
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.waitForURL((url) => url.origin === new URL(site.url).origin)
  await expect(page.getByText('院内のログインサービスでの確認ができませんでした。')).toBeVisible()
  await sound(page)
  await page.getByRole('link', { name: 'ログインの画面へ' }).click()
  await page.getByLabel('ログインID').fill(owner.login)
  await page.getByLabel('パスワード', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: '入る', exact: true }).click()
  await expect(page).toHaveURL(/\/welcome$/)
  await context.close()
})
