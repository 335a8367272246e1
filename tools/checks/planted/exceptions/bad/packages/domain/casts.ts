export function idOf(value: unknown): string {
  return value as string
}

export function first(list: readonly string[]): string {
  return list[0]!
}

export function loose(value: any): string {
  const read: { name: string } = JSON.parse(String(value))
  return read.name
}

// biome-ignore lint/suspicious/noConsole: <explanation>
export const note = 1 as number // todo
// @ts-expect-error
export const wrong: string = 1
