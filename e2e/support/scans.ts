import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, open } from './test.ts'

/** The scans of the example of 180 beds, by month. */
export const scans = join(import.meta.dirname, '../../examples/hospital-180beds/scans')
const files = [
  'dhcp-chart.txt',
  'dhcpd.leases',
  'fortigate.txt',
  'nmap-medical.xml',
  'nmap-offices.xml',
  'nmap-servers.xml',
  'switches.txt',
]

const words = {
  ja: {
    choose: 'ファイルを選ぶか',
    seen: `${files.length}個のファイルを見ました。`,
    store: 'この内容で登録する',
    stored: '登録しました。',
  },
  en: { choose: 'Choose files', seen: `${files.length} files were looked at.`, store: 'Store this', stored: 'Stored.' },
} as const

/** Reads the scans of one month, one after another, as a person chooses them all at once. */
export async function readScans(page: Page, address: string, month: string, lang: 'ja' | 'en' = 'ja'): Promise<void> {
  const { choose, seen, store, stored } = words[lang]
  await open(page, address)
  await page.getByLabel(choose).setInputFiles(files.map((name) => join(scans, month, name)))
  await expect(page.getByText(seen)).toBeVisible()
  await page.getByRole('button', { name: store }).click()
  await expect(page.getByRole('article').getByText(stored, { exact: true })).toHaveCount(files.length)
}
