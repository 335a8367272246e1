import type { VendorClientLine } from '@mimamori/contract'
import type { Lang, Text } from '@mimamori/domain'
import { writeWorkbook } from '@mimamori/formats'
import type { FileReply } from '../../platform/http/index.ts'
import type { RequestScope } from '../../platform/index.ts'
import type { Services } from '../services.ts'
import { xlsxType } from '../words.ts'
import { vendorClientsOf } from './clients.ts'

const states: Readonly<Record<VendorClientLine['state'], Text>> = {
  untouched: { ja: '未着手', en: 'Not begun' },
  standard: { ja: '標準回答あり', en: 'Standard answers' },
  writing: { ja: '記入中', en: 'Being written' },
  checking: { ja: '社内確認中', en: 'Being checked' },
  'sent-back': { ja: '差戻し', en: 'Sent back' },
  asked: { ja: '確認のお願い', en: 'A word is wanted' },
  submitted: { ja: '提出済み', en: 'Handed in' },
}

const texts = {
  title: { ja: '答えを待たれている依頼', en: 'Open requests' },
  made: { ja: '作成日', en: 'Made on' },
  facility: { ja: '納入先', en: 'Client' },
  product: { ja: '製品', en: 'Product' },
  due: { ja: '期限', en: 'Due' },
  state: { ja: '状態', en: 'State' },
  items: { ja: '項目', en: 'Items' },
  left: { ja: '残る項目', en: 'Items left' },
  perClient: { ja: 'うち施設ごとに違う項目', en: 'Different at every client' },
  asked: { ja: '確かめられている項目', en: 'Items asked about' },
} as const satisfies Readonly<Record<string, Text>>

/** Every request that waits for this vendor, as a list for its own office: by due date, none that was handed in. */
export async function clientsFile(services: Services, asking: RequestScope, lang: Lang): Promise<FileReply> {
  const { lines, today } = await vendorClientsOf(services, asking)
  const open = lines.filter(({ state }) => state !== 'submitted')
  const words = (key: keyof typeof texts) => texts[key][lang]
  const bytes = await writeWorkbook(
    [
      {
        name: words('title'),
        facts: [[words('made'), today]],
        columns: [
          { heading: words('facility'), width: 32 },
          { heading: words('product'), width: 28 },
          { heading: words('due'), width: 13, isDay: true },
          { heading: words('state'), width: 16 },
          { heading: words('items'), width: 8 },
          { heading: words('left'), width: 10 },
          { heading: words('perClient'), width: 16 },
          { heading: words('asked'), width: 24 },
        ],
        rows: open.map((line) => [
          line.facility,
          line.system,
          line.dueOn === undefined ? undefined : { day: line.dueOn },
          states[line.state][lang],
          line.items,
          line.left,
          line.perClientLeft,
          line.asked.join(lang === 'ja' ? '、' : ', '),
        ]),
        landscape: true,
      },
    ],
    { title: words('title') },
  )
  return { name: `open-requests_${today}.xlsx`, mediaType: xlsxType, bytes }
}
