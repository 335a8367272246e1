import type { Text } from '@mimamori/domain'

/** How the reader of a format was made: tried on real output, written after documentation or published samples, or from memory. */
export type Basis = 'real-output' | 'published-sample' | 'documentation' | 'memory'

export interface FormatFacts {
  readonly name: Text
  readonly basis: Basis
  /** Which output, or which document. */
  readonly seen: Text
}

const notSeen: Text = { ja: '実物は未確認', en: 'No real output seen' }

/** Every format that is recognised by its content, and what its reader rests on. */
export const scanFormats = {
  nmap: {
    name: { ja: 'NmapのXML', en: 'Nmap XML' },
    basis: 'real-output',
    seen: { ja: 'Nmap 5.51、6.40、7.93の出力', en: 'Output of Nmap 5.51, 6.40 and 7.93' },
  },
  'dhcp-isc': {
    name: { ja: 'ISC DHCPの貸し出し記録', en: 'ISC DHCP leases' },
    basis: 'real-output',
    seen: { ja: 'ISC dhcpd 4.2とpfSenseのdhcpd.leases', en: 'dhcpd.leases of ISC dhcpd 4.2 and of pfSense' },
  },
  'dhcp-kea': { name: { ja: 'Kea DHCPの貸し出し記録', en: 'Kea DHCP leases' }, basis: 'memory', seen: notSeen },
  'dhcp-windows': { name: { ja: 'Windows DHCPの一覧', en: 'Windows DHCP list' }, basis: 'memory', seen: notSeen },
  'device-cli': {
    name: { ja: 'ネットワーク機器の表示記録', en: 'Console output of network devices' },
    basis: 'published-sample',
    seen: {
      ja: 'FortiOS、Cisco IOS、アライドテレシスAW+は公開見本、ヤマハは公開見本の一部、富士通Si-Rは記憶による',
      en: 'Published samples of FortiOS, Cisco IOS and Allied Telesis AW+, of YAMAHA in part; Fujitsu Si-R from memory',
    },
  },
  'directory-csv': { name: { ja: 'Active DirectoryのCSV', en: 'Active Directory CSV' }, basis: 'memory', seen: notSeen },
  sharphound: { name: { ja: 'SharpHoundのJSON', en: 'SharpHound JSON' }, basis: 'memory', seen: notSeen },
  snmp: { name: { ja: 'SNMPの応答(snmpwalkなど)', en: 'SNMP answers (snmpwalk and the like)' }, basis: 'memory', seen: notSeen },
  drawio: { name: { ja: 'draw.ioの図', en: 'draw.io diagram' }, basis: 'documentation', seen: notSeen },
  register: { name: { ja: '機器台帳(Excel・CSV)', en: 'Device register (Excel, CSV)' }, basis: 'memory', seen: notSeen },
} as const satisfies Record<string, FormatFacts>

export type ScanFormat = keyof typeof scanFormats
