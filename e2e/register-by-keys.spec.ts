import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, open, test } from './support/test.ts'

const scans = join(import.meta.dirname, '../examples/hospital-180beds/scans/2026-10')
const mostStops = 120

/** Goes on by the Tab key until the focus is there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let stop = 0; stop < mostStops; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the Tab key does not lead there')
}

async function pressOn(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

test('a scan is read, a question decided, two devices merged and parted again by the keyboard alone', async ({ desk: page, hospital }) => {
  test.setTimeout(240_000)
  await open(page, hospital.at('import?as=devices'))
  const input = page.getByLabel('ファイルを選ぶか')
  await tabTo(page, input)
  await input.setInputFiles(['nmap-offices.xml', 'switches.txt'].map((name) => join(scans, name)))
  await expect(page.getByText('2個のファイルを見ました。')).toBeVisible()
  await pressOn(page, page.getByRole('button', { name: 'この内容で登録する' }))
  await expect(page.getByRole('article').getByText('登録しました。')).toHaveCount(2)
  await pressOn(page, page.getByRole('link', { name: 'どちらの機器か確かめる' }).first())
  await expect(page.getByText(/^あと\d+件$/)).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByText(/の記録にしました。$/).first()).toBeVisible()

  await open(page, hospital.at('unlisted'))
  const found = page.getByRole('button', { name: /は台帳にある機器と同じ$/ }).first()
  const name = /「(.+)」/.exec((await found.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  await pressOn(page, found)
  await tabTo(page, page.getByLabel(`「${name}」と同じ機器を探してください`))
  await page.keyboard.type('医事課PC 01')
  await pressOn(page, page.getByRole('button', { name: '医事課PC 01', exact: true }))
  await pressOn(page, page.getByRole('button', { name: '1台にまとめる' }))
  await expect(page.getByText(`「${name}」を「医事課PC 01」にまとめました。`)).toBeVisible()

  await open(page, hospital.at('assets?text=医事課PC 01'))
  await pressOn(page, page.getByRole('link', { name: '医事課PC 01' }))
  await pressOn(page, page.getByRole('button', { name: `「${name}」を別の機器に戻す` }))
  await expect(page.getByRole('button', { name: `「${name}」を別の機器に戻す` })).toHaveCount(0)
  await open(page, hospital.at('unlisted'))
  await expect(page.getByRole('button', { name: `「${name}」は台帳にある機器と同じ` })).toBeVisible()
})
