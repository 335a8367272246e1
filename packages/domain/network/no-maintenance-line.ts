import { pathsInUse } from '../assets/index.ts'
import { fact, noneWith } from '../finding.ts'
import { byId } from '../picture.ts'
import { defineRule } from '../rule.ts'

/** Several vendors work on devices from outside, and no line is kept apart for them. */
export const noMaintenanceLine = defineRule({
  id: 'network/no-maintenance-line',
  area: 'network',
  reads: ['remotePaths', 'vpns', 'lines', 'assets', 'facility'],
  evaluate({ remotePaths, vpns, lines, assets, facility }) {
    const id = facility[0]?.id
    const inside = pathsInUse({ remotePaths, vpns }).filter((path) =>
      (path.assets ?? []).some((asset) => byId(assets, asset)?.kind !== 'cloud-service'),
    )
    if (id === undefined || inside.length < 2 || lines.some(({ kind }) => kind === 'closed-vpn' || kind === 'leased')) return
    const facts = [
      ...inside.flatMap((path) => [
        fact('remotePaths', path.id, 'assets'),
        ...(path.assets ?? []).map((asset) => fact('assets', asset, 'kind')),
      ]),
      noneWith('lines', 'kind', 'closed-vpn'),
      noneWith('lines', 'kind', 'leased'),
    ]
    return { subjects: [id], parties: ['facility'], because: [{ say: 'no-line', with: { count: inside.length }, facts }] }
  },
})
