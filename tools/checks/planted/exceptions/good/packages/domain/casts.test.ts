export function anything(value: unknown): string {
  return value as string
}
