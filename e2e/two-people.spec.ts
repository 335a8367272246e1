import type { Browser, Page } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { testOnOwnSite } from './support/own-site.ts'
import { expect, listen, open } from './support/test.ts'

const test = testOnOwnSite({ day: '2026-11-20T03:00:00Z' })
test.describe.configure({ mode: 'serial' })

/** A beat comes every twenty seconds. */
const untilHeard = { timeout: 30_000 }
const sheet = 'checklist?mode=one&item=r7:4-01'

/** Where the facility's own calls go. */
function addressesOf(at: (path: string) => string): { origin: string; api: string } {
  return { origin: new URL(at('')).origin, api: at('').replace('/f/', '/api/v1/facilities/') }
}

/** The words of an earlier save stay on the page: what is stored is known by its answer. */
async function stored(page: Page): Promise<void> {
  await page.waitForResponse((response) => response.url().endsWith('/changes'))
}

let held: { page: Page; complaints: string[] } | undefined

/** A colleague who enters data, on a browser of their own; the same one through all tests. */
async function colleague(browser: Browser, own: { page: Page; at: (path: string) => string }): Promise<Page> {
  if (held) return held.page
  await open(own.page, own.at('members'))
  await own.page.getByLabel('招く方の氏名').fill('事務 次郎')
  await own.page.getByLabel('できること').selectOption('editor')
  await own.page.getByRole('button', { name: '招待を作る' }).press('Enter')
  const code = (await own.page.locator('.invitation-code').textContent()) ?? ''
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  held = { page, complaints: listen(page) }
  await open(page, new URL('/invitation', own.at('today')).href)
  await page.getByLabel('招待番号').fill(code.toLowerCase())
  await page.getByRole('button', { name: '招待を開く' }).press('Enter')
  await page.getByLabel('あなたの氏名').fill('事務 次郎')
  await page.getByLabel('ログインID').fill('jiro')
  await page.getByLabel('パスワード', { exact: true }).fill('tsukue-kumo-banana')
  await page.getByRole('button', { name: '招待を受ける' }).press('Enter')
  await expect(page).toHaveURL(/\/today$/)
  return page
}

test('two people on one sheet see each other, and what the one answers shows on the page of the other', async ({ own, browser }) => {
  test.setTimeout(150_000)
  const other = await colleague(browser, own)
  await open(own.page, own.at(sheet))
  await open(other, own.at('checklist?mode=one&item=r7:2-05'))
  await expect(other.locator('.head-others')).toHaveText('見本 花子さんも開いています')
  await expect(other.getByTestId('announcer')).toHaveText('見本 花子さんも開いています')
  await expect(own.page.locator('.head-others')).toHaveText('事務 次郎さんも開いています', untilHeard)
  expect(await brokenRules(own.page)).toEqual([])

  await own.page.getByText('メモ').first().click()
  const note = own.page.getByLabel('メモ')
  await note.fill('棚卸し')
  await open(other, own.at(sheet))
  await other.keyboard.press('2')
  await expect(other.getByText(/保存しました/).first()).toBeVisible()
  await expect(own.page.getByRole('group', { name: '答え' }).getByRole('button', { name: 'いいえ' })).toHaveAttribute(
    'aria-pressed',
    'true',
    untilHeard,
  )
  await expect(note).toHaveValue('棚卸し')
  await note.blur()
  await open(other, own.at('papers'))
  await expect(own.page.locator('.head-others')).toHaveCount(0, untilHeard)
})

test('one field that both change shows both values, and two fields are both stored', async ({ own, browser }) => {
  const other = await colleague(browser, own)
  await open(own.page, own.at('settings'))
  await open(other, own.at('settings'))
  await other.getByLabel('電話').fill('00-0000-2222')
  await other.getByLabel('電話').press('Enter')
  await expect(other.getByText(/保存しました/).first()).toBeVisible()
  await own.page.getByLabel('FAX').fill('00-0000-3333')
  await own.page.getByLabel('FAX').press('Enter')
  await expect(own.page.getByText(/保存しました/).first()).toBeVisible()
  await expect(own.page.getByRole('alert')).toHaveCount(0)
  await open(other, own.at('settings'))
  await expect(other.getByLabel('FAX')).toHaveValue('00-0000-3333')
  await expect(other.getByLabel('電話')).toHaveValue('00-0000-2222')

  await own.page.getByLabel('電話').fill('00-0000-4444')
  await other.getByLabel('電話').fill('00-0000-5555')
  const saved = stored(own.page)
  await own.page.getByLabel('電話').press('Enter')
  await saved
  await other.getByLabel('電話').press('Enter')
  const both = other.getByRole('alert')
  await expect(both).toBeInViewport()
  await expect(both).toContainText('「電話」を「00-0000-4444」に変えました。あなたの「00-0000-5555」も残してあります。')
  expect(await brokenRules(other)).toEqual([])
  await both.getByRole('button', { name: '「00-0000-5555」にする' }).click()
  await expect(both).toHaveCount(0)
  await open(own.page, own.at('settings'))
  await expect(own.page.getByLabel('電話')).toHaveValue('00-0000-5555')
})

