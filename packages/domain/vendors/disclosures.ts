import type { Slices } from '../picture.ts'
import type { DisclosureSheet } from './types.ts'

/** The sheets of a vendor, the last received first; of one system those that name it, and those that name none. */
export function disclosuresOf(
  { disclosures }: Pick<Slices, 'disclosures'>,
  of: { readonly vendor: string | undefined; readonly system?: string | undefined },
): readonly DisclosureSheet[] {
  const fits = ({ vendor, system }: DisclosureSheet) =>
    vendor === of.vendor && (of.system === undefined || system === undefined || system === of.system)
  const key = ({ receivedOn, id }: DisclosureSheet) => `${receivedOn}|${id}`
  return disclosures.filter(fits).toSorted((a, b) => (key(a) > key(b) ? -1 : 1))
}
