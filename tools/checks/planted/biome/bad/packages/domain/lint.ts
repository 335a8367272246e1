export function first(list: readonly string[]): string {
  return list[0]!
}

export function parse(text: string): any {
  return JSON.parse(text)
}

export default first
