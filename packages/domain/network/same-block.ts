import { fact } from '../finding.ts'
import type { ZoneId } from '../ids.ts'
import { defineRule } from '../rule.ts'
import { blockOf } from './address.ts'

/** Zones that claim one block of addresses: of a device in it nobody knows where it stands. */
export const sameBlock = defineRule({
  id: 'network/same-block',
  area: 'network',
  reads: ['zones'],
  evaluate({ zones }) {
    const owners = new Map<string, Set<ZoneId>>()
    for (const { id, prefixes = [] } of zones)
      for (const prefix of prefixes) {
        const block = blockOf(prefix)
        const key = block && `${block.family}:${block.bits}`
        if (key !== undefined) owners.set(key, (owners.get(key) ?? new Set()).add(id))
      }
    const claimed = [...owners.values()].filter(({ size }) => size > 1).map((ids) => [...ids].sort())
    return [...new Map(claimed.map((ids) => [ids.join(), ids])).values()].flatMap((ids) => {
      const [first, ...others] = ids
      if (first === undefined) return []
      const because = others.map((other) => ({
        say: 'same',
        facts: [fact('zones', first), fact('zones', other), fact('zones', first, 'prefixes'), fact('zones', other, 'prefixes')],
      }))
      return [{ subjects: [first, ...others] as const, parties: ['facility'] as const, because }]
    })
  },
})
