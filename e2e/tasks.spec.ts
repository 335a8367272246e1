import { expect, type Page, request } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { testOnOwnSite } from './support/own-site.ts'
import { listen, open, storing } from './support/test.ts'

const test = testOnOwnSite()
test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.use({ actionTimeout: 20_000 })

const taskTitle = '保守用ルーターの更新を頼む'

interface Place {
  readonly page: Page
  readonly at: (path: string) => string
}

/** The facility's own calls, in the name of the owner who is signed in on the page. */
function apiOf({ page, at }: Place) {
  const origin = new URL(at('today')).origin
  const api = `${origin}/api/v1/facilities/${at('').split('/f/')[1]?.replace(/\/$/, '') ?? ''}`
  return {
    origin,
    get: async (path: string) => (await page.request.get(`${api}/${path}`)).json(),
    post: async (path: string, data: object) => (await page.request.post(`${api}/${path}`, { data, headers: { origin } })).json(),
  }
}

/** Everything that a screen must hold to; the list of screens has those of the facility in English as well. */
async function sound(page: Page): Promise<void> {
  expect(await brokenRules(page)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.setViewportSize(size ?? { width: 1280, height: 800 })
}

async function soundInBoth(page: Page): Promise<void> {
  await sound(page)
  await page.getByRole('button', { name: 'English' }).click()
  await sound(page)
  await page.getByRole('button', { name: '日本語' }).click()
}

interface Answer {
  readonly item: string
  readonly answers: readonly { readonly record: { readonly id: string }; readonly version: number }[]
}

/** Answers an item of the facility's own sheet, or takes the answer away. */
async function answer(own: Place, item: string, change: object): Promise<void> {
  const { get, post } = apiOf(own)
  const { items } = (await get('checklist')) as { items: Answer[] } // as the contract says
  const held = items.find((one) => one.item === item)?.answers[0]
  const whole = { kind: 'set', slice: 'answers', id: held?.record.id, ...change }
  const result = (await post('changes', { changes: [{ change: whole, expected: held?.version }] })) as { conflicts?: unknown[] } // as above
  expect(result.conflicts).toEqual([])
}

let finding = { id: '', item: '', title: '' }

test('a finding is taken as a task with an owner, a day, a word and proof, and closed', async ({ own }) => {
  const { page, at } = own
  const complaints = listen(page)
  const { findings } = (await apiOf(own).get('findings?state=open')) as {
    findings: { id: string; rule: string; item?: string; title: { ja: string } }[]
  } // as the contract says
  const found = findings.find((one) => one.rule === 'checklists/unanswered')
  finding = { id: found?.id ?? '', item: found?.item ?? '', title: found?.title.ja ?? '' }
  await open(page, at(`finding?id=${encodeURIComponent(finding.id)}`))
  await page.getByRole('link', { name: 'やることにする' }).click()
  await expect(page.getByLabel('やること', { exact: true })).toHaveValue(finding.title)
  await sound(page)
  await page.getByLabel('院内の担当').selectOption({ label: '見本 花子' })
  await page.getByLabel('いつまでに').fill('R9.3.31')
  await page.getByLabel('いつまでに').press('Enter')
  await page.getByRole('button', { name: 'やることにする' }).click()
  await expect(page.getByRole('heading', { level: 1, name: finding.title })).toBeVisible()
  const words = page.getByLabel('ひとこと残す')
  await words.fill('担当課に電話した')
  await page.getByRole('button', { name: '着手した' }).click()
  await expect(page.getByRole('button', { name: '着手した' })).toHaveCount(0)
  await expect(words).toHaveValue('担当課に電話した')
  await page.getByRole('button', { name: '残す', exact: true }).click()
  await expect(words).toHaveValue('')
  await expect(page.getByText('担当課に電話した')).toBeVisible()
  await page.getByLabel('証拠を付ける').setInputFiles({ name: '画面.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
  await expect(page.getByRole('link', { name: '画面.pdf' })).toBeVisible()
  await sound(page)
  await open(page, at('findings'))
  await expect(page.getByRole('link', { name: '引き受け中' })).toHaveCount(1)
  await open(page, at('tasks?show=mine'))
  await expect(page.getByRole('link', { name: finding.title })).toBeVisible()
  await sound(page)
  await answer(own, finding.item, { fields: { answer: 'yes', checkedOn: '2026-04-10' } })
  await open(page, at('tasks'))
  await page.getByRole('link', { name: finding.title }).click()
  await page.getByRole('button', { name: '済んだことにする' }).click()
  await page.getByLabel('内容').fill('全部の欄に書いた')
  await page.getByRole('button', { name: '済んだことにする' }).click()
  await expect(page.getByText('全部の欄に書いた')).toBeVisible()
  await expect(page.getByRole('button', { name: 'もう一度開く' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('the part of the list that is shown is the one that is marked', async ({ own }) => {
  await open(own.page, own.at('tasks?show=mine'))
  await expect(own.page.locator('.filters [aria-current]')).toHaveText(['自分の分'])
  await own.page.getByRole('link', { name: 'すべて' }).click()
  await expect(own.page.locator('.filters [aria-current]')).toHaveText(['すべて'])
})

test('it opens again by itself when the finding returns, with its history', async ({ own }) => {
  const { page, at } = own
  await answer(own, finding.item, { fields: {}, forget: ['answer', 'checkedOn'] })
  await open(page, at('tasks'))
  await page.getByRole('link', { name: finding.title }).click()
  await expect(page.getByText('気づきがまた出たため、自動で開きました。')).toHaveCount(1)
  await expect(page.getByText('全部の欄に書いた')).toBeVisible()
  await expect(page.getByRole('button', { name: '済んだことにする' })).toBeVisible()
})

test('a line of today with several findings is taken as one task, and leaves the list of today to its owner', async ({ own }) => {
  const { page, at } = own
  const { tasks } = (await apiOf(own).get('home')) as { tasks: { title: { ja: string }; findings: string[] }[] } // as the contract says
  const line = tasks.slice(0, 3).find((one) => one.findings.length > 0)
  await open(page, at('today'))
  await page.getByRole('link', { name: `担当と期限を決める:${line?.title.ja}`, exact: true }).click()
  await expect(page.getByLabel('やること', { exact: true })).toHaveValue(line?.title.ja ?? '')
  await page.getByLabel('院内の担当').selectOption({ label: '見本 花子' })
  await page.getByRole('button', { name: 'やることにする' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '閉じようとしている気づき' })).toBeVisible()
  const home = (await apiOf(own).get('home')) as { tasks: { findings: string[] }[] } // as the contract says
  expect(home.tasks.flatMap((one) => one.findings)).not.toContain(line?.findings[0])
})

test('a vendor sees the task that was handed to it and not the finding, and says that it is done', async ({ own, browser }) => {
  const { page, at } = own
  const { origin, get, post } = apiOf(own)
  const { sheets } = (await get('vendors')) as { sheets: { vendor: string; vendorName: string; state: string }[] } // as the contract says
  const line = sheets.find((one) => one.state === 'waiting')
  const terms = { areas: [], counts: false, named: true }
  const offered = { kind: 'vendor', name: line?.vendorName, vendor: line?.vendor, terms }
  const { relation } = (await post('relations', offered)) as { relation: string } // as the contract says
  const { code } = (await post(`relations/${relation}/invitation`, { way: 'mail' })) as { code: string } // as the contract says
  const api = await request.newContext()
  const account = { login: 'hoshu', password: 'tsukue-kumo-banana', name: '仮名 次郎' }
  const data = { secret: code, account, organisation: { name: line?.vendorName } }
  expect((await api.post(`${origin}/api/v1/invitation/accept`, { data, headers: { origin } })).ok()).toBe(true)
  await open(page, at('new-task'))
  await page.getByLabel('やること', { exact: true }).fill(taskTitle)
  await page.getByLabel('渡す事業者').selectOption(line?.vendor ?? '')
  await page.getByLabel('説明').fill('次の訪問で更新をお願いします。')
  await page.getByRole('button', { name: 'やることにする' }).click()
  await expect(page.getByRole('heading', { level: 1, name: taskTitle })).toBeVisible()
  await page.getByLabel('院内だけに見せる').check()
  await page.getByLabel('ひとこと残す').fill('見積の上限は30万円')
  await page.getByRole('button', { name: '残す', exact: true }).click()
  await expect(page.getByRole('paragraph').filter({ hasText: '見積の上限は30万円' })).toBeVisible()
  await expect(page.getByLabel('ひとこと残す')).toHaveValue('')
  const context = await browser.newContext({ storageState: await api.storageState(), viewport: { width: 1280, height: 800 } })
  const theirs = await context.newPage()
  const complaints = listen(theirs)
  await open(theirs, `${origin}/v/tasks`)
  await expect(theirs.getByRole('link', { name: taskTitle })).toBeVisible()
  await expect(theirs.getByText(finding.title)).toHaveCount(0)
  await soundInBoth(theirs)
  await theirs.getByRole('link', { name: taskTitle }).click()
  await expect(theirs.getByText('次の訪問で更新をお願いします。')).toBeVisible()
  await expect(theirs.getByText('30万円')).toHaveCount(0)
  await soundInBoth(theirs)
  await theirs
    .getByLabel('証拠を付ける')
    .setInputFiles({ name: '報告書.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%2') })
  await expect(theirs.getByText('報告書.pdf')).toBeVisible()
  await theirs.getByLabel('ひとこと残す').fill('更新しました')
  await theirs.getByRole('button', { name: '済みましたと伝える' }).click()
  await expect(theirs.getByText('伝えました。施設の確認を待っています。')).toBeVisible()
  expect(complaints).toEqual([])
  await context.close()
  await open(page, at('tasks'))
  await page.getByRole('link', { name: taskTitle }).click()
  await expect(page.getByText('更新しました')).toBeVisible()
  await page.getByRole('button', { name: '確かめて閉じる' }).click()
  await page.getByRole('button', { name: '確かめて閉じる' }).click()
  await expect(page.getByRole('button', { name: 'もう一度開く' })).toBeVisible()
})

test('what is knowingly left is renewed and ended, and waits for approval where the facility asks for it', async ({ own }) => {
  const { page, at } = own
  const { findings } = (await apiOf(own).get('findings?state=open')) as {
    findings: { id: string; title: { ja: string }; task?: object }[]
  } // as the contract says
  const left = findings.find((one) => one.id !== finding.id && one.task === undefined)
  await open(page, at(`finding?id=${encodeURIComponent(left?.id ?? '')}`))
  await accept(page, '承知のうえで見送る', 'R9.1.31')
  await expect(page.getByText('まで見送ると決めました。')).toBeVisible()
  await open(page, at('acceptances'))
  await expect(page.getByRole('link', { name: left?.title.ja ?? '' })).toBeVisible()
  await sound(page)
  await accept(page, /^期限を延ばす:/, 'R9.6.30')
  await expect(page.getByRole('cell', { name: 'R9.6.30' })).toBeVisible()
  await storing(page, () => page.getByLabel('決裁が済んだものだけを見送りにする').check())
  await page.getByRole('button', { name: /^見送りを終える:/ }).click()
  await expect(page.getByText('見送りにしているものはありません。')).toBeVisible()
  await open(page, at(`finding?id=${encodeURIComponent(left?.id ?? '')}`))
  await accept(page, '承知のうえで見送る', 'R9.1.31', '決裁に回す')
  await expect(page.getByText('見送りは決裁待ちです。')).toBeVisible()
  await open(page, at('acceptances'))
  await sound(page)
  for (const box of ['課長', '事務長', '院長']) await page.getByRole('button', { name: `${box}:決裁` }).click()
  await expect(page.getByRole('heading', { level: 2, name: '決裁待ち' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^見送りを終える:/ })).toHaveCount(1)
})

async function accept(page: Page, button: string | RegExp, until: string, keep = '見送ると記録する'): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByLabel('いつまで見送りますか').fill(until)
  await page.getByLabel('いつまで見送りますか').press('Enter')
  await page.getByLabel('理由').fill('更新の予定があるため')
  const sent = page.waitForResponse((response) => response.url().endsWith('/accept-finding'))
  await page.getByRole('button', { name: keep }).click()
  expect((await sent).status()).toBe(200)
}

test('a calendar address is made, read without signing in, and ended', async ({ own, playwright }) => {
  const { page, at } = own
  await open(page, at('calendar'))
  await sound(page)
  await page.getByRole('button', { name: 'アドレスを作る' }).click()
  const address = (await page.locator('.secret-address').textContent()) ?? ''
  await sound(page)
  const program = await playwright.request.newContext()
  const text = await (await program.get(address)).text()
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:みまもり:やることの期限(')
  expect(text.replaceAll('\r\n ', '')).not.toContain(finding.title)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '日付をファイルで保存する' }).click()
  expect((await saved).suggestedFilename()).toBe('mimamori.ics')
  await page.getByRole('button', { name: 'アドレスを使えなくする' }).click()
  await expect(page.getByText('アドレスはまだありません。')).toBeVisible()
  expect((await program.get(address)).status()).toBe(404)
  await program.dispose()
})
