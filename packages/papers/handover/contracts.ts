import { byId, type Contract, isKnown } from '@mimamori/domain'
import { byCallOrder, type Context } from '../paper/context.ts'
import { type Block, heading, list, paragraph, row, sayPlain, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'

/** Room for some lines by hand. */
export const writingMm = 24

/** Contracts with an end that is known, is none, or must still be looked up, the first to end first. */
export function contractBlocks(at: Context): readonly Block[] {
  const words = at.t.handover
  const sorted = at.slices.contracts.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : endOf(a) > endOf(b) ? 1 : 0))
  if (sorted.length === 0) return [heading(2, words.contracts), paragraph(words.contractsNone)]
  const columns = [
    { title: words.contract, width: 'rest', names: true },
    { title: words.vendor, width: 50 },
    { title: words.until, width: 34, align: 'center' },
    { title: words.updates, width: 26, align: 'center' },
  ] as const
  const rows = sorted.map((contract) =>
    row(
      contract.title ?? '',
      byId(at.slices.vendors, contract.vendor)?.name ?? '',
      untilOf(at, contract),
      contract.updateDuty === undefined ? '' : words.duty[contract.updateDuty],
    ),
  )
  return [heading(2, words.contracts), table(words.contracts, columns, rows)]
}

function endOf({ until }: Contract): string {
  return isKnown(until) ? until : '9999'
}

function untilOf(at: Context, { until }: Contract): string {
  const words = at.t.handover
  if (isKnown(until)) return shortDay(until, at.lang)
  return until === undefined ? words.untilUnknown : words.untilNone
}

/** Whom to call for what: the vendors with their systems, the offices outside, and the predecessor's own words. */
export function callBlocks(at: Context, own: string | undefined): readonly Block[] {
  const words = at.t.handover
  const columns = [
    { title: words.company, width: 'rest', names: true },
    { title: words.system, width: 40 },
    { title: words.number, width: 34 },
    { title: words.night, width: 34 },
  ] as const
  const rows = [
    ...at.slices.vendors.map((vendor) => {
      const systems = at.slices.systems.filter((system) => system.vendor === vendor.id).map((system) => system.name)
      const { secondContactName: name, secondContactPhone: phone } = vendor
      const second = name === undefined && phone === undefined ? [] : [sayPlain(words.second, { name: name ?? '', phone: phone ?? '' })]
      const who = [vendor.contactDepartment, vendor.contactName].filter((part) => part !== undefined).join(' ')
      const lines = [vendor.name, who, ...second].filter((part) => part !== '')
      return row(lines.join('\n'), systems.join(at.t.and), vendor.phone ?? '', vendor.nightPhone ?? '')
    }),
    ...at.slices.contacts
      .toSorted(byCallOrder)
      .map((contact) =>
        row(
          [contact.name, contact.office ?? ''].filter((part) => part !== '').join('\n'),
          '',
          contact.phone ?? '',
          contact.nightPhone ?? '',
        ),
      ),
  ]
  const lines = (own ?? '').split('\n').filter((one) => one.trim() !== '')
  return [
    heading(2, words.calls),
    ...(rows.length === 0 ? [] : [table(words.calls, columns, rows)]),
    ...(lines.length === 0
      ? [{ kind: 'writing', label: words.ownWords, heightMm: writingMm } as const]
      : [heading(3, words.ownWords), list('dots', lines)]),
  ]
}
