/** A whole number as an office types it, in full or half width and with commas; undefined for anything else. */
export function wholeNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  return /^\d{1,8}$/.test(plain) ? Number(plain) : undefined
}

/** The words of a line, each once; undefined where there is none. */
export function wordsIn(text: string): readonly string[] | undefined {
  const words = text
    .split(/[,、;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  return words.length > 0 ? [...new Set(words)] : undefined
}
