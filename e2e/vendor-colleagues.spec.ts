import { type Browser, expect, type Page, request } from '@playwright/test'
import { brokenRules } from './support/axe.ts'
import { testOnOwnSite } from './support/own-site.ts'
import { listen, open, storing } from './support/test.ts'
import { facilityOf, invitedColleague, invitedVendor } from './support/vendor.ts'

const test = testOnOwnSite()
/** A beat comes every twenty seconds. */
const untilHeard = { timeout: 40_000 }

/** Both people of one vendor, each on a browser of their own, at the same sheet. */
async function twoAtOneSheet(
  browser: Browser,
  own: { page: Page; at: (path: string) => string },
): Promise<{ pages: [Page, Page]; complaints: string[][] }> {
  const facility = await facilityOf(own.page, own.at)
  const line = facility.sheets.find((one) => one.state === 'waiting')
  const [first, second] = [await request.newContext(), await request.newContext()]
  if (line) await invitedVendor(first, facility, line)
  await invitedColleague(first, second, { origin: facility.origin, name: '同僚 三郎' })
  const pageOf = async (api: typeof first) =>
    (await browser.newContext({ storageState: await api.storageState(), viewport: { width: 1280, height: 800 } })).newPage()
  const pages: [Page, Page] = [await pageOf(first), await pageOf(second)]
  const complaints = pages.map(listen)
  for (const page of pages) {
    await open(page, facility.origin)
    await page.getByRole('link', { name: /:書き始める$/ }).click()
    await expect(page.getByRole('heading', { name: /貴社が受け持つ項目/ })).toBeVisible()
  }
  return { pages, complaints }
}

/** Sheets that the page asks for anew wait until they are let go. */
async function heldBack(page: Page): Promise<{ letGo(): Promise<void> }> {
  const sheets = /\/api\/v1\/answering\/[^/]+\/[^/]+$/
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route(sheets, (route) => opened.then(() => route.continue()))
  return {
    async letGo() {
      open()
      await page.unroute(sheets)
    },
  }
}

test('two people of one vendor see each other on a sheet, and of two answers to one item neither is lost', async ({ own, browser }) => {
  test.setTimeout(180_000)
  const { pages, complaints } = await twoAtOneSheet(browser, own)
  const [mine, theirs] = pages
  await expect(theirs.locator('.head-others')).toHaveText('仮名 次郎さんも開いています')
  await expect(mine.locator('.head-others')).toHaveText('同僚 三郎さんも開いています', untilHeard)

  // The one page does not hear of the other's answer before it gives its own.
  const hold = await heldBack(theirs)
  const items = (page: Page) => page.locator('.answer-item')
  await storing(mine, () => items(mine).first().getByText('はい', { exact: true }).click(), '/draft')
  await items(theirs).first().getByText('いいえ', { exact: true }).click()
  const box = theirs.locator('.box-differs')
  await hold.letGo()
  await expect(box).toContainText('仮名 次郎さんが')
  await expect(box).toContainText('を「はい」に変えました。あなたの「いいえ」も残してあります。')
  expect(await brokenRules(theirs)).toEqual([])
  await theirs.setViewportSize({ width: 320, height: 800 })
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  await box.getByRole('button', { name: 'あなたの内容にする' }).click()
  await expect(box).toHaveCount(0)
  await expect(items(theirs).first().getByRole('radio', { name: 'いいえ' })).toBeChecked()
  // What the colleague stored shows on the other page by itself.
  await expect(items(mine).first().getByRole('radio', { name: 'いいえ' })).toBeChecked(untilHeard)

  // What is being typed stays, and is held against what stood there when it was begun.
  await items(mine).nth(1).getByText('はい', { exact: true }).click()
  await expect(items(theirs).nth(1).getByRole('radio', { name: 'はい' })).toBeChecked(untilHeard)
  const again = await heldBack(theirs)
  await mine.getByLabel('氏名').fill('仮名 次郎')
  await mine.getByLabel('社内の承認者').fill('事例 部長')
  await storing(mine, () => mine.getByLabel('電話').press('Tab'), '/draft')
  await theirs.getByLabel('社内の承認者').fill('別の 課長')
  await theirs.getByLabel('電話').press('Tab')
  await again.letGo()
  await expect(box).toContainText('「事例 部長」に変えました。あなたの「別の 課長」も残してあります。')
  await box.getByRole('button', { name: '仮名 次郎さんの内容にする' }).click()
  await expect(theirs.getByLabel('社内の承認者')).toHaveValue('事例 部長')
  expect(complaints.flat()).toEqual([])
})
