const written = /^([a-z]{0,2}\d{1,15}(?:\.\d{1,15})*)(?:(?:\.(?:x{1,6}|\*))+|x|\*)(?:-evo)?$/i
const lastNumber = /^(.*?)(\d{1,15})$/

/**
 * The line of versions that `5.1.x`, `5.1.*`, `6.10x` and `21.2*` mean, as its beginning: `5.1`; `undefined` for a version. Where a feed
 * ends a range with a line, the whole line is in it: it ends before `behindLine`.
 */
export function lineOf(text: string): string | undefined {
  return written.exec(text.trim())?.[1]
}

/** The first version behind a line: 5.2 behind 5.1; `undefined` where the line does not end with a number. */
export function behindLine(line: string): string | undefined {
  const found = lastNumber.exec(line)
  if (!found) return undefined
  const digits = found[2] ?? ''
  return `${found[1] ?? ''}${String(Number(digits) + 1).padStart(digits.length, '0')}`
}
