export type AssetKind =
  | 'server'
  | 'pc'
  | 'tablet'
  | 'firewall'
  | 'router'
  | 'mobile-router'
  | 'switch'
  | 'access-point'
  | 'network-device'
  | 'medical-device'
  | 'storage'
  | 'backup-device'
  | 'printer'
  | 'fax'
  | 'phone'
  | 'camera'
  | 'iot'
  | 'cloud-service'
  | 'removable-media'
  | 'other'

/** `device`: what a device says of itself at its own console. */
export type ObservationSource =
  | 'register'
  | 'nmap'
  | 'dhcp'
  | 'arp'
  | 'mac-table'
  | 'lldp'
  | 'cdp'
  | 'device'
  | 'directory'
  | 'snmp'
  | 'drawio'
  | 'vendor-list'
  | 'hand'

/** Two ends of one wire or one radio: what is on the far side of a port of the device that was asked. */
export interface SeenLink {
  readonly device: string
  readonly port: string
  readonly remotePort?: string
  readonly vlan?: string
}
