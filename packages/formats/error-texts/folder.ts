import { says } from './says.ts'

/** The facility folder. */
export const folderTexts = {
  'folder/not-found': says(
    '「{path}」というフォルダーがありません。',
    'There is no folder "{path}".',
    'フォルダーの場所を確かめてください。',
    'Check where the folder is.',
  ),
  'folder/not-a-folder': says(
    '「{path}」はフォルダーではなく、ファイルです。',
    '"{path}" is a file and no folder.',
    '中に facility.yaml がある施設フォルダーを指定してください。',
    'Name the facility folder that holds facility.yaml.',
  ),
  'folder/no-facility-file': says(
    'このフォルダーには facility.yaml がありません。',
    'The folder holds no facility.yaml.',
    '施設フォルダーを選んでください。中に facility.yaml があるフォルダーです。新しく作るときは docs/folder.md の例を写してください。',
    'Choose a facility folder, the one that holds facility.yaml. To make a new one, copy the example in docs/folder.md.',
  ),
  'folder/newer-version': says(
    'このフォルダーは新しい版の「見守り」(形式{found})で書き出されています。この版が読めるのは形式{ours}までです。',
    'The folder was written by a newer Mimamori (format {found}). This one reads up to format {ours}.',
    '「見守り」を新しくしてから読み込むか、新しい版のほうで開いてください。フォルダーの中身は変えていません。',
    'Update Mimamori, or open the folder with the newer one. Nothing in the folder was changed.',
  ),
  'folder/broken-yaml': says(
    '書き方が読み取れません({detail})。',
    'The text cannot be read as YAML ({detail}).',
    'この行の字下げ(半角の空白)と「:」のあとの空白を確かめてください。',
    'Check the indentation of this line and the space behind ":".',
  ),
  'folder/yaml-link': says(
    '「&」「*」による参照や、型を示す印は使えません。',
    'References by "&" and "*" and marks of types are not read.',
    '参照先の内容をそのまま書いてください。記号で始まる文は「"」で囲んでください。',
    'Write the content itself. Put text that begins with such a sign into quotation marks.',
  ),
  'folder/not-a-list': says(
    '「{section}」は「- 」で始まる項目の並びで書いてください。この部分は読んでいません。',
    '"{section}" must be a list of entries that begin with "- ". It was not read.',
    'docs/folder.md の例のように書いてください。',
    'Write it as in the example in docs/folder.md.',
  ),
  'folder/unknown-section': says(
    '「{section}」という部分は、この版では読みません。',
    'The part "{section}" is not read by this version.',
    'つづりを確かめてください。残しておいても、ほかの部分の読み込みには影響しません。',
    'Check its spelling. If it stays, the other parts are read all the same.',
  ),
  'folder/no-name': says(
    '施設の名前がありません。',
    'The facility has no name.',
    'facility.yaml の「facility:」の下に「name: (施設の名前)」を書いてください。',
    'Write "name: …" below "facility:" in facility.yaml.',
  ),
  'folder/same-id': says(
    'ID「{id}」が2回使われています(1回目は{first})。あとのほうは読んでいません。',
    'The id "{id}" is used twice (first in {first}). The second one was not read.',
    'どちらかのIDを変えるか、空欄にしてください。同じものなら、あとのほうを消してください。',
    'Change or clear one of the ids. If both are the same thing, delete the second.',
  ),
  'folder/same-record': says(
    '「{name}」が2回書かれています(1回目は{first})。あとのほうは読んでいません。',
    '"{name}" is written twice (first in {first}). The second one was not read.',
    '別のものなら、名前を書き分けるか、それぞれにIDを付けてください。',
    'If these are two things, give them different names, or ids of their own.',
  ),
  'folder/merged-id': says(
    'ID「{id}」は、まとめた先の「{to}」に置き換わっています。この行は読んでいません。',
    'The id "{id}" was merged into "{to}". The row was not read.',
    '「まとめる前に戻す」か、この行を消してください。',
    'Undo the merge, or delete the row.',
  ),
  'folder/maybe-same-vendor': says(
    '「{name}」と「{other}」は同じ会社ですか。',
    'Are "{name}" and "{other}" the same company?',
    '同じなら画面で「同じ」を選ぶとまとまります。あとで「まとめる前に戻す」こともできます。別の会社なら、このままで構いません。',
    'If so, choose "the same" on the screen; it can be undone. If not, leave it as it is.',
  ),
  'folder/two-files': says(
    '同じ確認用シートのファイルが2つあります({first}と{second})。{first}を読みました。',
    'Two files hold the same sheet ({first} and {second}). {first} was read.',
    '古いほうを別の場所に移してください。',
    'Move the older one elsewhere.',
  ),
  'folder/not-empty': says(
    '書き出し先のフォルダー「{path}」に、すでにファイルがあります。何も書いていません。',
    'The folder "{path}" already holds files. Nothing was written.',
    '空のフォルダーか新しい名前を選んでください。',
    'Choose an empty folder or a new name.',
  ),
  'evidence/missing': says(
    '根拠資料「{name}」のファイルが evidence フォルダーにありません。',
    'The file of the evidence "{name}" is not in the folder "evidence".',
    'ファイルを戻すか、一覧のSHA-256の欄を空にして「場所」に現物のある所を書いてください。',
    'Put the file back, or clear its SHA-256 and write where the original is kept.',
  ),
  'evidence/changed': says(
    '根拠資料「{name}」のファイルが、登録したときから変わっています。',
    'The file of the evidence "{name}" has changed since it was registered.',
    '元のファイルに戻してください。差し替えたときは、新しい根拠資料として登録してください。',
    'Put the original back. If it was replaced on purpose, register it as new evidence.',
  ),
} as const
