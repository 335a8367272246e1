import type { VendorSheetLine, VendorsView } from '@mimamori/contract'
import type { Lang, Text } from '@mimamori/domain'
import { writeWorkbook } from '@mimamori/formats'
import type { FileReply } from '../../platform/http/index.ts'
import type { Kept } from '../kept.ts'
import { xlsxType } from '../words.ts'

const states: Readonly<Record<VendorSheetLine['state'], Text>> = {
  'not-sent': { ja: 'まだ送っていない', en: 'Not sent yet' },
  waiting: { ja: '回答待ち', en: 'Waiting' },
  partial: { ja: '一部だけ', en: 'In part' },
  returned: { ja: '返事あり', en: 'Answered' },
}

const ways: Readonly<Record<string, Text>> = {
  post: { ja: '郵送', en: 'Post' },
  fax: { ja: 'FAX', en: 'FAX' },
  mail: { ja: 'メール', en: 'Mail' },
  phone: { ja: '電話', en: 'Telephone' },
  hand: { ja: '手渡し', en: 'By hand' },
  file: { ja: 'ファイル', en: 'File' },
  screen: { ja: '画面', en: 'Screen' },
}

const texts = {
  title: { ja: '事業者確認用シートの一覧', en: 'Vendor sheets' },
  made: { ja: '作成日', en: 'Made on' },
  vendor: { ja: '事業者', en: 'Vendor' },
  system: { ja: 'システム', en: 'System' },
  way: { ja: '頼み方', en: 'How asked' },
  sentOn: { ja: '送った日', en: 'Sent on' },
  reply: { ja: '返事', en: 'Reply' },
  returnedOn: { ja: '返事の日', en: 'Answered on' },
  next: { ja: '次の催促', en: 'Next reminder' },
  number: { ja: 'シート番号', en: 'Number of the sheet' },
} as const satisfies Readonly<Record<string, Text>>

/** The page of the vendors' sheets as a list in Excel, with the same columns in the same words. */
export async function vendorListFile(now: Kept, { sheets }: VendorsView, lang: Lang): Promise<FileReply> {
  const words = (key: keyof typeof texts) => texts[key][lang]
  const day = (on: string | undefined) => (on === undefined ? undefined : { day: on })
  const bytes = await writeWorkbook(
    [
      {
        name: words('title'),
        titles: [now.picture.slices.facility[0]?.name ?? now.state.name],
        facts: [[words('made'), now.asOf]],
        columns: [
          { heading: words('vendor'), width: 30 },
          { heading: words('system'), width: 26 },
          { heading: words('way'), width: 10 },
          { heading: words('sentOn'), width: 13, isDay: true },
          { heading: words('reply'), width: 16 },
          { heading: words('returnedOn'), width: 13, isDay: true },
          { heading: words('next'), width: 48 },
          { heading: words('number'), width: 14 },
        ],
        rows: sheets.map((line) => [
          line.vendorName,
          line.systemName,
          line.way === undefined ? undefined : ways[line.way]?.[lang],
          day(line.sentOn),
          states[line.state][lang],
          day(line.returnedOn),
          line.next?.[lang],
          line.number,
        ]),
        landscape: true,
      },
    ],
    { title: words('title') },
  )
  return { name: `vendor-sheets_${now.asOf}.xlsx`, mediaType: xlsxType, bytes }
}