test('the last changes are undone one by one, and one that another stands on says which', async ({ own, browser }) => {
  const other = await colleague(browser, own)
  await open(own.page, own.at('settings'))
  await own.page.getByRole('link', { name: '最近の変更' }).click()
  const { page } = own
  await expect(page.getByRole('heading', { level: 1, name: '直前の変更を元に戻す' })).toBeFocused()
  const rows = page.locator('table.last-changes tbody tr')
  await expect(rows.first()).toContainText('事務 次郎さん')
  await expect(rows.first()).toContainText('00-0000-4444 → 00-0000-5555')
  await expect(rows.nth(1)).toContainText('事務 次郎さんが同じところを変えています。')
  await expect(rows.nth(1)).toContainText('いまは「00-0000-5555」、戻すと「00-0000-2222」になります')
  expect(await brokenRules(page)).toEqual([])

  await open(other, own.at('history'))
  await expect(other.locator('table.last-changes tbody tr').nth(1)).toContainText('ほかの方の変更です。')
  await expect(other.locator('table.last-changes tbody tr').first().getByRole('button')).toBeVisible()

  await rows
    .first()
    .getByRole('button', { name: /の変更を元に戻す$/ })
    .press('Enter')
  await expect(page.getByTestId('announcer')).toHaveText('元に戻しました。')
  await expect(rows.nth(1)).toContainText('元に戻してあります')
  await rows
    .nth(2)
    .getByRole('button', { name: /の変更を元に戻す$/ })
    .press('Enter')
  await expect(rows.nth(3)).toContainText('元に戻してあります')
  await open(page, own.at('settings'))
  await expect(page.getByLabel('電話')).toHaveValue('00-0000-2222')
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, own.at('history'))
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('of twenty windows of one person on one sheet nothing is lost', async ({ own }) => {
  test.setTimeout(300_000)
  const { page } = own
  const list = `${new URL(own.at('changes')).origin}/api/v1${new URL(own.at('changes')).pathname.replace('/f/', '/facilities/')}`
  const revisions = async () => {
    const { changes } = (await (await page.request.get(list)).json()) as { changes: { revision: number }[] } // as the contract says
    return changes.map(({ revision }) => revision)
  }
  const before = Math.max(...(await revisions()))
  const items = ['2-01', '2-02', '2-03', '2-04', '2-05', '2-06', '2-07', '2-08', '2-09', '3-01']
  const windows: Page[] = []
  for (let at = 0; at < 20; at++) {
    const one = await page.context().newPage()
    await open(one, own.at(`checklist?mode=one&item=r7:${items[at % items.length]}`))
    windows.push(one)
  }
  let disputes = 0
  for (const [at, one] of windows.entries()) {
    await one.bringToFront()
    await one
      .getByRole('group', { name: '答え' })
      .getByRole('button', { name: at < items.length ? 'あとで' : '事業者に聞く' })
      .click()
    const dispute = one.getByRole('alert').filter({ hasText: 'も残してあります' })
    await expect(one.locator('.saved-note.whole').or(dispute).first()).toBeVisible()
    disputes += await dispute.count()
  }
  expect((await revisions()).filter((revision) => revision > before).length + disputes).toBe(20)
  for (const one of windows) await one.close()
})

test('what a colleague has decided on a finding meanwhile stands beside what was typed, and neither is lost', async ({ own }) => {
  const { page } = own
  const { origin, api } = addressesOf(own.at)
  const listed = (await (await page.request.get(`${api}findings?state=open`)).json()) as { findings: { id: string }[] } // as the contract says
  const id = listed.findings[0]?.id ?? ''
  await open(page, own.at(`finding?id=${encodeURIComponent(id)}`))
  await page.getByRole('button', { name: '承知のうえで見送る' }).click()
  await page.getByLabel('いつまで見送りますか').fill('R9.3.1')
  await page.getByLabel('いつまで見送りますか').press('Enter')
  await page.getByLabel('理由').fill('予算の時期に合わせるため')
  const decided = { id, until: '2027-01-31', why: '更新の予定があるため', seen: null }
  expect((await page.request.post(`${api}accept-finding`, { data: decided, headers: { origin } })).ok()).toBe(true)
  const box = page.getByRole('alert').filter({ hasText: 'ほかの方がここを変えました' })
  await expect(box).toContainText('令和9年1月31日(日)まで見送ると決めています。理由:更新の予定があるため', untilHeard)
  await expect(page.getByLabel('理由')).toHaveValue('予算の時期に合わせるため')
  expect(await brokenRules(page)).toEqual([])
  await box.getByRole('button', { name: 'あなたの内容にする' }).click()
  await page.getByRole('button', { name: '見送ると記録する' }).click()
  await expect(page.getByText('令和9年3月1日(月)まで見送ると決めました。')).toBeVisible()
})

test('words of a task that are being typed stay when a colleague changes the task, and meet what the colleague has written', async ({
  own,
}) => {
  test.setTimeout(150_000)
  const { page } = own
  const { origin, api } = addressesOf(own.at)
  const post = async (path: string, data: object) => (await page.request.post(`${api}${path}`, { data, headers: { origin } })).json()
  const { task } = (await post('tasks', { title: '台帳を直す' })) as { task: string } // as the contract says
  const one = `tasks/${encodeURIComponent(task)}`
  const act = async (what: object) => {
    const held = (await (await page.request.get(`${api}${one}`)).json()) as { task: { version: number } } // as the contract says
    await post(`${one}/acts`, { version: held.task.version, what })
  }
  await open(page, own.at(one))
  await page.getByText('題名と説明を直す').click()
  await page.getByLabel('やること', { exact: true }).fill('機器の台帳を直す')
  await act({ act: 'due', dueOn: '2026-12-20' })
  await expect(page.getByLabel('期限')).toHaveValue(/12/, untilHeard)
  await expect(page.getByLabel('やること', { exact: true })).toHaveValue('機器の台帳を直す')
  await act({ act: 'word', title: '外来の台帳を直す', says: null })
  const box = page.getByRole('alert').filter({ hasText: 'ほかの方がここを変えました' })
  await expect(box).toContainText('いまの内容:外来の台帳を直す', untilHeard)
  await expect(page.getByLabel('やること', { exact: true })).toHaveValue('機器の台帳を直す')
  await box.getByRole('button', { name: 'あなたの内容にする' }).click()
  await page.getByRole('button', { name: '直した内容を残す' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '機器の台帳を直す' })).toBeVisible()
})

