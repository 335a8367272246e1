import { expect, open, storing, test } from './support/test.ts'

test('a work card prints on one page of A4, without navigation and buttons', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('cards/del?item=r7:2-05'))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: '異常に気づいた' })).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('a tick on a work card is kept, and can be taken back', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('cards/del?item=r7:2-05'))
  const first = page.getByRole('checkbox').first()
  const done = page.locator('.tick .source')
  await storing(page, () => first.check())
  await expect(done).toHaveCount(1)
  await page.reload()
  await expect(first).toBeChecked()
  await first.uncheck()
  await expect(done).toHaveCount(0)
})

test('no style, script or font comes from elsewhere', async ({ desk: page, hospital }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(hospital.site.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
  })
  const answer = await page.goto(hospital.at('today'))
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("style-src 'self'")
  expect(policy).not.toContain('unsafe')
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
  const face = '16px "BIZ UDPGothic Web"'
  await page.evaluate((name) => document.fonts.load(name, '見守り'), face)
  expect(await page.evaluate((name) => document.fonts.check(name, '見守り'), face)).toBe(true)
})

test('a browser that runs no script finds the reason in the page itself', async ({ desk: page, hospital }) => {
  const html = await (await page.request.get(hospital.site.url)).text()
  expect(html).toContain('Microsoft Edgeの「Internet Explorerモード」を外して開き直してください。')
  expect(html.slice(html.indexOf('<noscript>'), html.indexOf('</noscript>'))).toContain('この画面にはJavaScriptが要ります。')
  await open(page, hospital.at('today'))
  await expect(page.locator('.old-browser')).toHaveCount(0)
})

test('a check number that is typed in on the page of papers leads to the paper that was made', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('papers'))
  const download = page.waitForEvent('download')
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: '検査前の確認表' }) })
    .getByRole('button', { name: 'PDFを作る' })
    .click()
  expect((await download).suggestedFilename()).toMatch(/inspection/)
  const pack = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '検査用一式', exact: true }) })
  await pack.getByRole('button', { name: 'PDFを作る' }).click()
  const number =
    (await page
      .getByRole('cell', { name: /^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/ })
      .first()
      .textContent()) ?? ''
  await page.getByLabel('照合番号', { exact: true }).fill(number.toLowerCase().replaceAll('-', ''))
  await page.getByRole('button', { name: '確かめる', exact: true }).click()
  await expect(page.getByText('保管しているファイルは、作成時のままです。')).toBeVisible()
  await page.getByLabel('照合番号', { exact: true }).fill('0000')
  await page.getByRole('button', { name: '確かめる', exact: true }).click()
  await expect(page.getByText('照合番号は12文字です。')).toBeVisible()
})
