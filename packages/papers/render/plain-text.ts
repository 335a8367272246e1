/** Office files refuse control characters other than tabs and line ends, and the two that are no characters. */
const refused = /(?![\t\n\r])\p{Cc}|\uFFFE|\uFFFF/gu

/** A text that an office file can hold. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(refused, '')
}
