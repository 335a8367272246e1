import { says } from './says.ts'

/** Workbooks: kinds that are not read, limits, damage, and what is told of a workbook that is read. */
export const excelTexts = {
  'excel/password': says(
    'パスワード付きのファイルです。',
    'The file is protected by a password.',
    'Excelで開き、パスワードを外して保存してから選んでください。',
    'Open it in Excel, take the password off, save it and choose it again.',
  ),
  'excel/old-format': says(
    '古い形式(.xls)です。',
    'The file has the old format (.xls).',
    '「名前を付けて保存」で.xlsxにしてください。',
    'Use "Save as" in Excel and choose .xlsx.',
  ),
  'excel/binary-format': says(
    'バイナリ形式(.xlsb)です。',
    'The file has the binary format (.xlsb).',
    '「名前を付けて保存」で.xlsxにしてください。',
    'Use "Save as" in Excel and choose .xlsx.',
  ),
  'excel/macros': says(
    'マクロは実行しません。値だけを読みます。',
    'Macros are not run. Only the values are read.',
    'このまま続けられます。マクロで計算する欄は、Excelで開いて保存し直すと最新の値になります。',
    'You can go on. For cells that a macro fills, open the file in Excel and save it once more first.',
  ),
  'excel/not-excel': says(
    'このファイルは読めませんでした。中身がExcelではありません。',
    'The file could not be read. Its content is not an Excel workbook.',
    'Excel(.xlsx)かCSVで保存して、もう一度選んでください。',
    'Save it as Excel (.xlsx) or CSV and choose it again.',
  ),
  'excel/truncated': says(
    'ファイルが途中で切れています。',
    'The file ends too early.',
    '元の場所からもう一度コピーするか、送り直してもらってください。',
    'Copy it again from where it came, or ask for it to be sent again.',
  ),
  'excel/damaged': says(
    'ファイルの中の「{part}」が壊れています。',
    'The part "{part}" of the file is damaged.',
    'Excelで開けるか確かめ、「名前を付けて保存」で新しく保存したものを選んでください。',
    'See whether Excel opens it, save it under a new name and choose that one.',
  ),
  'excel/forbidden-xml': says(
    'ファイルの中の「{part}」に、Excelが使わない宣言(DTD)があります。安全のため読みません。',
    'The part "{part}" holds a declaration (DTD) that Excel does not use. It is not read, for safety.',
    'Excelで開き、「名前を付けて保存」で新しく保存したものを選んでください。送り主に心当たりがなければ、開かずに確かめてください。',
    'Open it in Excel, save it under a new name and choose that one. If you do not know the sender, ask before you open it.',
  ),
  'excel/too-large-inside': says(
    '広げると{limit}を超えるファイルです。安全のため途中でやめました。',
    'Unpacked, the file is larger than {limit}. Reading was stopped for safety.',
    '使う表だけを新しいブックに写し、保存してから選んでください。',
    'Copy only the table that is needed to a new workbook, save it and choose that one.',
  ),
  'excel/too-compressed': says(
    'ファイルの中の「{part}」が{ratio}倍以上に縮められています。安全のため読みません。',
    'The part "{part}" is compressed more than {ratio} times. It is not read, for safety.',
    '使う表だけを新しいブックに写し、保存してから選んでください。送り主に心当たりがなければ、開かずに確かめてください。',
    'Copy only the table that is needed to a new workbook and choose that one. If you do not know the sender, ask before you open it.',
  ),
  'excel/too-many-sheets': says(
    'シートが{found}枚あります。読めるのは{limit}枚までです。',
    'The workbook has {found} sheets. At most {limit} are read.',
    '使うシートだけを新しいブックに写してください。',
    'Copy only the sheets that are needed to a new workbook.',
  ),
  'excel/too-many-rows': says(
    '{limit}行を超えています。',
    'There are more than {limit} rows.',
    '表を分けるか、使わない行を削除して保存してください。書式だけの行も数えます。',
    'Split the table, or delete rows that are not used and save. Rows that only hold formats count too.',
  ),
  'excel/too-many-cells': says(
    '文字や数字の入った欄が{limit}を超えています。',
    'There are more than {limit} cells with content.',
    '表を分けるか、使わない列を削除して保存してください。',
    'Split the table, or delete columns that are not used and save.',
  ),
  'excel/too-slow': says(
    '{seconds}秒たっても読み終わらないため、やめました。',
    'Reading did not end within {seconds} seconds and was stopped.',
    '使う表だけを新しいブックに写し、保存してから選んでください。',
    'Copy only the table that is needed to a new workbook, save it and choose that one.',
  ),
  'excel/no-cached-value': says(
    '数式「{formula}」の計算結果が保存されていません。空欄として扱いました。',
    'The result of the formula "{formula}" is not stored. The cell was taken as empty.',
    'Excelで開いて保存し直すか、結果の値を直接入力してください。',
    'Open the file in Excel and save it again, or type the value itself.',
  ),
  'excel/error-value': says(
    '「{value}」(計算のエラー)が入っています。空欄として扱いました。',
    'The cell holds "{value}" (an error of calculation). It was taken as empty.',
    'Excelで数式を直すか、値を直接入力してください。',
    'Mend the formula in Excel, or type the value itself.',
  ),
  'excel/hidden-sheet': says(
    '隠れているシートです。読んでいません。',
    'The sheet is hidden. It was not read.',
    '必要なときは、Excelで「再表示」にして保存してから選んでください。',
    'If you need it, unhide it in Excel, save and choose the file again.',
  ),
} as const
