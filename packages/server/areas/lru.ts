/** Values by key with a limit on the sum of their sizes; what was longest unused goes first. */
export interface Lru<T> {
  get(key: string): T | undefined
  set(key: string, value: T, bytes: number): void
  drop(key: string): void
  readonly bytes: number
}

interface Held<T> {
  readonly value: T
  readonly bytes: number
}

/** NOTE: a value larger than the limit is kept as the only one: the facility that is being worked on must not be read anew each time. */
export function makeLru<T>(limitBytes: number): Lru<T> {
  const held = new Map<string, Held<T>>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= held.get(key)?.bytes ?? 0
    held.delete(key)
  }
  return {
    get bytes() {
      return bytes
    },
    get(key) {
      const found = held.get(key)
      if (!found) return undefined
      held.delete(key)
      held.set(key, found)
      return found.value
    },
    set(key, value, size) {
      drop(key)
      held.set(key, { value, bytes: size })
      bytes += size
      for (const oldest of held.keys()) {
        if (bytes <= limitBytes || oldest === key) break
        drop(oldest)
      }
    },
    drop,
  }
}
