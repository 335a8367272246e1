import type { AssetKind } from '@mimamori/domain'
import { ipOf, ipsIn, macOf, oneOf, unique } from '../keys.ts'
import { observed } from '../observe.ts'
import { describeSystem } from '../snmp/system.ts'
import type { RawItem } from '../types.ts'
import type { Spot } from './tables.ts'

/** What a device tells of one neighbour, field by field. */
export interface Neighbour {
  readonly row: number
  readonly source: 'lldp' | 'cdp'
  readonly fields: Map<string, string>
  last: string
}

/** Fields as the product calls them, by the words of each maker without spaces and signs. */
const fieldNames: Readonly<Record<string, string>> = {
  localintf: 'localPort',
  local: 'localPort',
  localport: 'localPort',
  interfacename: 'localPort',
  porttxt: 'localPort',
  interface: 'localPort',
  chassisid: 'chassis',
  chassisdata: 'chassis',
  portid: 'remotePort',
  portidoutgoingport: 'remotePort',
  portiddata: 'remotePort',
  systemname: 'name',
  systemnamedata: 'name',
  deviceid: 'device',
  systemdescription: 'system',
  systemdescdata: 'system',
  version: 'system',
  platform: 'model',
  model: 'model',
  modelname: 'model',
  manufacturer: 'maker',
  manufacturername: 'maker',
  serialnumber: 'serial',
  assetid: 'tag',
  firmwarerevision: 'firmware',
  fwrevision: 'firmware',
  softwarerevision: 'firmware',
  swrevision: 'firmware',
  managementaddresses: 'address',
  managementaddress: 'address',
  managementipaddress: 'address',
  ipaddress: 'address',
  ip: 'address',
  address1addr: 'address',
  vlanid: 'vlan',
  nativevlan: 'vlan',
  portvlanidpvid: 'vlan',
  capabilities: 'capabilities',
  enabled: 'capabilities',
  enabledcapabilities: 'capabilities',
  systemcapabilities: 'capabilities',
  systemcapabilitiessupported: 'capabilities',
  systemcapsenabledtxt: 'capabilities',
}

const begins = new Set(['localintf', 'local', 'interfacename', 'deviceid', 'port'])
const mostFieldCharacters = 2000

/**
 * Reads a line of `show lldp neighbors detail`, `show cdp neighbors detail` or `diagnose lldprx port neighbor details` into the
 * open neighbour; gives the one that ended before it. Cisco, Allied Telesis and FortiOS after published samples, YAMAHA SWX from
 * memory.
 */
export function readNeighbourLine(
  line: string,
  at: { readonly row: number; readonly source: 'lldp' | 'cdp' },
  open: Neighbour | undefined,
): { readonly open: Neighbour | undefined; readonly ended: Neighbour | undefined } {
  if (/^-{4,}\s*$/.test(line)) return { open: undefined, ended: open }
  const parts = partsOf(line)
  const isNew = parts.some(([word]) => begins.has(word) && (word !== 'port' || open?.fields.has('localPort') === true))
  const isAnother = isNew && open !== undefined && open.fields.size > 0
  const now = isAnother || !open ? { row: at.row, source: at.source, fields: new Map<string, string>(), last: '' } : open
  if (parts.length === 0) continueField(now, line)
  for (const [word, value] of parts) addField(now, fieldNames[word], value)
  return { open: now, ended: isAnother ? open : undefined }
}

/** Words and values of a line; CDP writes two pairs on one. Numbers of FortiOS in front are left out. */
function partsOf(line: string): readonly (readonly [string, string])[] {
  const local = /^Local (port\S+?|[\w/.-]+):\s*$/.exec(line)?.[1]
  if (local !== undefined) return [['local', local]]
  const text = line.replace(/^\d+ (?=[\w.-]+:)/, '')
  const two = /^(Interface|Platform): (.*?),\s+(Port ID \(outgoing port\)|Capabilities): (.*)$/.exec(text)
  if (two) return [pair(two[1], two[2]), pair(two[3], two[4])]
  const one =
    /^\s*([A-Za-z][\w ./&()-]{0,44}?)\s*(?:\s?\.{2,}\s|:(?=\s|$))\s*(.*)$/.exec(text) ??
    /^\s*(- (?:Enabled|Supported)) \.+ (.*)$/.exec(text)
  return one ? [pair(one[1], one[2])] : []
}

function pair(word: string | undefined, value: string | undefined): readonly [string, string] {
  return [(word ?? '').toLowerCase().replace(/[^a-z0-9]/g, ''), (value ?? '').trim()]
}

