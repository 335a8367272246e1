import { expect, open, test } from './support/test.ts'

const list = '会社名,設置場所,連絡用電話\r\n見本医療株式会社,2階検査室,00-1111-0009\r\n'

test('the columns of an office’s own list are corrected before anything is registered, and next year’s is read so', async ({
  desk: page,
  hospital,
}) => {
  await open(page, hospital.at('import'))
  const choose = (name: string) =>
    page.getByLabel('ファイルを選ぶか').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(list) })
  await choose('取引先.csv')
  await expect(page.getByText('列の読み方を確かめてください')).toBeVisible()
  await expect(page.getByLabel('「会社名」列を何として読みますか')).toHaveValue('vendors.name')
  await page.getByLabel('「設置場所」列を何として読みますか').selectOption('vendors.address')
  await page.getByRole('button', { name: 'この読み方で読み直す' }).click()
  await expect(page.getByText('列の読み方を見る・直す')).toBeVisible()
  await page.getByRole('button', { name: 'この内容で登録する' }).click()
  await expect(page.getByText('登録しました。').first()).toBeVisible()
  await choose('来年.csv')
  await page.getByText('列の読み方を見る・直す').click()
  await expect(page.getByLabel('「設置場所」列を何として読みますか')).toHaveValue('vendors.address')
})

test('a text file whose letters came out wrong is read again in another encoding', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('import'))
  const broken = Buffer.from('bdd5c0a52cc5c5cfc30d0a', 'hex')
  await page.getByLabel('ファイルを選ぶか').setInputFiles({ name: '台帳.csv', mimeType: 'text/csv', buffer: broken })
  await expect(page.getByText('別の文字コードで読み直せます')).toBeVisible()
  await page.getByRole('button', { name: 'EUC-JPとして読み直す' }).click()
  await expect(page.getByRole('article')).toContainText('台帳.csv')
  await expect(page.getByRole('button', { name: 'Shift_JISとして読み直す' })).toBeVisible()
})
