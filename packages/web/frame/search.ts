import { plainNumber } from '../ui/item-number.ts'

export interface Found {
  readonly kind: 'item' | 'vendor' | 'finding' | 'device'
  readonly id: string
  readonly name: string
}

interface Searched {
  readonly items: readonly { id: string; number: string; name: string; question: string }[]
  readonly vendors: readonly { id: string; name: string; kana?: string | undefined }[]
  readonly findings: readonly { id: string; name: string }[]
  /** Devices that the server has found by the same text. */
  readonly devices: readonly { id: string; name: string }[]
}

const most = 8
/** Places that devices have, however much else is found. */
const leastDevices = 3

/** What fits the text, numbers of items first; half and full width, (株) and 株式会社, 髙 and 高 are the same. */
export function search(text: string, { items, vendors, findings, devices }: Searched): readonly Found[] {
  const wanted = plainText(text)
  if (wanted === '') return []
  const number = plainNumber(text)
  const isNumber = /^\d+(-\d*)?$/.test(number)
  const byNumber = isNumber ? items.filter((item) => plainNumber(item.number) === number) : []
  const nearNumber = isNumber ? items.filter((item) => !byNumber.includes(item) && plainNumber(item.number).startsWith(number)) : []
  const byName = items.filter((item) => plainText(`${item.name} ${item.question}`).includes(wanted))
  const foundItems = [...new Set([...byNumber, ...nearNumber, ...byName])].map(
    (item): Found => ({ kind: 'item', id: item.id, name: `${item.number} ${item.name}` }),
  )
  const foundVendors = vendors
    .filter((vendor) => plainText(`${vendor.name} ${vendor.kana ?? ''}`).includes(wanted))
    .map((vendor): Found => ({ kind: 'vendor', id: vendor.id, name: vendor.name }))
  const foundFindings = findings
    .filter((finding) => plainText(finding.name).includes(wanted))
    .map((finding): Found => ({ kind: 'finding', ...finding }))
  const foundDevices = devices.map((device): Found => ({ kind: 'device', ...device }))
  const others = [...foundItems, ...foundVendors, ...foundFindings]
  return [...others.slice(0, most - Math.min(foundDevices.length, leastDevices)), ...foundDevices].slice(0, most)
}

const twins: Readonly<Record<string, string>> = { 髙: '高', 﨑: '崎', 德: '徳', 﨟: '藤', 槗: '橋' }

/** A text as it is compared: one width, one case, hiragana, no spaces, no legal form of the company. */
export function plainText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60))
  return [...plain]
    .map((char) => twins[char] ?? char)
    .join('')
    .replace(/\(株\)|株式会社|有限会社|\(有\)|\s|\p{Variation_Selector}/gu, '')
}
