/** Numbers in circles, as the official form prints them; the place in the text is the number less one. */
export const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** An official number as typed (2-5, 2-(5), ２－５, 2-⑤), so that all spellings find the same item. */
export function plainNumber(text: string): string {
  const digits = [...text].map((char) => (circled.includes(char) ? `-${circled.indexOf(char) + 1}` : char)).join('')
  return digits
    .normalize('NFKC')
    .replace(/[()\s]/g, (char) => (char === '(' ? '-' : ''))
    .replace(/[‐−–―ー_.の]/g, '-')
    .replace(/-+/g, '-')
    .replace(/-0*(\d)/g, '-$1')
}

/** 2-④ of the id `r7:2-04`. */
export function numberOfItem(id: string): string {
  const [section = '', place] = id.slice(id.indexOf(':') + 1).split('-')
  return place === undefined ? section : `${section}-${circled[Number(place) - 1] ?? place}`
}
