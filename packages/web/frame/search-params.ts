/** Reads one parameter of the address; what does not fit is left out, so that an old link still opens. */
export function word<N extends string>(search: Record<string, unknown>, name: N): { [K in N]?: string } {
  const value = search[name]
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [K in N]?: string } // the one key that was asked for
}

export function oneOf<N extends string, const V extends string>(
  search: Record<string, unknown>,
  name: N,
  allowed: readonly V[],
): { [K in N]?: V } {
  const value = allowed.find((each) => each === search[name])
  return (value === undefined ? {} : { [name]: value }) as { [K in N]?: V } // the one key that was asked for
}

export function bool<N extends string>(search: Record<string, unknown>, name: N): { [K in N]?: true } {
  return (search[name] === true ? { [name]: true } : {}) as { [K in N]?: true } // the one key that was asked for
}
