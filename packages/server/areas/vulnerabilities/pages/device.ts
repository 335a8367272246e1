import type { VulnerableDeviceView } from '@mimamori/contract'
import { byId, having } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'
import { vulnerabilityProblem } from '../problems.ts'
import { matchLineOf } from '../rows/matches.ts'
import { exposureSays, rowsOf } from '../rows/rows.ts'

export function deviceViewOf(now: Kept, id: string): VulnerableDeviceView {
  const { slices } = now.picture
  const asset = byId(slices.assets, id)
  if (!asset) throw vulnerabilityProblem('vulnerabilities/no-such-device')
  const { installedProducts, exposures } = now.analysis.world
  return {
    revision: now.state.revision,
    today: now.asOf,
    asset: asset.id,
    name: asset.name,
    exposure: byId(exposures, asset.id)?.exposure ?? 'unknown',
    exposureSays: exposureSays(now, asset.id),
    products: having(installedProducts, 'asset', asset.id).map(({ id: installed, name, vendor, version, role, knownBy, on, line }) => ({
      installed,
      name,
      ...(vendor !== undefined && { vendor }),
      ...(version !== undefined && { version }),
      role,
      knownBy,
      ...(on !== undefined && { on }),
      matches: having(slices.matches, 'line', line).map((match) => matchLineOf(now, match)),
    })),
    rows: rowsOf(now).flatMap(({ row, weaknesses }) => (weaknesses.some((one) => one.asset === asset.id) ? [row] : [])),
  }
}
