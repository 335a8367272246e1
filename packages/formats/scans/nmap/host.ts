import type { SeenService, SeenSoftware } from '@mimamori/domain'
import type { XmlAttributes } from '../../xml-steps.ts'
import { ipOf, macOf, unique } from '../keys.ts'
import { observed } from '../observe.ts'
import { describeSystem } from '../snmp/system.ts'
import { instantOfSeconds } from '../times.ts'
import type { RawItem } from '../types.ts'

/** A host while its elements go by. */
export interface Host {
  state: string
  reason: string
  endedAt: number | undefined
  readonly ips: string[]
  readonly macs: string[]
  readonly names: string[]
  readonly services: OpenService[]
  readonly cpes: string[]
  nic: string | undefined
  os: { readonly name: string; readonly accuracy: number } | undefined
  system: string | undefined
  /** The port that is being read. */
  port: OpenService | undefined
  closedPorts: number
}

interface OpenService {
  readonly port: number
  readonly protocol: SeenService['protocol']
  state: string
  name?: string
  product?: string
  version?: string
  cpe?: string
}

/** Below this accuracy Nmap itself calls its words on the operating system a guess. */
const leastAccuracy = 90
const mostServices = 500

export function newHost(attributes: XmlAttributes): Host {
  const times = {
    endedAt: numberOf(attributes.endtime) ?? numberOf(attributes.starttime),
    nic: undefined,
    os: undefined,
    system: undefined,
  }
  return { state: '', reason: '', ips: [], macs: [], names: [], services: [], cpes: [], port: undefined, closedPorts: 0, ...times }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}

const openTags: Readonly<Record<string, (host: Host, attributes: XmlAttributes) => void>> = {
  status: (host, { state, reason }) => {
    host.state = state ?? ''
    host.reason = reason ?? ''
  },
  address: (host, { addr, addrtype, vendor }) => {
    const mac = addrtype === 'mac' ? macOf(addr) : undefined
    const ip = addrtype === 'mac' ? undefined : ipOf(addr)
    if (mac) {
      host.macs.push(mac)
      host.nic ??= vendor
    }
    if (ip) host.ips.push(ip)
  },
  hostname: (host, { name }) => {
    if (name) host.names.push(name)
  },
  extraports: (host, { state, count }) => {
    if (state === 'closed') host.closedPorts += Number(count ?? 0)
  },
  port: (host, { portid, protocol }) => {
    const port = Number(portid)
    const isKnown = protocol === 'tcp' || protocol === 'udp' || protocol === 'sctp'
    host.port = isKnown && Number.isInteger(port) ? { port, protocol, state: '' } : undefined
  },
  state: ({ port }, { state }) => {
    if (port) port.state = state ?? ''
  },
  service: (host, { name, product, version, hostname, method }) => {
    if (host.port) Object.assign(host.port, name && { name }, product && { product }, version && { version })
    if (method === 'probed' && hostname) host.names.push(hostname)
  },
  osmatch: (host, { name, accuracy }) => {
    const found = { name: name ?? '', accuracy: Number(accuracy ?? 0) }
    if (found.name !== '' && found.accuracy > (host.os?.accuracy ?? 0)) host.os = found
  },
  script: (host, { id, output }) => readScript(host, id, output ?? ''),
}

/** Of the scripts only names and what a device says it is; never what they found out about accounts. */
function readScript(host: Host, id: string | undefined, output: string): void {
  if (id === 'snmp-sysdescr') host.system = output.split(/\n\s*System uptime/)[0]
  if (id !== 'nbstat') return
  const name = /NetBIOS name: ([^,\s]+)/.exec(output)?.[1]
  const mac = macOf(/NetBIOS MAC: ([0-9a-f:]{17})/i.exec(output)?.[1])
  if (name && name !== '<unknown>') host.names.push(name)
  if (mac) host.macs.push(mac)
}

export function openInHost(host: Host, name: string, attributes: XmlAttributes): void {
  openTags[name]?.(host, attributes)
}

export function closePort(host: Host): void {
  const { port } = host
  if (port?.state === 'open' && host.services.length < mostServices) host.services.push(port)
  else if (port?.state === 'closed') host.closedPorts++
  host.port = undefined
}

export function addCpe(host: Host, cpe: string): void {
  if (host.port) host.port.cpe ??= cpe
  else if (host.cpes.length < 20) host.cpes.push(cpe)
}

/** `-Pn` calls every address up; one that gave no sign of life was not seen. */
export function hasAnswered(host: Host): boolean {
  if (host.state !== 'up') return false
  return host.reason !== 'user-set' || host.macs.length > 0 || host.services.length > 0 || host.closedPorts > 0
}

export function observationOfHost(host: Host, place: { readonly file: string; readonly row: number }): RawItem {
  const system = host.system === undefined ? undefined : describeSystem(host.system)
  const isSure = (host.os?.accuracy ?? 0) >= leastAccuracy
  return observed('nmap', place, {
    seenAt: instantOfSeconds(host.endedAt),
    ips: unique(host.ips),
    macs: unique(host.macs),
    names: unique(host.names).filter((name) => !/^localhost(?:\.|$)/i.test(name)),
    kind: system?.kind,
    maker: system?.maker,
    model: system?.model,
    os: system?.os ?? (isSure ? host.os?.name : undefined),
    firmware: system?.firmware,
    software: softwareOf(host),
    services: host.services.map(({ port, protocol, name, product, version }) => ({
      port,
      protocol,
      ...(name && { name }),
      ...(product && { product }),
      ...(version && { version }),
    })),
    note: host.nic && `NIC: ${host.nic}`,
  })
}

/** The programs that answered, and the operating system by its CPE. */
function softwareOf(host: Host): readonly SeenSoftware[] {
  const ofServices = host.services.flatMap(({ product, version, cpe }) =>
    product ? [{ name: product, ...(version && { version }), ...(cpe && { cpe }) }] : [],
  )
  const byKey = new Map(ofServices.map((one) => [`${one.name}\u0000${one.version ?? ''}`, one]))
  const isSure = (host.os?.accuracy ?? 0) >= leastAccuracy
  const system = isSure && host.os && host.cpes[0] ? [{ name: host.os.name, cpe: host.cpes[0] }] : []
  return [...byKey.values(), ...system]
}
