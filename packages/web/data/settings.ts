/** What this PC remembers for the ones who use it: of a facility its id alone, names only of those who allowed it. */
export type SettingName = 'lang' | 'single-keys' | 'readings' | 'list-mode' | 'facility' | 'names'

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
