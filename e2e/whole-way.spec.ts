import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { addressOf } from './support/address.ts'
import { expect, open, test } from './support/test.ts'

const run = promisify(execFile)
const main = join(import.meta.dirname, '../packages/cli/main.ts')

interface Assessed {
  readonly findings: readonly { readonly id: string; readonly state: string; readonly severity: string }[]
  readonly items: readonly { readonly number: string; readonly state: string }[]
}

async function mimamori<T>(...words: string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [main, ...words, '--json'])
  const answer: T = JSON.parse(stdout) // the command line's own tests hold its answers against their schemas
  return answer
}

test('from the silent vendor to its answer from a file, a pack that verifies, and the same findings on the exported folder', async ({
  desk: page,
  hospital,
}, info) => {
  const saved = (name: string) => info.outputPath(name)
  await open(page, hospital.at('joined'))
  await expect(page.getByText(/^待ち \d+日/)).toHaveCount(1)

  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/ask'))
  await page.getByRole('button', { name: 'メールで送る' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /CSV/ }).click()])
  const blank = await readFile(await download.path(), 'utf8')
  const filled = blank.replace(/^([0-9]-[^,\n]*,[^,\n]*,)[^,\n]*,[^,\n]*/gm, '$1○,R8.11.19')
  expect(filled).not.toBe(blank)
  await writeFile(saved('reply.csv'), filled)

  await open(page, hospital.at('import'))
  await page.locator('input[type=file]').setInputFiles(saved('reply.csv'))
  await page.getByRole('button', { name: 'この内容で登録する' }).click()
  await expect(page.getByText('登録しました。').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'この内容で登録する' })).toHaveCount(0)

  await open(page, hospital.at('joined'))
  const row = page.getByRole('row').filter({ hasText: '1-①' }).first()
  await expect(row).toContainText('一致')
  await expect(page.getByText(/^待ち \d+日/)).toHaveCount(0)

  await open(page, hospital.at('papers'))
  const [pack] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('button', { name: '一式(ZIP)を作る' }).click(),
  ])
  await pack.saveAs(saved('pack.zip'))
  expect(await mimamori('verify', saved('pack.zip'))).toMatchObject({ ok: true, intact: true })

  const facility = encodeURIComponent(hospital.facility)
  const zip = await page.request.get(`${hospital.site.url}/api/v1/facilities/${facility}/folder`)
  await writeFile(saved('folder.zip'), await zip.body())
  const folder = saved('folder')
  await unzip(saved('folder.zip'), folder)
  const assessed = await mimamori<Assessed>('assess', folder)
  const screen: Assessed = await (await page.request.get(`${hospital.site.url}/api/v1/facilities/${facility}/findings`)).json() // the contract's tests hold this view against its schema
  const told = (list: Assessed['findings']) =>
    list
      .filter((one) => one.state !== 'done' && one.state !== 'no-longer-seen')
      .map((one) => `${one.id} ${one.state} ${one.severity}`)
      .sort()
  expect(told(assessed.findings)).toEqual(told(screen.findings))
  expect(assessed.items.find((item) => item.number === '1-①')?.state).toBe('agreed-yes')
})

async function unzip(file: string, folder: string): Promise<void> {
  const { unzipInto } = await import('@mimamori/formats')
  const made = await unzipInto(await readFile(file), folder)
  expect(made.kind).toBe('unzipped')
}
