import { says } from './says.ts'

/** Filled checklists, workbooks of an edition, lists of vendors. */
export const checklistTexts = {
  'checklist/two-answers': says(
    '{item}に答えが2つあります。{first}は「{firstAnswer}」、{second}は「{secondAnswer}」です。どちらも取り込んでいません。',
    '{item} has two answers: {first} says "{firstAnswer}", {second} says "{secondAnswer}". Neither was taken.',
    '正しいほうを残して保存し直すか、画面で選んでください。',
    'Keep the right one and save the file again, or choose on the screen.',
  ),
  'checklist/second-answer': says(
    '{item}の答えが2回書かれています(1回目は{first})。あとのほうは取り込んでいません。',
    '{item} is answered twice (first in {first}). The second answer was not taken.',
    '正しいほうを1つだけ残して、もう一度読み込んでください。',
    'Keep the right one alone and load it again.',
  ),
  'checklist/both-marked': says(
    '{item}の「はい」と「いいえ」の両方に印があります。取り込んでいません。',
    'Both "yes" and "no" of {item} are marked. It was not taken.',
    'どちらか1つの印を消して保存し直すか、画面で選んでください。',
    'Take one of the marks away and save the file again, or choose on the screen.',
  ),
  'checklist/drawn-mark': says(
    'シートに図形(手で描いた丸など)が{count}個あります。図形の丸は読めないため、{items}の答えは取り込んでいません。',
    'The sheet holds {count} drawn shapes, such as circles. These cannot be read, so {items} were not taken.',
    '「はい」か「いいえ」の欄に「○」の文字を入れて保存し直すか、「紙で届いた回答を写す」を使ってください。',
    'Type ○ into the cell of the answer and save the file again, or use "Copy an answer that came on paper".',
  ),
  'checklist/unknown-edition': says(
    '「{edition}」の設問は、まだこのPCに入っていません。読めるのは{known}です。',
    'The items of "{edition}" are not on this PC yet. Known are {known}.',
    'その版の公式のExcelを先に読み込んでください。版の書き間違いなら直してください。',
    'Load the official Excel of that edition first. If the name is a slip, mend it.',
  ),
  'checklist/no-edition': says(
    'どの年度版の様式か分かりません。',
    'It is not clear which edition the form is.',
    '表の上に「令和7年度版」のように書くか、読み込むときに版を選んでください。',
    'Write the edition above the table, such as "令和7年度版", or choose it when loading.',
  ),
  'checklist/other-edition': says(
    '{found}の様式です。お願いしているのは{expected}です。',
    'This is the form of {found}. Asked for was {expected}.',
    '{expected}の様式に記入してもらうか、{found}のシートとして読み込んでください。',
    'Ask for the form of {expected}, or load the file as a sheet of {found}.',
  ),
  'checklist/other-sheet': says(
    'このファイルは「{found}」のシートです。選んだのは「{expected}」です。',
    'The file is the sheet of "{found}". Chosen was "{expected}".',
    '「{found}」のシートを開いて読み込むか、正しいファイルを選んでください。',
    'Open the sheet of "{found}" and load it there, or choose the right file.',
  ),
  'checklist/newer-form': says(
    '新しい版の「見守り」で作られたシート(形式{found})です。この版が読めるのは形式{ours}までです。',
    'The sheet was made by a newer Mimamori (format {found}). This one reads up to format {ours}.',
    '「見守り」を新しくしてから読み込んでください。',
    'Update Mimamori and load the file again.',
  ),
  'checklist/unknown-item': says(
    '番号「{number}」は{edition}にありません。取り込んでいません。',
    'The number "{number}" is not in {edition}. It was not taken.',
    '公式の様式の番号(例:2-⑤)に直してください。',
    'Write the number of the official form, such as 2-⑤.',
  ),
  'checklist/not-on-form': says(
    '{item}はこの様式({form})の設問ではありません。取り込んでいません。',
    '{item} is not a question of this form ({form}). It was not taken.',
    '施設の答えなら「施設の分」で記入してください。',
    "If it is the facility's answer, give it on the facility's own sheet.",
  ),
  'checklist/missing-items': says(
    '{count}項目がファイルにありません({items})。ほかは読みました。',
    '{count} items are not in the file ({items}). The others were read.',
    '残りは画面で記入するか、全項目のそろったファイルを読み込んでください。',
    'Give the rest on the screen, or load a file that has all items.',
  ),
  'checklist/html-kept': says(
    '「<」「>」を含む文です。命令としては扱わず、文字のまま保存します。',
    'The text holds "<" and ">". It is kept as plain text and never run.',
    'このままで構いません。',
    'Nothing needs to be done.',
  ),
  'checklist/nothing-found': says(
    'チェックリストの回答が見つかりません。',
    'No answers of a checklist were found.',
    '「番号」と「回答」の列がある表か、公式の様式のExcelを選んでください。',
    'Choose a table with the columns "番号" and "回答", or the official form as Excel.',
  ),
  'edition/unknown-layout': says(
    '公式の様式として知らない並びです({detail})。設問は取り込んでいません。',
    'The layout is not that of an official form known here ({detail}). No item was loaded.',
    '厚生労働省が公表している「医療機関・薬局確認用」「事業者確認用」のExcelを、手を加えずに選んでください。それでも読めないときは、このファイルを添えて知らせてください。',
    'Choose the Excel published by the ministry, unchanged. If it still cannot be read, report it with this file.',
  ),
  'edition/no-year': says(
    '何年度版か書かれていません。設問は取り込んでいません。',
    'The workbook does not say of which fiscal year it is. No item was loaded.',
    '公式のExcelの題名(例:令和8年度版)を消さずに選んでください。',
    'Choose the official Excel with its title, such as 令和8年度版.',
  ),
  'edition/other-year': says(
    '{found}の様式です。読み込もうとしているのは{expected}です。設問は取り込んでいません。',
    'This is the form of {found}. Asked for was {expected}. No item was loaded.',
    '{expected}のExcelを選んでください。',
    'Choose the Excel of {expected}.',
  ),
  'edition/same-number': says(
    '番号{number}が2回出てきます({first}行と{second}行)。文が違うため、あとのほうは取り込んでいません。',
    'The number {number} appears twice (rows {first} and {second}) with different texts. The second was not taken.',
    '公式の様式のままか確かめてください。',
    'Check that the form was not changed.',
  ),
  'edition/gap': says(
    '番号が続いていません({before}のあとが{after})。',
    'The numbers do not run on ({after} comes after {before}).',
    '行が消えていないか、公式の様式と比べてください。',
    'Compare with the official form whether a row was deleted.',
  ),
  'list/no-name-column': says(
    '会社名の列が見つかりません。',
    'No column with company names was found.',
    '「会社名」「事業者名」「委託先」などの見出しを付けるか、画面で列を選んでください。',
    'Add a heading such as "会社名", or choose the column on the screen.',
  ),
  'list/asset-register': says(
    '事業者の一覧ではなく、機器の台帳のようです。まだ何も登録していません。',
    'This looks like a register of devices, not like a list of vendors. Nothing was registered.',
    '「機器の台帳・調査の記録」として選び直してください。',
    'Choose it again as a register of devices.',
  ),
  'list/unknown-name': says(
    '「{column}」の「{value}」が見つからないか、同じ名前が2つあります。この欄は変えていません。',
    '"{value}" in "{column}" is not here, or two have that name. The cell changes nothing.',
    '名前のつづりを確かめるか、先に画面で登録してください。',
    'Check the spelling, or add it on the screen first.',
  ),
  'list/unknown-row': says(
    '記録番号「{value}」の機器は、いまの一覧にありません。この行は読んでいません。',
    'The list has no device with the record number "{value}" now. The row was not read.',
    '新しい機器として足すときは、記録番号を空にしてください。',
    'To add it as a new device, leave the record number empty.',
  ),
  'list/unsure-column': says(
    '「{header}」列を「{field}」として読みますか。',
    'Read the column "{header}" as "{field}"?',
    '画面で「はい」か、別の欄を選んでください。次の年も同じように読みます。',
    'Confirm it on the screen or choose another field. It is remembered for next year.',
  ),
} as const
