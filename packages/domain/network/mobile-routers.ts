import { macKey } from '../assets/index.ts'
import type { World } from '../picture.ts'

type Asset = World['assets'][number]

/**
 * Devices that go to the internet by radio: said to be mobile routers, or of a maker of many of them where nobody has said what they
 * are. Taken into the register as something else, they are what the register says.
 */
export function mobileRouters({ mobileRouterMakers }: Pick<World, 'mobileRouterMakers'>): (asset: Asset) => boolean {
  const ouis = new Set(mobileRouterMakers.flatMap((maker) => maker.ouis.map((oui) => oui.toLowerCase())))
  return ({ kind, macs }) =>
    kind === 'mobile-router' || (kind === undefined && (macs ?? []).some((mac) => ouis.has(macKey(mac)?.key.slice(0, 6) ?? '')))
}
