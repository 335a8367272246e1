import type { Draft } from '../finding.ts'
import { fact } from '../finding.ts'
import type { CalendarDate } from '../ids.ts'
import { byId, type Slices } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import type { Line, Vpn } from './types.ts'

/** A way out of the house: a line, or a VPN by what it is for. */
type Exit = { readonly slice: 'lines'; readonly of: Line } | { readonly slice: 'vpns'; readonly of: Vpn }

const parties = ['facility'] as const

/** Nobody of the facility answers for it, or nobody knows who. */
export function withoutOwner({ slice, of: { id, owner } }: Exit): Draft | undefined {
  if (isKnown(owner) || owner === 'not-applicable') return undefined
  const say = owner === 'none' ? 'none' : 'unknown'
  return { subjects: [id], parties, because: [{ say, grade: say, facts: [fact(slice, id, 'owner')] }] }
}

/** Nobody knows which company it is of; `none` is an answer: the facility looks after it itself. */
export function withoutVendor({ slice, of }: Exit): Draft | undefined {
  const field = slice === 'lines' ? 'carrier' : 'vendor'
  const vendor = 'carrier' in of ? of.carrier : 'vendor' in of ? of.vendor : undefined
  if (vendor !== undefined) return undefined
  return { subjects: [of.id], parties, because: [{ say: 'unknown', facts: [fact(slice, of.id, field)] }] }
}

/** There is no contract for it, it has ended, or nobody knows. */
export function withoutContract(
  { slice, of: { id, contract } }: Exit,
  { contracts, asOf }: { contracts: Slices['contracts']; asOf: CalendarDate },
): Draft | undefined {
  if (contract === 'not-applicable') return undefined
  const stated = fact(slice, id, 'contract')
  if (!isKnown(contract)) {
    const say = contract === 'none' ? 'none' : 'unknown'
    return { subjects: [id], parties, because: [{ say, grade: say, facts: [stated] }] }
  }
  const until = known(byId(contracts, contract)?.until)
  if (until === undefined || until >= asOf) return undefined
  const facts = [stated, fact('contracts', contract, 'until')]
  return { subjects: [id], parties, because: [{ say: 'ended', grade: 'ended', with: { on: until }, facts }] }
}

/** The device on which it ends is not in the register, or nobody knows which it is. */
export function withoutDevice({ slice, of: { id, device } }: Exit, { assets }: { assets: Slices['assets'] }): Draft | undefined {
  if (device === 'none' || device === 'not-applicable') return undefined
  const stated = fact(slice, id, 'device')
  if (device === undefined) return { subjects: [id], parties, because: [{ say: 'unknown', grade: 'unknown', facts: [stated] }] }
  const found = byId(assets, device)
  if (!found?.unlisted) return undefined
  return {
    subjects: [id, device],
    parties,
    because: [{ say: 'unlisted', grade: 'unlisted', facts: [stated, fact('assets', device, 'unlisted')] }],
  }
}
