const width = 140

/** JSON as the formatter of this repository writes it: objects spread out, short lists of plain values on one line. */
export function printJson(value: unknown): string {
  return `${print(value, '', 0)}\n`
}

/** `before` is what stands on the line already, which decides whether a list still fits on it. */
function print(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const line = `[${value.map((part) => JSON.stringify(part)).join(', ')}]`
    const plain = value.every((part) => typeof part !== 'object')
    if (plain && indent.length + before + line.length + 1 <= width) return line
    return `[\n${value.map((part) => `${inner}${print(part, inner, 0)}`).join(',\n')}\n${indent}]`
  }
  const parts = Object.entries(value).map(([key, part]) => {
    const name = `${JSON.stringify(key)}: `
    return `${inner}${name}${print(part, inner, name.length)}`
  })
  return parts.length === 0 ? '{}' : `{\n${parts.join(',\n')}\n${indent}}`
}
