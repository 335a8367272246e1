import type { AssetView } from '@mimamori/contract'
import type { Asset } from '@mimamori/domain'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { plainDate } from '../../ui/show-date.ts'

/** Facts of a device by the words of its form. */
export const factWords = {
  kind: 'register.kind',
  tag: 'register.tag',
  serial: 'register.serial',
  maker: 'register.maker',
  model: 'register.model',
  hostNames: 'register.hostNames',
  macs: 'register.macs',
  ips: 'register.ips',
  os: 'register.os',
  firmware: 'register.firmware',
  room: 'register.room',
  department: 'person.department',
  owner: 'register.owner',
  vendor: 'register.vendor',
  supportEndsOn: 'register.supportEnd',
  disclosureOn: 'register.disclosureOn',
  approvalNumber: 'register.approvalNumber',
  note: 'field.note',
} as const satisfies Partial<Record<keyof Asset, PlainKey>>

type FactName = keyof typeof factWords

export const factNames = Object.keys(factWords) as FactName[] // the record has exactly these keys

export function isFact(field: string): field is FactName {
  return field in factWords
}

/** A fact of a device as a person reads it; undefined where it is not known. */
export function useFactWords(): (view: AssetView, field: FactName) => string | undefined {
  const { t, say, lang } = useWords()
  return ({ asset: { record }, row, disclosureCameOn }, field) => {
    if (field === 'disclosureOn' && disclosureCameOn !== undefined) return plainDate(disclosureCameOn, lang)
    const value: string | readonly string[] | undefined = record[field]
    if (value === undefined) return undefined
    if (field === 'kind') return row.kindName && say(row.kindName)
    if (field === 'owner') return row.owner && say(row.owner.name)
    if (field === 'vendor') return row.vendor && say(row.vendor.name)
    if (field === 'disclosureOn') return t(value === 'none' ? 'register.noDisclosure' : 'register.notApplicable')
    if (value === 'none' || value === 'not-applicable') return t('register.noDay')
    if (field === 'supportEndsOn') return plainDate(record.supportEndsOn ?? '', lang)
    return typeof value === 'string' ? value : value.join(t('list.comma'))
  }
}
