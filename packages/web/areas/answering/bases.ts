/**
 * On which version of the draft each part rests that we have written. What we have stored ourselves is no change of somebody
 * else's: a part that was begun before our own save rests on that save.
 */
export class Bases {
  readonly #waiting = new Map<string, number>()
  readonly #own = new Map<string, { readonly since: number; readonly at: number }>()

  /** Something is written that was begun while `version` was on the screen; what waits already keeps the earlier one. */
  begun(part: string, version: number): void {
    const own = this.#own.get(part)
    const base = own && version >= own.since && version < own.at ? own.at : version
    this.#waiting.set(part, Math.min(base, this.#waiting.get(part) ?? base))
  }

  of(parts: readonly string[]): Record<string, number> {
    return Object.fromEntries(parts.map((part) => [part, this.#waiting.get(part)] as const).filter(isKnown))
  }

  /** These parts were sent and stand in `version`. */
  stored(parts: readonly string[], version: number): void {
    for (const part of parts) {
      const base = this.#waiting.get(part) ?? version
      const own = this.#own.get(part)
      this.#own.set(part, { since: own && base === own.at ? own.since : base, at: version })
      this.#waiting.delete(part)
    }
  }

  /** A colleague was quicker with these; what is written on them next is held against what was on the screen then. */
  taken(parts: readonly string[]): void {
    for (const part of parts) this.#waiting.delete(part)
  }
}

function isKnown(entry: readonly [string, number | undefined]): entry is readonly [string, number] {
  return entry[1] !== undefined
}
