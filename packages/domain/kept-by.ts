/**
 * What a list alone decides, computed once per version of the list. `make` may read nothing else; lists and records are never changed
 * in place, so what is kept is never out of date.
 */
/* @__NO_SIDE_EFFECTS__ */
export function keptBy<K extends object, V extends object>(make: (of: K) => V): (of: K) => V {
  const kept = new WeakMap<K, V>()
  return (of) => {
    const before = kept.get(of)
    if (before) return before
    const made = make(of)
    kept.set(of, made)
    return made
  }
}
