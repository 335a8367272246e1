import type { AssetRow } from '@mimamori/contract'
import { type Asset, byId, type Contract, type Fact, type ObservationSource, type ServiceOfCare, type Text } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

/** By what a device was seen, as people call it. */
export const sourceNames: Readonly<Record<ObservationSource, Text>> = {
  register: { ja: '機器の台帳', en: 'a register of devices' },
  nmap: { ja: 'ネットワークの調査(Nmap)', en: 'a scan of the network (Nmap)' },
  dhcp: { ja: 'アドレスの貸し出し記録(DHCP)', en: 'leases of addresses (DHCP)' },
  arp: { ja: '通信相手の記録(ARP)', en: 'a table of neighbours (ARP)' },
  'mac-table': { ja: 'スイッチの学習記録', en: 'the address table of a switch' },
  lldp: { ja: '隣の機器の記録(LLDP)', en: 'a neighbour (LLDP)' },
  cdp: { ja: '隣の機器の記録(CDP)', en: 'a neighbour (CDP)' },
  device: { ja: '機器自身の表示', en: 'the device itself' },
  directory: { ja: 'Active Directory', en: 'Active Directory' },
  snmp: { ja: '機器の応答(SNMP)', en: 'an answer of the device (SNMP)' },
  drawio: { ja: '構成図(draw.io)', en: 'a diagram (draw.io)' },
  'vendor-list': { ja: '事業者の一覧', en: 'a list of a vendor' },
  hand: { ja: '手入力', en: 'entered by hand' },
}

/** A day in Japan on which something was seen, by what. */
export function seenView({ on, by }: { on: string; by: ObservationSource }): NonNullable<AssetRow['lastSeen']> {
  return { on, by, byName: sourceNames[by] }
}

export const unknownValue = '-'

/** The words for a fact without a value. */
export const factTexts: Readonly<Record<'none' | 'not-applicable' | typeof unknownValue, Text>> = {
  none: { ja: 'なし', en: 'none' },
  'not-applicable': { ja: '対象外', en: 'not applicable' },
  [unknownValue]: { ja: '未記入', en: 'not known' },
}

export function same(text: string): Text {
  return { ja: text, en: text }
}

/** A reference in words; undefined where nobody knows. */
export function factName(
  list: readonly { readonly id: string; readonly name: string }[],
  fact: Fact<string> | undefined,
): { id: string; name: Text } | undefined {
  if (fact === undefined) return undefined
  if (fact === 'none' || fact === 'not-applicable') return { id: fact, name: factTexts[fact] }
  return { id: fact, name: same(byId(list, fact)?.name ?? '') }
}

/** The records that these ids name, with their names, in order. */
export function namesOf(
  list: readonly { readonly id: string; readonly name: string }[],
  ids: readonly string[] | undefined,
): { id: string; name: string }[] {
  return (ids ?? []).flatMap((id) => {
    const found = byId(list, id)
    return found ? [{ id: found.id, name: found.name }] : []
  })
}

export function kindName(now: Pick<Kept, 'catalogue'>, kind: Asset['kind']): Text | undefined {
  return byId(now.catalogue.reference.assetKinds, kind)?.name
}

/** What a contract is called: its title, else the name of the vendor. */
export function contractName(now: Pick<Kept, 'picture'>, { id, title, vendor }: Contract): { id: string; name: string } {
  return { id, name: title ?? byId(now.picture.slices.vendors, vendor)?.name ?? '' }
}

/** What care is called: its own name, else that of its kind as the ten questions have it. */
export function serviceName(now: Pick<Kept, 'catalogue'>, { id, name, kind }: ServiceOfCare): { id: string; name: Text } {
  const parts = now.catalogue.tenQuestions.flatMap((question) => question.parts)
  const words = parts.find((part) => part.sets === 'services.kind')?.choices?.find((choice) => choice.code === kind)?.text
  return { id, name: name === undefined ? (words ?? same(kind)) : same(name) }
}
