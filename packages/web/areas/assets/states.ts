import type { AssetState } from '@mimamori/contract'
import type { PlainKey } from '../../text/words.tsx'
import type { StateName } from '../../ui/state-chip.tsx'

/** What is true of a device, in the order of the choices above the list. */
export const assetStateWords: Readonly<Record<AssetState, PlainKey>> = {
  listed: 'assets.state.listed',
  unlisted: 'assets.state.unlisted',
  conflict: 'assets.state.conflict',
  'not-seen': 'assets.state.notSeen',
  'no-owner': 'assets.state.noOwner',
  'no-vendor': 'assets.state.noVendor',
  'no-contract': 'assets.state.noContract',
  'no-update-duty': 'assets.state.noDuty',
  'support-ending': 'assets.state.supportEnding',
  'support-ended': 'assets.state.supportEnded',
  'unsupported-os': 'assets.state.unsupportedOs',
  'remote-undeclared': 'assets.state.remoteUndeclared',
  'disclosure-missing': 'assets.state.disclosureMissing',
  'with-findings': 'assets.state.withFindings',
  spare: 'assets.state.spare',
}

export const assetStates = Object.keys(assetStateWords) as AssetState[] // the record has exactly these keys

const chips = ['unlisted', 'conflict', 'support-ended', 'support-ending', 'not-seen', 'spare'] as const satisfies readonly (AssetState &
  StateName)[]

/** Those that a device wears as a chip; the others are told by its findings. */
export function chipsOf(states: readonly AssetState[]): readonly (typeof chips)[number][] {
  return chips.filter((chip) => states.includes(chip))
}
