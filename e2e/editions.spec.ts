import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testOnOwnSite } from './support/own-site.ts'
import { expect, open } from './support/test.ts'

const test = testOnOwnSite()

test.describe.configure({ mode: 'serial' })

const fixtures = join(import.meta.dirname, '../packages/server/areas/checklists/fixtures')
const workbook = async (name: string) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await readFile(join(fixtures, name)),
})

test('a workbook of another layout, and one that is none, are refused by name and nothing is changed', async ({ own: { page, at } }) => {
  await open(page, at('edition'))
  await expect(page.getByText('令和8年度版の設問は、まだこのPCに入っていません。')).toBeVisible()
  const own = page.getByLabel('医療機関・薬局確認用のExcel')
  await own.setInputFiles(await workbook('r8-vendor.xlsx'))
  await expect(page.getByRole('alert')).toContainText('Excelの様式が違います。まだ何も読み込んでいません。')
  await own.setInputFiles(join(import.meta.dirname, '../examples/checkup-lab-centre/evidence.xlsx'))
  await expect(page.getByRole('alert')).toContainText('evidence.xlsx')
  await own.setInputFiles({ name: '台帳.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('これはExcelではありません') })
  await expect(page.getByRole('alert')).toContainText('台帳.xlsx')
  await expect(page.getByRole('link', { name: '令和7年度版で進める' })).toBeVisible()
})

test('the official workbooks bring the edition: answers are proposed, what cannot be carried is listed, the vendors’ form follows', async ({
  own: { page, at },
}) => {
  await open(page, at('checklist?mode=one&item=r7:4-01'))
  await page.keyboard.press('1')
  await expect(page.getByText(/保存しました/).first()).toBeVisible()
  await open(page, at('edition'))
  await page.getByLabel('医療機関・薬局確認用のExcel').setInputFiles(await workbook('r8-facility.xlsx'))
  await expect(page.getByText('19項目を読み込みました。')).toBeVisible()
  await expect(page.getByText('前の版から写せなかった項目(1件)')).toBeVisible()
  await expect(page.getByRole('status').getByText('運用管理規程に書いている')).toBeVisible()
  await expect(page.getByText('令和8年度版の施設用の設問が入っています。')).toBeVisible()
  await page.getByLabel('事業者確認用のExcel').setInputFiles(await workbook('r8-vendor.xlsx'))
  await expect(page.getByText('令和8年度版の設問が入っています。読み込むものはありません。')).toBeVisible()
  await expect(page.getByRole('status').getByText('運用管理規程に書いている')).toBeVisible()

  await page.getByRole('link', { name: '令和8年度版で進める' }).click()
  await page.getByRole('link', { name: '一覧' }).click()
  await expect(page.getByText('昨年度の答え').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: /写せなかった項目/ })).toBeVisible()
  await open(page, at('today'))
  await expect(page.getByText('令和8年度版の設問はまだありません')).toHaveCount(0)
})
