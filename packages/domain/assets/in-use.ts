import { byId, type Slices } from '../picture.ts'
import { known } from '../record.ts'
import type { RemotePath, Vpn } from './types.ts'

/** False once somebody has said that a VPN or a way of maintenance was given up. */
export function isInUse({ endedOn }: Pick<Vpn | RemotePath, 'endedOn'>): boolean {
  return endedOn === undefined
}

/** Ways of maintenance by which somebody can still come in: one that comes by a VPN goes with the VPN. */
export function pathsInUse({ remotePaths, vpns }: Pick<Slices, 'remotePaths' | 'vpns'>): readonly RemotePath[] {
  return remotePaths.filter((path) => isInUse(path) && isInUse(byId(vpns, known(path.vpn)) ?? {}))
}
