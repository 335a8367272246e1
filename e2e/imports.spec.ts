import { lookAtEveryWidth } from './support/every-width.ts'
import { expect, open, test } from './support/test.ts'

const list = '会社名,設置場所,連絡用電話\r\n見本医療株式会社,2階検査室,00-1111-0009\r\n'

/** 会社名、電話、担当者 and two companies. */
const eucJp =
  'b2f1bcd2ccbe2cc5c5cfc32cc3b4c5f6bcd40d0ab8abcbdcbea6b2f12c30302d313131312d303030312cb2beccbe20bca1cfba0d0ab8abcbdcc5c5b5a12c30302d313131312d303030322cb2beccbe20bbb0cfba0d0a'

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

test('the page says which formats are read and how well each is known, at every width', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('import?as=devices'))
  await page.getByText('読める機器の記録と、どこまで確かめた形式か').click()
  await expect(page.getByRole('heading', { name: '実際の出力で確かめた形式' })).toBeVisible()
  await expect(page.getByText('Nmap 5.51、6.40、7.93の出力')).toBeVisible()
  expect(await lookAtEveryWidth(page, 'formats')).toEqual([])
})

test('a text file whose letters came out wrong is read again in another encoding', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('import'))
  const inEucJp = Buffer.from(eucJp, 'hex')
  await page.getByLabel('ファイルを選ぶか').setInputFiles({ name: '台帳.csv', mimeType: 'text/csv', buffer: inEucJp })
  await expect(page.getByText('別の文字コードで読み直せます')).toBeVisible()
  await page.getByRole('button', { name: 'EUC-JPとして読み直す' }).click()
  await expect(page.getByText('事業者とシステムの一覧。2行を読みました。')).toBeVisible()
  await page.getByText('EUC-JPとして読みました。').click()
  await expect(page.getByRole('button', { name: 'Shift_JISとして読み直す' })).toBeVisible()
})
