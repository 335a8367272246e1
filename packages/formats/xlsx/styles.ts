import { readXml } from './xml.ts'
import type { Package } from './zip.ts'

/** Number formats of Excel that show a day without saying so in the file; 27–36 and 50–58 are those of Japan. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** For each cell style, whether it shows a number as a day. */
export async function readDateStyles(file: Package, part: string | undefined): Promise<readonly boolean[]> {
  if (part === undefined || !file.names.includes(part)) return []
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCellStyles = false
  await readXml(file, part, {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCellStyles = true
      if (name === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0)
        styles.push(builtInDates.has(id) || showsDay(formats.get(id) ?? ''))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}

/** True for yyyy/m/d, ggge年m月d日, [$-411]ge.m.d; false for h:mm, 0.00E+00 and General. */
export function showsDay(format: string): boolean {
  if (/\[(h+|m+|s+)\]/i.test(format)) return false
  const bare = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/General|標準|E[+-]/gi, '')
    .split(';')[0]
  return bare !== undefined && (/[yde]|g{1,3}/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare)))
}
