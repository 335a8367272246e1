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

/** Reads the scans of one month, one after another, as a person chooses them all at once. */
export async function readScans(page: Page, address: string, month: string): Promise<void> {
  await open(page, address)
  await page.getByLabel('ファイルを選ぶか').setInputFiles(files.map((name) => join(scans, month, name)))
  await expect(page.getByText(`${files.length}個のファイルを見ました。`)).toBeVisible()
  await page.getByRole('button', { name: 'この内容で登録する' }).click()
  await expect(page.getByRole('article').getByText('登録しました。')).toHaveCount(files.length)
}
