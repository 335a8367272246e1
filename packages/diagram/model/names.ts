import type { Asset, Lang, NetworkNode } from '@mimamori/domain'
import { say } from '../text/index.ts'
import { classNameOf, classOf, firstWordOf } from './classes.ts'
import type { MapFacts } from './facts.ts'

/** What an outside point is called, and the name of its network. */
export function namesOfOutside(node: NetworkNode, facts: MapFacts): { readonly title: string; readonly sub?: string } {
  const { lines, vpns, remotePaths } = facts.input
  const network = facts.trustName(node.trust)
  const record =
    facts.zones.get(node.id) ??
    lines.find((one) => one.id === node.line && node.line === node.id) ??
    vpns.find((one) => one.id === node.id) ??
    remotePaths.find((one) => one.id === node.id) ??
    lines.find((one) => one.id === node.line)
  const title = record?.name ?? network ?? node.id
  return network === undefined || network === title ? { title } : { title, sub: network }
}

/** RTX1210, FortiGate 60F: the model, with the maker where the model alone says little. */
export function modelOf({ maker, model }: Asset): string | undefined {
  if (model === undefined) return maker
  return maker === undefined || model.length > 12 || model.startsWith(maker) ? model : `${maker} ${model}`
}

/** The second line of a device's own box. */
export function subOfDevice(asset: Asset, lang: Lang, isEntrance: boolean): string | undefined {
  if (asset.unlisted) return say(lang, 'map.unlisted')
  if (isEntrance && asset.firmware === undefined && modelOf(asset) === undefined) return say(lang, 'map.noVersion')
  return isEntrance ? modelOf(asset) : (asset.os ?? asset.room ?? modelOf(asset))
}

/** 外来PC-12 → 外来PC: what is left of a name when its number is taken off; undefined where nothing is. */
export function stemOf(name: string): string | undefined {
  const stem = name
    .normalize('NFKC')
    .replace(/[\s_.#(:No-]*[0-9０-９]+\s*(?:号機|号|台目|番)?\)?$/u, '')
    .replace(/[\s_.#(:-]+$/u, '')
  return [...stem].length >= 2 && !/^[0-9a-f:.-]+$/i.test(stem) ? stem : undefined
}

/** The name that all share, else that of the kind, else that of what they are at first sight. */
export function nameOfMany(assets: readonly Asset[], facts: MapFacts, lang: Lang): string {
  if (facts.input.budget?.first === true) {
    const found = new Set(assets.map(classOf))
    const [only = ''] = found
    if (only === 'unlisted' || (found.size === 1 && new Set(assets.map((one) => one.kind)).size > 1)) return classNameOf(only, facts)
    if (found.size === 1 && only.startsWith('switch|') && only !== 'switch|') return firstWordOf(assets[0]?.name ?? '')
  }
  const kinds = new Set(assets.map((one) => one.kind))
  const [kind] = kinds
  const kindName = kinds.size === 1 ? (facts.kindName(kind) ?? say(lang, 'map.kindUnknown')) : say(lang, 'map.devices')
  if (assets.every((one) => one.unlisted)) return say(lang, 'map.unlistedKind', { kind: kindName })
  const stem = stemOf(assets[0]?.name ?? '')
  return stem !== undefined && assets.every((one) => stemOf(one.name) === stem) ? stem : kindName
}

/** What stands for all devices of a zone: at first sight with the name of what most of them are. */
export function nameOfZoneStack(assets: readonly Asset[], facts: MapFacts, lang: Lang): string {
  if (facts.input.budget?.first !== true) return say(lang, 'map.devices')
  const classes = [...Map.groupBy(assets, classOf).values()]
  const [most = assets] = classes.toSorted((a, b) => b.length - a.length)
  const name = nameOfMany(most, facts, lang)
  return classes.length === 1 ? name : say(lang, 'map.andOthers', { name })
}
