import type { Translate } from '../text/words.tsx'

interface Place {
  readonly file?: string | undefined
  readonly sheet?: string | undefined
  readonly row?: number | undefined
  readonly column?: string | undefined
}

/** Where in a file something is: 台帳.xlsx「2階」シート、14行、E列. */
export function placeWords(t: Translate, { file, sheet, row, column }: Place): string {
  const within = cellWords(t, row, column)
  const place = sheet === undefined ? within : within === '' ? t('place.sheet', { sheet }) : t('place.inSheet', { sheet, place: within })
  if (file === undefined) return place
  return place === '' ? file : t('place.inFile', { file, place })
}

function cellWords(t: Translate, row: number | undefined, column: string | undefined): string {
  if (row !== undefined && column !== undefined) return t('place.cell', { row, column })
  if (row !== undefined) return t('place.row', { row })
  return column === undefined ? '' : t('place.column', { column })
}
