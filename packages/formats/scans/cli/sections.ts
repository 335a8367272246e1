/** What a part of a console record is a table of. */
export type Section = 'arp' | 'mac' | 'lldp' | 'cdp' | 'lease' | 'yamaha-dhcp' | 'self' | 'other'

export interface Prompt {
  /** Name of the device before the sign; '' where it shows none. */
  readonly device: string
  readonly command: string
}

const command = /^(?:show|sh|get|execute|exec|diagnose|diag|display|arp|terminal|console|enable|administrator|exit|quit)\b/i

/** `SW1#show arp`, `FGT (root) # get system arp`, `# show arp` of a YAMAHA without a name, `C:\>arp -a`. */
export function promptOf(line: string): Prompt | undefined {
  const [, device, rest = ''] = /^([A-Za-z][\w.-]{0,62}(?:\([\w.-]+\))?(?: \([\w.-]+\))?)\s?[#>]\s*(.*)$/.exec(line) ?? []
  if (device !== undefined) return { device: device.replace(/\s?\(.*$/, ''), command: rest.trim() }
  const [, nameless] = /^(?:[A-Z]:\\[^>]*)?[#>]\s*(.+)$/.exec(line) ?? []
  return nameless !== undefined && command.test(nameless) ? { device: '', command: nameless.trim() } : undefined
}

const commands: readonly (readonly [RegExp, Section])[] = [
  [/\bdhcp lease-list/i, 'lease'],
  [/\bstatus dhcp/i, 'yamaha-dhcp'],
  [/\blldp/i, 'lldp'],
  [/\bcdp\b/i, 'cdp'],
  [/\barp\b/i, 'arp'],
  [/\bmac\b|macaddress|mac-address/i, 'mac'],
  [/\b(?:version|ver|environment|inventory|clock)\b|system (?:status|information)|^show system$|\btech-support/i, 'self'],
]

/** What the answer to a command is; undefined for no command. */
export function sectionOfCommand(text: string): Section | undefined {
  if (text === '' || /^(?:terminal|console|enable|exit|quit|administrator$)/i.test(text)) return undefined
  return commands.find(([test]) => test.test(text))?.[1] ?? 'other'
}

const headers: readonly (readonly [RegExp, Section])[] = [
  [/^\s*IP\s+MAC-Address\s+Hostname/, 'lease'],
  [/^\s*(?:DHCPスコープ番号|DHCP Scope number)/i, 'yamaha-dhcp'],
  [/^\s*カウント数|インタフェース\s+IPアドレス\s+MACアドレス|インターネット アドレス|Internet Address\s+Physical Address/i, 'arp'],
  [/^\s*(?:Protocol\s+|No\.?\s+|IP\s+)?Address\s+.*(?:Hardware|MAC|Link)/i, 'arp'],
  [/^\s*(?:VLAN|Vid)\b.*\bmac\b|^\s*Port\s.*\bMAC\b.*\b(?:VLAN|type)\b|Mac Address Table/i, 'mac'],
  [/^(?:Local Intf:|LLDP Detailed|Interface Name\s*:|\d+ port(?:\.txt)?: )|^Capability codes:\s*\(R\)/i, 'lldp'],
  [/^Device ID(?::|\s+Local Intrfce)|^Capability Codes: R - Router/i, 'cdp'],
  [/^Device ID\s+Local Intf/i, 'lldp'],
]

/** A heading that begins a table where no command stands above it. */
export function sectionOfHeader(line: string): Section | undefined {
  return headers.find(([test]) => test.test(line))?.[1]
}

/** Rules, totals, legends and what a person typed beside the tables. */
export function isNoise(line: string): boolean {
  return (
    /^[\s\-=+*_|.]*$/.test(line) ||
    /^\s*(?:Total|Legend|Codes|Capability|カウント数|Number of|Multicast|Mac Entries|Aging|Displaying|Flags|Age|Type|Unless|[A-Za-z#*] - |age - |n\/a - |\(\w\) |% |インターフェイス:|Interface: \d|\w+ BootROM)/i.test(
      line,
    ) ||
    sectionOfHeader(line) !== undefined
  )
}
