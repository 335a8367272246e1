export const kinds = ['a', 'b'] as const

export function idOf(value: unknown): string {
  return value as string // ids were checked where they came in
}

export function first(list: readonly string[]): string {
  // biome-ignore lint/style/noNonNullAssertion: the caller has counted them
  return list[0]!
}

export function read(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return value
}

// @ts-expect-error the type refuses a number here, as it should
export const wrong: string = 1
