import { addressOf } from './support/address.ts'
import { brokenRules } from './support/axe.ts'
import { expect, open, test } from './support/test.ts'

test('a vendor stays silent through two reminders and an escalation, and all of it stands in the pack', async ({
  desk: page,
  hospital,
}) => {
  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/ask'))
  const history = page.locator('.history li')
  await expect(history.first()).toBeVisible()
  const before = await history.count()
  const which = page.getByLabel('どの手順の文書・記録ですか')

  await page.getByRole('button', { name: 'FAX用に印刷する' }).click()
  await which.selectOption({ label: '催促' })
  await page.getByRole('button', { name: '送った記録を残す' }).click()
  await expect(history).toHaveCount(before + 1)

  await page.getByRole('button', { name: '電話で頼む' }).click()
  await which.selectOption({ label: '催促' })
  await page.getByLabel('出た人').fill('仮野 三郎')
  await page.getByRole('button', { name: '電話の記録を残す' }).click()
  await expect(history).toHaveCount(before + 2)

  await page.getByRole('button', { name: '印刷して渡す・郵送する' }).click()
  await which.selectOption({ label: '第2連絡先へ' })
  await page.getByRole('button', { name: '送った記録を残す' }).click()
  await expect(history).toHaveCount(before + 3)
  await expect(history.filter({ hasText: '第2連絡先へ(郵送)' })).toHaveCount(1)

  const api = `${hospital.site.url}/api/v1/facilities/${encodeURIComponent(hospital.facility)}`
  const pack = await (await page.request.get(`${api}/papers/pack?format=html`)).text()
  const track = pack.slice(pack.lastIndexOf('依頼と返事の経過'))
  for (const step of ['催促', 'FAX', '電話', '仮野 三郎', '第2連絡先']) expect(track).toContain(step)
})

test('a letter waits for approval without being late, and goes on when it is approved', async ({ desk: page, hospital }) => {
  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/ask'))
  await page.getByRole('button', { name: '決裁に回す' }).click()
  await page.getByLabel('文書番号').fill('総第12号')
  await page.getByRole('button', { name: '決裁待ちにする' }).click()
  await expect(page.getByText('決裁が済むまで、催促の日は数えません。')).toBeVisible()
  await page.getByRole('button', { name: '課長:決裁' }).click()
  await page.getByRole('button', { name: '事務長:代決' }).click()
  await expect(page.getByText('事務長:', { exact: false }).first()).toContainText('代決')
  await expect(page.getByRole('button', { name: '事務長:後閲' })).toHaveCount(0)
  await page.getByRole('button', { name: '院長:決裁' }).click()
  await expect(page.getByRole('button', { name: '決裁に回す' })).toBeVisible()
})

test('a letter approved on paper keeps its days, its number and its scan, and the pack tells of it', async ({ desk: page, hospital }) => {
  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/ask'))
  await page.getByRole('button', { name: '決裁に回す' }).click()
  await page.getByRole('button', { name: '欄を足す' }).click()
  await page.getByRole('textbox', { name: '欄4' }).fill('理事長')
  await page.getByRole('button', { name: '「課長」の欄を外す' }).click()
  await page.getByRole('button', { name: '決裁待ちにする' }).click()
  const card = page.locator('section.card').filter({ has: page.getByRole('heading', { name: '決裁', exact: true }) })
  await expect(card.getByRole('button', { name: '理事長:決裁' })).toBeVisible()
  await expect(card).toContainText('起案日')
  await card.getByText('決裁欄の名前を変える').click()
  await card.getByRole('textbox', { name: '欄1' }).fill('総務課長')
  await card.getByRole('textbox', { name: '欄1' }).press('Enter')
  await expect(card.getByRole('button', { name: '総務課長:後閲' })).toBeVisible()
  await card.getByRole('button', { name: '総務課長:後閲' }).click()
  await expect(card).toContainText('総務課長:見本 花子(後閲)')
  await card.getByText('紙で決裁済みにする').first().click()
  await card.getByLabel('文書番号').fill('総第12号')
  await card.getByLabel('決裁の写し(スキャン)').setInputFiles({
    name: '決裁.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%scan'),
  })
  await expect(card.getByText('写しを付けてあります。')).toBeVisible()
  await card.getByRole('button', { name: '紙で決裁済みにする' }).click()
  await expect(card.getByText('紙で決裁済み', { exact: true })).toBeVisible()
  await card.locator('details.decided > summary').click()
  await card.getByLabel('施行日').fill('R8.11.20')
  await card.getByLabel('施行日').press('Enter')
  await expect(card.locator('dl')).toContainText('令和8年11月20日')
  await expect(card.getByRole('button', { name: '院長:後閲' })).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  const api = `${hospital.site.url}/api/v1/facilities/${encodeURIComponent(hospital.facility)}`
  const pack = await (await page.request.get(`${api}/papers/pack?format=html`)).text()
  const told = pack.slice(pack.lastIndexOf('依頼の文書の決裁'))
  for (const word of ['総第12号', '紙(資料', '総務課長 後閲']) expect(told).toContain(word)
})

