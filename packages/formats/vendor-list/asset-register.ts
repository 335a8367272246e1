import { cellText, type Table } from '../table.ts'
import { foldText } from '../text.ts'

const headings = [
  '機器名',
  '機器名称',
  '資産名',
  '資産番号',
  '管理番号',
  '端末名',
  'コンピュータ名',
  'ホスト名',
  'IPアドレス',
  'MACアドレス',
  'OS',
  '型番',
  '型式',
  'シリアル番号',
  '製造番号',
  'メーカー',
  '設置場所',
  '購入日',
  '取得日',
].map(foldText)

/** A register of devices: a row with three or more of the headings that only such a register has. */
export function isAssetRegister(table: Table): boolean {
  return table.rows.slice(0, 20).some((row) => {
    const found = row.cells.map((_, column) => foldText(cellText(row, column)))
    return new Set(found.filter((heading) => headings.includes(heading))).size >= 3
  })
}
