import type { RisksView } from '@mimamori/contract'
import type {
  ControlRole,
  ControlState,
  DecisionLack,
  DecisionStanding,
  Risk,
  RiskAsking,
  RiskPhase,
  RiskState,
  RiskStateWord,
} from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'
import type { StateName } from '../../ui/state-chip.tsx'

/** In the order in which they need a hand. */
export const riskStates = {
  open: 'risk-open',
  unknown: 'risk-unknown',
  'stand-in': 'risk-stand-in',
  covered: 'risk-covered',
  'not-applicable': 'risk-off',
} as const satisfies Readonly<Record<RiskStateWord, StateName>>

export const riskStateWords = {
  open: 'risk.state.open',
  unknown: 'risk.state.unknown',
  'stand-in': 'risk.state.standIn',
  covered: 'risk.state.covered',
  'not-applicable': 'risk.state.off',
} as const satisfies Readonly<Record<RiskStateWord, PlainKey>>

/** What is knowingly borne is open still, and said so on its own page. */
export function chipOf({ state, borne }: Pick<RiskState, 'state' | 'borne'>): StateName {
  return borne === undefined ? riskStates[state] : 'risk-borne'
}

export const controlStates = {
  'in-place': 'control-in-place',
  partly: 'control-partly',
  no: 'control-no',
  'not-applicable': 'control-off',
  unknown: 'control-unknown',
} as const satisfies Readonly<Record<ControlState, StateName>>

/** What a person can say of a control. */
export const statedWords = {
  'in-place': 'control.state.inPlace',
  partly: 'control.state.partly',
  no: 'control.state.no',
  'not-applicable': 'control.state.off',
} as const satisfies Readonly<Partial<Record<ControlState, PlainKey>>>

export const phaseWords = {
  'before-contract': 'risk.phase.before',
  'development-maintenance': 'risk.phase.development',
  'normal-operation': 'risk.phase.normal',
  emergency: 'risk.phase.emergency',
  'end-of-contract': 'risk.phase.end',
} as const satisfies Readonly<Record<RiskPhase, PlainKey>>

export const roleWords = {
  prevent: 'risk.role.prevent',
  detect: 'risk.role.detect',
  limit: 'risk.role.limit',
  recover: 'risk.role.recover',
} as const satisfies Readonly<Record<ControlRole, PlainKey>>

export const harmWords = {
  care: 'risk.harm.care',
  records: 'risk.harm.records',
  secrecy: 'risk.harm.secrecy',
  order: 'risk.harm.order',
} as const satisfies Readonly<Record<Risk['harms'], PlainKey>>

export const partyWords = {
  facility: 'risk.party.facility',
  vendor: 'risk.party.vendor',
  both: 'risk.party.both',
} as const satisfies Readonly<Record<RiskState['party'], PlainKey>>

export const kindWords = {
  confirm: 'agreement.kind.confirm',
  request: 'agreement.kind.request',
  offer: 'agreement.kind.offer',
} as const satisfies Readonly<Record<RiskAsking, PlainKey>>

export const kindSays = {
  confirm: 'agreement.kind.confirm.says',
  request: 'agreement.kind.request.says',
  offer: 'agreement.kind.offer.says',
} as const satisfies Readonly<Record<RiskAsking, PlainKey>>

export const agreementStates = {
  asked: 'agreement-asked',
  answered: 'agreement-answered',
  lacks: 'agreement-lacks',
  borne: 'agreement-borne',
  ended: 'agreement-ended',
} as const satisfies Readonly<Record<DecisionStanding, StateName>>

export const lackWords = {
  residual: 'agreement.residual',
  decidedOn: 'agreement.decidedOn',
  until: 'agreement.until',
  facilityBy: 'agreement.facilityBy',
  vendorBy: 'agreement.vendorBy',
} as const satisfies Readonly<Record<DecisionLack, PlainKey>>

/** Who must do a control, by name. */
export function partyNamer(
  vendors: RisksView['vendors'],
  t: (key: 'risk.party.facility' | 'control.everyVendor') => string,
): (party: string) => string {
  return (party) => {
    if (party === 'facility') return t('risk.party.facility')
    if (party === 'vendor') return t('control.everyVendor')
    const id = party.slice('vendor:'.length)
    return vendors.find((vendor) => vendor.id === id)?.name ?? id
  }
}
