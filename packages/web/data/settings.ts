/** What this PC remembers for the one who uses it: of a facility its id alone, so that one comes back to it. */
export type SettingName = 'lang' | 'single-keys' | 'readings' | 'list-mode' | 'facility'

const prefix = 'mimamori.'

/** NOTE: storage may be switched off by the organisation's rules; the product then works without memory. */
export function readSetting(name: SettingName): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined
  } catch {
    return undefined
  }
}

export function writeSetting(name: SettingName, value: string): void {
  try {
    localStorage.setItem(prefix + name, value)
  } catch {
    // Not remembered, see above.
  }
}
