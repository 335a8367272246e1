import { byId } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { defineDerivation } from '../rule.ts'

/** What counts for each listed asset: its own contract and duty, else those of its system's contract. */
export const assetDuties = defineDerivation({
  name: 'assetDuties',
  reads: ['assets', 'systems', 'contracts'],
  each: 'assets',
  derive({ systems, contracts }, asset) {
    if (asset.unlisted) return undefined
    const systemsOf = asset.contract === undefined ? (asset.systems ?? []) : []
    const system = systemsOf.map((id) => byId(systems, id)).find((one) => isKnown(one?.contract))
    const contract = asset.contract ?? system?.contract
    const found = byId(contracts, known(contract))
    const until = known(found?.until)
    const updateDuty = asset.updateDuty ?? found?.updateDuty
    const updatePaidBy = asset.updatePaidBy ?? found?.updatePaidBy
    return {
      id: asset.id,
      ...(asset.kind && { kind: asset.kind }),
      ...(asset.vendor !== undefined && { vendor: asset.vendor }),
      ...(contract !== undefined && { contract }),
      ...(until !== undefined && { until }),
      ...(system && { system: system.id }),
      ...(updateDuty && { updateDuty, statedBy: asset.updateDuty ? ('asset' as const) : ('contract' as const) }),
      ...(updatePaidBy && { updatePaidBy }),
    }
  },
})
