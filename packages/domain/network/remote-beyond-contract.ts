import { pathsInUse } from '../assets/index.ts'
import type { DraftReason } from '../finding.ts'
import { fact } from '../finding.ts'
import { byId, type Party } from '../picture.ts'
import { isKnown, known } from '../record.ts'
import { defineRule } from '../rule.ts'

/** A way of working from outside that leads to devices or systems which another contract covers, or that rests on none. */
export const remoteBeyondContract = defineRule({
  id: 'network/remote-beyond-contract',
  area: 'network',
  reads: ['remotePaths', 'vpns', 'assetDuties', 'systems'],
  each: 'remotePaths',
  evaluate({ assetDuties, systems, vpns }, path) {
    const { id, contract, vendor, assets = [], systems: reached = [] } = path
    const isOpen = pathsInUse({ remotePaths: [path], vpns }).length > 0
    if (!isOpen || assets.length + reached.length === 0 || contract === 'not-applicable') return
    const stated = fact('remotePaths', id, 'contract')
    const parties: readonly [Party, ...Party[]] = isKnown(vendor) ? ['facility', `vendor:${vendor}`] : ['facility']
    if (!isKnown(contract)) {
      const say = contract === 'none' ? 'no-contract' : 'unknown'
      return { subjects: [id], parties, because: [{ say, grade: say, facts: [stated] }] }
    }
    const isOther = (of: string | undefined) => of !== undefined && of !== contract
    const beyond: readonly DraftReason[] = [
      ...assets.flatMap((asset) => {
        const duty = byId(assetDuties, asset)
        if (!isOther(known(duty?.contract))) return []
        const facts = [fact('assets', asset), stated, fact('assets', asset, 'contract'), fact('systems', duty?.system, 'contract')]
        return [{ say: 'device', facts }]
      }),
      ...reached.flatMap((system) =>
        isOther(known(byId(systems, system)?.contract)) ? [{ say: 'system', facts: [stated, fact('systems', system, 'contract')] }] : [],
      ),
    ]
    return beyond.length > 0 ? { subjects: [id], parties, because: beyond } : undefined
  },
})