function addField(neighbour: Neighbour, field: string | undefined, value: string): void {
  neighbour.last = field ?? ''
  if (field === undefined || /^\[?-? ?not advertised\]?$/i.test(value)) return
  const before = neighbour.fields.get(field)
  if (before === undefined || before === '' || field === 'capabilities') neighbour.fields.set(field, value)
  else if (field === 'address') neighbour.fields.set(field, `${before} ${value}`)
}

/** A description or list of addresses that goes on in the next line. */
function continueField(neighbour: Neighbour, line: string): void {
  if (neighbour.last !== 'system' && neighbour.last !== 'address') return
  const before = neighbour.fields.get(neighbour.last)
  if (before === undefined || line.trim() === '' || before.length > mostFieldCharacters) return
  neighbour.fields.set(neighbour.last, `${before} ${line.trim()}`)
}

/** The observation of a neighbour; undefined when nothing in it names a device. */
export function neighbourItem({ row, source, fields }: Neighbour, spot: Spot): RawItem | undefined {
  const get = (field: string) => fields.get(field) || undefined
  const named = /^([^(]+)(?:\(([^)]+)\))?$/.exec(get('device') ?? '')
  const macs = unique([
    macOf(get('chassis')),
    get('chassis') && macOf(get('chassis')) ? undefined : macOf(get('remotePort')),
    macOf(get('device')),
  ])
  const ips = unique([...ipsIn(get('address') ?? ''), ipOf(get('chassis'))])
  const names = unique([get('name'), macOf(get('device')) ? undefined : named?.[1]])
  if (macs.length + ips.length + names.length === 0) return undefined
  const system = describeSystem(get('system') ?? '')
  const localPort = get('localPort')
  return observed(
    source,
    { file: spot.file, row },
    {
      seenAt: spot.seenAt,
      names,
      macs,
      ips,
      serials: unique([get('serial'), named?.[2]]),
      tags: oneOf(get('tag')),
      kind: kindOf(get('capabilities')) ?? system.kind,
      maker: get('maker') ?? system.maker ?? (/^cisco\s/i.test(get('model') ?? '') ? 'Cisco' : undefined),
      model: get('model')?.replace(/^cisco\s+/i, '') ?? system.model,
      os: system.os,
      firmware: get('firmware') ?? system.firmware,
      link: localPort === undefined ? undefined : linkOf(spot.device, localPort, get),
    },
  )
}

function linkOf(device: string, port: string, get: (field: string) => string | undefined) {
  const [remotePort, vlan] = [get('remotePort'), /^\d+$/.exec(get('vlan') ?? '')?.[0]]
  return { device, port, ...(remotePort && { remotePort }), ...(vlan && vlan !== '0' && { vlan }) }
}

/** By what a neighbour says it can do, in words or in Cisco's letters; a switch that also routes stays open. */
function kindOf(capabilities: string | undefined): AssetKind | undefined {
  const said = new Set((capabilities ?? '').toLowerCase().split(/[\s,]+/))
  const has = (...words: readonly string[]) => words.some((word) => said.has(word))
  if (has('t', 'telephone', 'phone')) return 'phone'
  if (has('w', 'wlan')) return 'access-point'
  const isSwitch = has('b', 'bridge', 's', 'switch', 'switching')
  const isRouter = has('r', 'router')
  if (isSwitch && !isRouter) return 'switch'
  return isRouter && !isSwitch ? 'router' : undefined
}

const summaryPort = String.raw`((?:[A-Z][A-Za-z]{1,3} ?|port|eth|mgmt)\d[\d/.]*)`
const summaryRow = new RegExp(`^(\\S+)\\s+${summaryPort}\\s+(\\d{1,3})\\s+((?:[A-Za-z](?:[ ,]+|$))*)\\s*(.*)$`)

/** A row of the short tables of LLDP and CDP: name, own port, time to live, capabilities, port of the other side. */
export function summaryNeighbour(line: string, source: 'lldp' | 'cdp', spot: Spot): RawItem | undefined {
  const [, name, local, , capabilities, rest = ''] = summaryRow.exec(line) ?? []
  if (name === undefined || local === undefined) return undefined
  const words = rest.trim().split(/\s{2,}/)
  const remotePort = words.at(-1)
  const model = source === 'cdp' && words.length > 1 ? words[0] : undefined
  const mac = macOf(name)
  return observed(source, spot, {
    seenAt: spot.seenAt,
    names: mac ? [] : [name],
    macs: oneOf(mac ?? macOf(remotePort)),
    kind: kindOf(capabilities?.trim().replace(/\s+/g, ',')),
    model,
    link: { device: spot.device, port: local, ...(remotePort && { remotePort }) },
  })
}
