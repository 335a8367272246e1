import { says } from './says.ts'

/** Files of any kind: size, encoding, CSV, tables. */
export const fileTexts = {
  'file/not-found': says(
    'ファイルが見つかりません。',
    'The file was not found.',
    '名前と場所を確かめて、もう一度選んでください。',
    'Check its name and place and choose it again.',
  ),
  'file/too-large': says(
    'ファイルが{size}あります。読めるのは{limit}までです。開かずにやめました。',
    'The file has {size}. At most {limit} are read. It was not opened.',
    '使う表だけを新しいファイルに写してください。写真や図を外すと小さくなります。',
    'Copy only the table that is needed to a new file. Without pictures it becomes smaller.',
  ),
  'file/empty': says(
    'ファイルの中身がありません(0バイト)。',
    'The file has no content (0 bytes).',
    '元の場所からもう一度コピーするか、送り直してもらってください。',
    'Copy it again from where it came, or ask for it to be sent again.',
  ),
  'file/blank': says(
    'ファイルの中に文字がありません(空白や改行だけです)。',
    'The file holds no text, only blanks and line breaks.',
    '書き出しが終わっているか確かめ、もう一度書き出したファイルを選んでください。',
    'See whether the export had ended, and choose a file that was exported again.',
  ),
  'file/not-a-table': says(
    'このファイルは読めませんでした。',
    'The file could not be read.',
    'Excel(.xlsx)かCSVで保存して、もう一度選んでください。',
    'Save it as Excel (.xlsx) or CSV and choose it again.',
  ),
  'pdf/no-text': says(
    '文字が入っていないPDFです。',
    'The PDF holds no text.',
    '写真として保管し、要点はこの画面で入力してください。',
    'Keep it as a picture and type the main points on this screen.',
  ),
  'pdf/not-read': says(
    'PDFからは回答を読み取れません。',
    'Answers cannot be read from a PDF.',
    '「紙で届いた回答を写す」を使ってください。同じ様式のExcelがあれば、それを選んでも読めます。',
    'Use "Copy an answer that came on paper". If the same form exists as Excel, choose that file.',
  ),
  'text/garbled': says(
    '文字化けしています。{encoding}として読み直しますか。',
    'The text is garbled. Read it again as {encoding}?',
    '見本の3行を見て、正しく読めるものを選んでください。どれも違うときは、Excelで開いて.xlsxで保存してください。',
    'Look at the three sample lines and choose the one that reads well. If none does, open the file in Excel and save it as .xlsx.',
  ),
  'text/old-code': says(
    'JIS(ISO-2022-JP)という古い文字コードのファイルです。',
    'The file is in an old encoding, JIS (ISO-2022-JP).',
    'Excelで開いて、「Excelブック(.xlsx)」か「CSV UTF-8(コンマ区切り)」で保存し直してください。',
    'Open it in Excel and save it as .xlsx or as "CSV UTF-8 (comma delimited)".',
  ),
  'text/damaged': says(
    '文字として読めないところが{count}か所あります。「{before}」のあとです。',
    '{count} places cannot be read as text, the first after "{before}".',
    '元のファイルをExcelで開き、「CSV UTF-8(コンマ区切り)」で保存し直してください。',
    'Open the original file in Excel and save it again as "CSV UTF-8 (comma delimited)".',
  ),
  'text/outside-cp932': says(
    '「{char}」({code})はShift_JISにない文字です。',
    '"{char}" ({code}) does not exist in Shift_JIS.',
    'UTF-8で書き出すか、この文字を別の字({twin})にしてください。',
    'Write the file as UTF-8, or use another character ({twin}).',
  ),
  'csv/open-quote': says(
    '引用符(")が閉じていません。',
    'A quotation mark (") is not closed.',
    'この行の「"」を確かめるか、Excelで開いて保存し直してください。',
    'Check the quotation marks of this row, or open the file in Excel and save it again.',
  ),
  'csv/long-row': says(
    '1行が{limit}文字を超えています。',
    'A row has more than {limit} characters.',
    '引用符(")の閉じ忘れがないか確かめ、Excelで開いて保存し直してください。',
    'Look for a quotation mark (") that is not closed, open the file in Excel and save it again.',
  ),
  'csv/too-many-rows': says(
    '{limit}行を超えています。',
    'There are more than {limit} rows.',
    '表を分けて、何回かに分けて選んでください。',
    'Split the table and choose the parts one after the other.',
  ),
  'csv/too-many-cells': says(
    '欄の数が{limit}を超えています。',
    'There are more than {limit} cells.',
    '表を分けるか、使わない列を削除してください。',
    'Split the table, or delete columns that are not used.',
  ),
  'table/no-header': says(
    '見出しの行が見つかりません。「{expected}」などの見出しを探しました。',
    'No row of headings was found. Headings such as "{expected}" were looked for.',
    '表のいちばん上に、この見出しの行を入れてください。上に題名の行があっても読めます。',
    'Put a row with these headings above the table. Title rows above it do no harm.',
  ),
  'table/missing-column': says(
    '「{column}」の列がありません。',
    'There is no column "{column}".',
    '見出しを「{column}」にするか、どの列を使うかを画面で選んでください。',
    'Name a heading "{column}", or choose on the screen which column to use.',
  ),
  'table/similar-column': says(
    '「{found}」の列は「{column}」と読めそうですが、見出しが違うため使っていません。',
    'The column "{found}" looks like "{column}", but it was not used because its heading differs.',
    '同じ意味なら、見出しを「{column}」にしてください。',
    'If it means the same, rename the heading to "{column}".',
  ),
  'table/double-column': says(
    '「{column}」の列が2つあります({first}列と{second}列)。{first}列を使いました。',
    'There are two columns "{column}" ({first} and {second}). Column {first} was used.',
    '使わないほうの見出しを消してください。',
    'Delete the heading of the one that is not used.',
  ),
} as const
