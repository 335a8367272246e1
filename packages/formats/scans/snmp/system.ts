import type { AssetKind } from '@mimamori/domain'

/** What a device says it is, as far as its words are known. */
export interface SystemFacts {
  readonly kind?: AssetKind
  readonly maker?: string
  readonly model?: string
  readonly os?: string
  readonly firmware?: string
}

interface Known {
  readonly test: RegExp
  readonly kind?: AssetKind
  readonly maker?: string
  readonly os?: string
}

/**
 * Words of sysDescr (SNMP) and of the system description of LLDP; groups `model`, `firmware` and `os` are taken. YAMAHA, Cisco,
 * FortiGate, Allied Telesis and Huawei after published samples, the others from memory. The first that fits counts.
 */
const known: readonly Known[] = [
  { test: /\b(?<model>(?:N?VR|RTX?|FWX|SRT)\d+\w*)\s+Rev\.(?<firmware>[\d.]+)/i, kind: 'router', maker: 'YAMAHA' },
  { test: /\b(?<model>SWX\d[\w-]*)(?:\s+Rev\.(?<firmware>[\d.]+))?/i, kind: 'switch', maker: 'YAMAHA' },
  { test: /\b(?<model>WLX\d\w*)(?:\s+Rev\.(?<firmware>[\d.]+))?/i, kind: 'access-point', maker: 'YAMAHA' },
  { test: /\b(?<model>Forti(?:Gate|WiFi)-[\w-]+)(?:\s+v(?<firmware>[\d.]+))?/i, kind: 'firewall', maker: 'Fortinet', os: 'FortiOS' },
  { test: /\b(?<model>FortiSwitch-[\w-]+)(?:\s+v(?<firmware>[\d.]+))?/i, kind: 'switch', maker: 'Fortinet' },
  { test: /\b(?<model>FortiAP-?[\w-]+)/i, kind: 'access-point', maker: 'Fortinet' },
  { test: /Cisco Adaptive Security Appliance Version (?<firmware>[\w.()]+)/, kind: 'firewall', maker: 'Cisco', os: 'Cisco ASA' },
  { test: /Cisco NX-OS.*?Version (?<firmware>[\w.()]+)/s, kind: 'switch', maker: 'Cisco', os: 'Cisco NX-OS' },
  {
    test: /Cisco (?:IOS|Internetwork Operating System).*?Version (?<firmware>[\w.()]+)/s,
    kind: 'network-device',
    maker: 'Cisco',
    os: 'Cisco IOS',
  },
  {
    test: /Allied Telesis.*?(?:AW\+|AlliedWare Plus).*?v?(?<firmware>\d+\.\d+\.\d+[\w.-]*)/is,
    kind: 'switch',
    maker: 'Allied Telesis',
    os: 'AlliedWare Plus',
  },
  { test: /Allied Telesis(?:is)?\s+(?<model>(?:AT-|Centre)[\w-]+)/i, kind: 'switch', maker: 'Allied Telesis' },
  { test: /\b(?<model>Si-R ?[\w-]+)(?:.*?(?<firmware>V\d+\.\d+))?/s, kind: 'router', maker: 'Fujitsu' },
  { test: /\b(?<model>SR-[SMX]?\w+)(?:.*?(?<firmware>V\d+\.\d+))?/s, kind: 'switch', maker: 'Fujitsu' },
  { test: /\b(?<model>IX\d{4})\b.*?(?:Version |Ver\.?)(?<firmware>[\d.]+)/s, kind: 'router', maker: 'NEC' },
  { test: /\b(?<model>QX-S?\w+).*?Version (?<firmware>[\d.]+)/s, kind: 'switch', maker: 'NEC' },
  { test: /\b(?<model>Apresia[\w-]*)/i, kind: 'switch', maker: 'APRESIA Systems' },
  { test: /\bALAXALA\s+(?<model>AX\w+)/i, kind: 'switch', maker: 'ALAXALA' },
  { test: /Huawei.*?Version (?<firmware>[\d.]+) \((?<model>\S+)/is, kind: 'switch', maker: 'Huawei' },
  { test: /Palo Alto Networks (?<model>PA-\w+)/, kind: 'firewall', maker: 'Palo Alto Networks', os: 'PAN-OS' },
  { test: /SonicWALL (?<model>[\w ]+?) \(SonicOS .*?(?<firmware>\d+\.\d+[\d.]*)/i, kind: 'firewall', maker: 'SonicWall', os: 'SonicOS' },
  { test: /Software: (?<os>Windows) .*?Version (?<firmware>[\d.]+ \(Build \d+)/s },
  { test: /VMware ESXi (?<firmware>[\d.]+)/, kind: 'server', maker: 'VMware', os: 'VMware ESXi' },
  { test: /\b(?:HP|JETDIRECT).*?PID:(?<model>[^,]+)/is, kind: 'printer', maker: 'HP' },
  { test: /^(?<model>RICOH [\w ()-]+?)(?: (?<firmware>\d[\d.]*))?(?: \/|$)/, kind: 'printer', maker: 'RICOH' },
  { test: /^Canon (?<model>[\w/ -]+)/, kind: 'printer', maker: 'Canon' },
  { test: /^(?:FUJI XEROX|FUJIFILM) (?<model>[\w -]+)/, kind: 'printer', maker: 'FUJIFILM' },
  { test: /^Brother (?<model>\S+)/i, kind: 'printer', maker: 'Brother' },
  { test: /^KONICA MINOLTA (?<model>[\w -]+)/i, kind: 'printer', maker: 'KONICA MINOLTA' },
  { test: /\b(?<model>TeraStation|LinkStation)\b/i, kind: 'storage', maker: 'BUFFALO' },
  { test: /^Linux \S+ (?<firmware>[\d.]+)/, os: 'Linux' },
]

/** The facts in a device's words about itself; nothing for words that are not known. */
export function describeSystem(words: string): SystemFacts {
  const text = words.trim()
  for (const { test, kind, maker, os } of known) {
    const found = test.exec(text)
    if (!found) continue
    const { model, firmware, os: foundOs } = found.groups ?? {}
    const system = os ?? foundOs
    return {
      ...(kind && { kind }),
      ...(maker && { maker }),
      ...(model && { model: model.trim() }),
      ...(system && { os: system === 'Windows' && firmware ? `Windows ${firmware})` : system }),
      ...(firmware && system !== 'Windows' && system !== 'Linux' && { firmware }),
    }
  }
  return {}
}
