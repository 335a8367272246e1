import type { InstalledProduct } from './types.ts'

/**
 * Product and version as installed, in one form: the same text on every device that has it. Upper and lower case, full width and blanks
 * do not count. It holds no sign by which lists are parted, and at most some 600 letters.
 */
export function lineOfProduct({
  role,
  vendor,
  name,
  version,
  cpe,
}: Pick<InstalledProduct, 'role' | 'vendor' | 'name' | 'version' | 'cpe'>): string {
  const words = cpe === undefined ? [role, vendor ?? '', name, version ?? ''] : [role, cpe, version ?? '']
  return words.map(folded).join(':')
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,、;；]+/g, ' ')
    .trim()
    .slice(0, 190)
}