test('a disclosure sheet that came is recorded with its file, and the pack tells of it', async ({ desk: page, hospital }) => {
  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/ask'))
  const card = page.locator('section.card').filter({ has: page.getByRole('heading', { name: 'MDS/SDS(開示書)' }) })
  await expect(card).toContainText('まだ受け取っていません。')
  await card.getByText('受け取った開示書を記録する').click()
  await card.getByLabel('製品の版').fill('3.2')
  await card.getByLabel('種類').selectOption({ label: 'MDSとSDS' })
  await card.getByLabel('様式の版').fill('Ver5.0')
  await card.getByLabel('受け取った日').fill('R8.4.8')
  await card.getByLabel('受け取った日').press('Tab')
  await card.getByLabel('ファイル(任意)').setInputFiles({
    name: 'MDS.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%mds'),
  })
  await expect(card.getByText('ファイルを付けてあります。')).toBeVisible()
  await card.getByRole('button', { name: '受領を記録する' }).click()
  await expect(card.getByRole('listitem').first()).toContainText('Ver5.0・令和8年4月8日受領')
  expect(await brokenRules(page)).toEqual([])
  const api = `${hospital.site.url}/api/v1/facilities/${encodeURIComponent(hospital.facility)}`
  const pack = await (await page.request.get(`${api}/papers/pack?format=html`)).text()
  const told = pack.slice(pack.lastIndexOf('MDS/SDS(セキュリティ開示書)の受領'))
  for (const word of ['3.2', 'MDS・SDS', 'Ver5.0・R8.4.8受領']) expect(told).toContain(word)
})

test('a vendor is told once a day where that is chosen, and the choice stays', async ({ desk: page, hospital }) => {
  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/ask'))
  await page.getByText('連絡先を直す').click()
  const choice = page.getByRole('checkbox', { name: 'メールを1日1通にまとめる(まとめて知らせる)' })
  await choice.check()
  await expect(page.getByText(/保存しました/).first()).toBeVisible()
  await page.reload()
  await page.getByText('連絡先を直す').click()
  await expect(choice).toBeChecked()
  expect(await brokenRules(page)).toEqual([])
})

test('a notice outside is made only with consent, which can be taken back', async ({ desk: page, hospital }) => {
  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/ask'))
  await page.getByText('このシートについて、知らせることに同意する').first().click()
  await page.getByLabel('相手の名前').fill('例県医師会')
  await page.getByRole('button', { name: 'このシートについて、知らせることに同意する' }).click()
  await expect(page.getByRole('button', { name: '連絡の文書を保存する' })).toBeVisible()
  await page.getByRole('button', { name: '郵送した記録を残す' }).click()
  await expect(page.locator('.history li').filter({ hasText: '外部への連絡(郵送)' })).toHaveCount(1)
  await page.getByRole('button', { name: '同意を取り消す' }).click()
  await expect(page.getByRole('button', { name: '連絡の文書を保存する' })).toHaveCount(0)
})

test('the number on a FAX that came back leads to its sheet', async ({ desk: page, hospital }) => {
  await open(page, await addressOf(page, hospital, 'vendors/<sheet>/ask'))
  const number = ((await page.getByText(/^シート番号 /).textContent()) ?? '').replace('シート番号 ', '')
  await open(page, hospital.at('vendors'))
  await page.getByLabel('返ってきたFAXのシート番号').fill('AAAA-2222')
  await page.getByRole('button', { name: 'シートを開く' }).click()
  await expect(page.getByText('この番号のシートは見つかりません。')).toBeVisible()
  await page.getByLabel('返ってきたFAXのシート番号').fill(number.toLowerCase())
  await page.getByRole('button', { name: 'シートを開く' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '紙で届いた回答を写す' })).toBeVisible()
})

test('the page of mail says that everything works without it', async ({ desk: page, hospital }) => {
  await open(page, hospital.at('mail'))
  await expect(page.getByText('メールを送る設定はまだありません。')).toBeVisible()
})
