import { says } from './says.ts'

/** Values of single cells. In every case the cell was left as unknown. */
export const valueTexts = {
  'value/not-a-date': says(
    '「{value}」は日付として読めません。',
    '"{value}" cannot be read as a date.',
    '例:令和8年11月20日、R8.11.20、2026/11/20',
    'Examples: 2026/11/20, 令和8年11月20日, R8.11.20',
  ),
  'value/ambiguous-date': says(
    '「{value}」の年が決められません。{candidates}',
    'The year of "{value}" is not certain. {candidates}',
    '年を4けたか元号で書いてください。例:令和8年11月20日、2026/11/20',
    'Write the year with four digits or an era. Examples: 2026/11/20, 令和8年11月20日',
  ),
  'value/date-ahead': says(
    '「{column}」の{value}は、今日より先の日付です。取り込んでいません。',
    'The day {value} of "{column}" lies ahead of today. It was not taken.',
    '実際に確かめた日を書いてください。これから直す日は「目標日」に書きます。',
    'Write the day on which it was done. A day that is planned goes under "目標日".',
  ),
  'value/year-from-form': says(
    '年のない日付が{count}件あります。{year}(4月から翌年3月)の日付として読みました。',
    '{count} dates have no year. They were read as days of {year} (April to March).',
    '違うものがあれば、年を付けて保存し直すか、画面で直してください。',
    'If one is wrong, add the year and save the file again, or correct it on the screen.',
  ),
  'value/not-a-number': says(
    '「{column}」に「{value}」とあります。{min}から{max}までの整数ではありません。',
    '"{column}" says "{value}", which is not a whole number from {min} to {max}.',
    '数字だけを書くか、空欄にしてください。',
    'Write digits only, or leave it empty.',
  ),
  'value/not-a-figure': says(
    '「{column}」に「{value}」とあります。{min}から{max}までの数ではありません。',
    '"{column}" says "{value}", which is not a number from {min} to {max}.',
    '小数は0.68のように書くか、空欄にしてください。',
    'Write a part as in 0.68, or leave it empty.',
  ),
  'value/not-a-word': says(
    '「{column}」に「{value}」とあります。',
    '"{column}" says "{value}".',
    '次のどれかを書いてください:{choices}',
    'Write one of these: {choices}',
  ),
  'value/unread-mark': says(
    '回答の「{value}」を「はい」「いいえ」のどちらにも読めません。',
    'The answer "{value}" reads neither as yes nor as no.',
    '「○」「済」は「はい」、「×」「未」は「いいえ」、「-」「/」は空欄として読みます。どれかに直してください。',
    '○ and 済 read as yes, × and 未 as no, - and / as empty. Write one of these.',
  ),
  'value/too-long': says(
    '「{column}」が長すぎます({length}字)。{most}字までです。',
    '"{column}" is too long: {length} characters of at most {most}.',
    '短くするか、続きを備考に書いてください。',
    'Shorten it, or write the rest into the remarks.',
  ),
  'value/forbidden-letters': says(
    '「{column}」に、目に見えない制御文字か、読む向きを変える記号が入っています。',
    '"{column}" holds invisible control characters, or marks that turn the reading direction.',
    'その欄を消して、手で打ち直してください。',
    'Clear the cell and type it again.',
  ),
  'value/broken-json': says(
    '「{column}」の内容が、書き出したときの形ではありません。',
    'The content of "{column}" is not as it was written by export.',
    'この欄は手で直さず、書き出し直したファイルの内容に戻してください。',
    'Do not edit this cell by hand; put back what the exported file says.',
  ),
  'value/incomplete': says(
    '「{column}」が空です。同じ行のほかの欄と組で使います。この組は読んでいません。',
    '"{column}" is empty. It belongs with other cells of its row; these were not read.',
    '「{column}」も書くか、組の欄をすべて空にしてください。',
    'Fill in "{column}" too, or empty all cells of the group.',
  ),
  'value/missing': says(
    '「{column}」が空です。この行は読んでいません。',
    '"{column}" is empty. The row was not read.',
    '「{column}」を書いてください。',
    'Fill in "{column}".',
  ),
  'value/not-an-id': says(
    '「{value}」はIDとして使えません。この行は読んでいません。',
    '"{value}" cannot serve as an id. The row was not read.',
    '半角の英小文字・数字・「.」「_」「:」「-」で80文字までにするか、空欄にしてください。空欄ならこちらで付けます。',
    'Use lower-case letters, digits and . _ : - (80 at most), or leave it empty and one is made.',
  ),
  'value/not-a-block': says(
    '「{column}」の「{value}」が、アドレスの範囲として読めません。この欄は空欄として扱いました。',
    '"{value}" in "{column}" cannot be read as a block of addresses. The cell was taken as empty.',
    '「10.18.20.0/24」のように書いてください。いくつもあるときは、間に「,」を入れてください。',
    'Write it as 10.18.20.0/24; several with commas between them.',
  ),
  'value/not-a-vlan': says(
    '「{column}」の「{value}」が、VLANの番号として読めません。この欄は空欄として扱いました。',
    '"{value}" in "{column}" cannot be read as the number of a VLAN. The cell was taken as empty.',
    '1から4094までの数字だけを書いてください。いくつもあるときは、間に「,」を入れてください。',
    'Write numbers from 1 to 4094; several with commas between them.',
  ),
  'value/link-ends': says(
    'つながりの両端が、1つずつ決まっていません。この行は読んでいません。',
    'The link has not exactly one end on each side. The row was not read.',
    '「一方の…」の欄と「他方の…」の欄に、それぞれ1つだけ書いてください。',
    'Fill in exactly one cell for the one end and one for the other.',
  ),
  'value/link-to-itself': says(
    'つながりの両端が同じものです。この行は読んでいません。',
    'Both ends of the link are the same. The row was not read.',
    'どちらかの端を書き直してください。',
    'Correct one of the ends.',
  ),
  'value/place-ends': says(
    '地図に置くものが、1つに決まっていません。この行は読んでいません。',
    'It is not one thing that is placed on the map. The row was not read.',
    '区画・機器・回線のどれか1つだけを書いてください。',
    'Name exactly one zone, device or line.',
  ),
  'value/unknown-reference': says(
    '「{column}」の「{value}」が見つかりません。空欄として扱いました。',
    '"{value}" in "{column}" was not found. It was taken as empty.',
    '名前のつづりを確かめるか、{list}に1件足してください。',
    'Check the spelling, or add an entry to {list}.',
  ),
} as const
