import { testOnOwnSite } from './support/own-site.ts'
import { readScans } from './support/scans.ts'
import { expect, open } from './support/test.ts'

const test = testOnOwnSite({ day: '2026-10-20T01:00:00Z' })

test('in English two months of scans tell what nobody listed and what has changed, and a wrong merge is undone with its task', async ({
  own: { page, at, moveTo },
}) => {
  test.setTimeout(360_000)
  await page.addInitScript(() => localStorage.setItem('mimamori.lang', 'en'))
  await readScans(page, at('import?as=devices'), '2026-10', 'en')
  await open(page, at('unlisted'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Devices that nobody listed (11)')

  await page.getByRole('link', { name: 'signage-lobby' }).click()
  await page.getByRole('link', { name: /was seen but is not in the register/ }).click()
  await page.getByRole('link', { name: 'Make it a task' }).click()
  await page.getByLabel('Task', { exact: true }).fill('Find the device of the lobby')
  await page.getByRole('button', { name: 'Make it a task' }).click()
  await expect(page.getByRole('heading', { name: 'Find the device of the lobby' })).toBeVisible()

  await open(page, at('unlisted'))
  await page.getByRole('button', { name: 'It is a listed device: “signage-lobby”' }).click()
  await page.getByLabel('Find the device that “signage-lobby” is').fill('医事課PC 01')
  await page.getByRole('button', { name: '医事課PC 01' }).click()
  await page.getByRole('button', { name: 'Make them one device' }).click()
  await expect(page.getByText('“signage-lobby” was joined with “医事課PC 01”.')).toBeVisible()
  await open(page, at('assets?text=医事課PC 01'))
  await page.getByRole('link', { name: '医事課PC 01' }).click()
  await page.getByRole('button', { name: 'Part again: “signage-lobby”' }).click()
  await expect(page.getByRole('button', { name: 'Part again: “signage-lobby”' })).toHaveCount(0)
  await open(page, at('unlisted'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Devices that nobody listed (11)')
  await page.getByRole('link', { name: 'signage-lobby' }).click()
  await expect(page.getByRole('link', { name: 'Find the device of the lobby' })).toBeVisible()

  await moveTo('2026-11-20T01:00:00Z')
  await readScans(page, at('import?as=devices'), '2026-11', 'en')
  await open(page, at('asset-drift'))
  for (const what of ['Seen for the first time (3)', 'Not seen any more (3)', 'Moved (3)', 'Changed (6)'])
    await expect(page.getByRole('heading', { name: what })).toBeVisible()
})