test('what is shown to an organisation is not changed over what a colleague has decided meanwhile', async ({ own }) => {
  const { page } = own
  const { origin, api } = addressesOf(own.at)
  const terms = { areas: [], counts: true, named: false }
  const offer = { kind: 'association', name: '例医療情報協会', terms }
  const made = await (await page.request.post(`${api}relations`, { data: offer, headers: { origin } })).json()
  const { relation } = made as { relation: string } // as the contract says
  await open(page, own.at('relations'))
  const card = page.locator('section.card', { hasText: '例医療情報協会' })
  await card.getByRole('button', { name: '例医療情報協会に見せるものを変える' }).click()
  await card.getByLabel('チェックリストの回答', { exact: true }).check()
  const changed = { version: 1, terms: { ...terms, named: true } }
  const one = `${api}relations/${relation}`
  expect((await page.request.post(one, { data: changed, headers: { origin } })).ok()).toBe(true)
  await card.getByRole('button', { name: 'この内容に変える' }).click()
  const box = card.getByRole('alert').filter({ hasText: 'ほかの方がここを変えました' })
  await expect(box).toBeVisible()
  await expect(card.getByLabel('チェックリストの回答', { exact: true })).toBeChecked()
  expect(await brokenRules(page)).toEqual([])
  await box.getByRole('button', { name: 'あなたの内容にする' }).click()
  await card.getByRole('button', { name: 'この内容に変える' }).click()
  await expect(page.getByTestId('announcer')).toHaveText('見せるものを変えました。')
})

test('the kind of a zone that both change shows both kinds by their names', async ({ own, browser }) => {
  const other = await colleague(browser, own)
  const kindOn = async (page: Page) => {
    await open(page, own.at('network'))
    await page.getByRole('button', { name: /^事務の網\(/ }).press('Enter')
    await page.getByRole('button', { name: 'この区画を直す' }).click()
    return page.getByLabel('区画の種類')
  }
  const [ours, theirs] = [await kindOn(own.page), await kindOn(other)]
  const saved = stored(other)
  await theirs.selectOption({ label: '診療の区画' })
  await saved
  await ours.selectOption({ label: 'サーバの区画' })
  const both = own.page.getByRole('alert')
  await expect(both).toContainText('「区画の種類」を「診療の区画」に変えました。あなたの「サーバの区画」も残してあります。')
  await both.getByRole('button', { name: '「診療の区画」にする' }).click()
  await expect(both).toHaveCount(0)
})

test('the browser of the colleague had nothing to complain of', () => {
  expect(held?.complaints).toEqual([])
})
