/** Words that occur nowhere by chance. Each is written by one organisation, so that it is known whose words an answer holds. */
export interface Canaries {
  /** A new one of the organisation with this number; it fits into names, logins, addresses and ids. */
  of(organisation: number): string
  /** Those in a text. */
  in(text: string): readonly string[]
  ownerOf(canary: string): number
  readonly count: number
}

const pattern = /kn[0-9a-z]{2}[0-9a-z]{6}z/g

export function makeCanaries(): Canaries {
  const owners = new Map<string, number>()
  return {
    of(organisation) {
      const canary = `kn${organisation.toString(36).padStart(2, '0')}${owners.size.toString(36).padStart(6, '0')}z`
      owners.set(canary, organisation)
      return canary
    },
    in: (text) => [...new Set(text.match(pattern) ?? [])].filter((canary) => owners.has(canary)),
    ownerOf(canary) {
      const owner = owners.get(canary)
      if (owner === undefined) throw new Error(`${canary} was never planted`)
      return owner
    },
    get count() {
      return owners.size
    },
  }
}
