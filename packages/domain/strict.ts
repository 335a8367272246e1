const frozen = new WeakSet<object>()

/** Freezes plain JSON all the way down; what was frozen before is passed over. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return value
  frozen.add(value)
  Object.freeze(value)
  for (const inner of Object.values(value)) freezeDeep(inner)
  return value
}

/** An object that throws when anything but its own keys is read: a rule gets what it declared and nothing else. */
export function guard(seen: object, owner: string): object {
  return new Proxy(seen, {
    get(target, key) {
      if (typeof key === 'string' && !Object.hasOwn(target, key)) throw new Error(`${owner} reads ${key} without declaring it`)
      return Reflect.get(target, key)
    },
  })
}
