import { says } from './says.ts'

/** Files with facts on vulnerabilities, as their publishers give them out. */
export const feedTexts = {
  'feed/unknown-format': says(
    '脆弱性情報のファイルとして読めませんでした。',
    'The file was not recognised as a feed of vulnerabilities.',
    '読めるのは、CISAのKEV、EPSS、CVE、NVD、JVN iPedia、CSAF、サポート終了日のファイルです。配布元から取り直してください。',
    'What is read: KEV of CISA, EPSS, CVE, NVD, JVN iPedia, CSAF and ends of support. Get it again from where it is published.',
  ),
  'feed/truncated': says(
    '{count}件を読んだところで、ファイルが途中で切れています。',
    'The file ends too early, after record {count}.',
    '配布元から取り直してください。それまでは、前に取り込んだ情報を使います。',
    'Get it again from where it is published. What was taken in before stays in use until then.',
  ),
  'feed/damaged': says(
    '{count}件を読んだところで、ファイルが壊れています。',
    'The file is damaged after record {count}.',
    '配布元から取り直してください。それまでは、前に取り込んだ情報を使います。',
    'Get it again from where it is published. What was taken in before stays in use until then.',
  ),
  'feed/forbidden-xml': says(
    '{count}件を読んだところで、XMLの中に独自の定義(DTD)がありました。安全のため読みません。',
    'After record {count} the XML defines entities of its own (DTD). It is not read, for safety.',
    '本物の脆弱性情報にはありません。配布元から直接取り直し、受け取った経路を確かめてください。',
    'A real feed has none. Get it directly from where it is published, and check how this one came to you.',
  ),
  'feed/large-entry': says(
    '{count}件の次の記録に、{limit}を超える文字の続きがあります。ここで読むのをやめました。',
    'The record after record {count} holds a single text of more than {limit}. Reading stopped there.',
    '配布元から取り直してください。同じことが続くときは、この記録を配布元に知らせてください。',
    'Get it again from where it is published. If it happens again, tell the publisher of this record.',
  ),
  'feed/wrong-encoding': says(
    '{count}件を読んだところで、文字として読めないところがありました。',
    'After record {count} there are bytes that are no text.',
    '表計算ソフトなどで保存し直さず、配布されたままのファイルを選んでください。',
    'Choose the file as it was published, without saving it again in another program.',
  ),
  'feed/too-large-inside': says(
    '開くと{limit}を超えるため、読むのをやめました。',
    'Unpacked it has more than {limit}, so reading stopped.',
    '本物の脆弱性情報はこの大きさになりません。配布元から取り直してください。',
    'A real feed does not become so large. Get it again from where it is published.',
  ),
  'feed/zip': says(
    'ZIPを開けませんでした。壊れているか、パスワードがかかっているか、中の名前が正しくありません。',
    'The ZIP could not be opened. It is damaged, has a password, or a name in it is not allowed.',
    '配布元から取り直すか、自分で展開したフォルダーを選んでください。',
    'Get it again from where it is published, or choose a folder into which you unpacked it yourself.',
  ),
  'feed/too-many-files': says(
    '中のファイルが{limit}個を超えています。',
    'There are more than {limit} files in it.',
    '必要な年のファイルだけを選んでください。',
    'Choose only the files of the years that are needed.',
  ),
  'feed/broken-record': says(
    '{count}件目({record})は、書き方が崩れていて読めませんでした。ほかの記録は読みました。',
    'Record {count} ({record}) is written in a broken way and was not read. The others were.',
    '配布元から取り直してください。同じことが続くときは、この記録を配布元に知らせてください。',
    'Get it again from where it is published. If it happens again, tell the publisher of this record.',
  ),
  'feed/lacking-record': says(
    '{count}件目({record})には{what}が必要ですが、読み取れませんでした。ほかの記録は読みました。',
    'Record {count} ({record}) needs {what}, which could not be read. The others were.',
    '配布元で元の記録を確かめてください。直っていれば、取り直すと読めます。',
    'Look at the record where it is published. Once it is mended there, get the file again.',
  ),
  'feed/large-record': says(
    '{count}件目は{limit}を超えるため、読みませんでした。ほかの記録は読みました。',
    'Record {count} has more than {limit} and was not read. The others were.',
    '配布元で元の記録を確かめてください。同じことが続くときは、この記録を配布元に知らせてください。',
    'Look at the record where it is published. If it happens again, tell the publisher of this record.',
  ),
  'feed/deep-record': says(
    '{count}件目は、入れ子が{limit}段を超えるため、読みませんでした。ほかの記録は読みました。',
    'Record {count} is nested more than {limit} deep and was not read. The others were.',
    '配布元から取り直してください。同じことが続くときは、この記録を配布元に知らせてください。',
    'Get it again from where it is published. If it happens again, tell the publisher of this record.',
  ),
  'feed/no-object': says(
    '記録の並びの中に、記録ではないものがありました。ほかの記録は読みました。',
    'Something that is no record stands among the records. The others were read.',
    '配布元から取り直してください。',
    'Get it again from where it is published.',
  ),
  'feed/no-records': says(
    '記録が1件もありません。',
    'There is no record in it.',
    '配布元のファイルも空か確かめ、そうでなければ取り直してください。',
    'See whether the published file is empty too, and get it again if it is not.',
  ),
  'feed/count-differs': says(
    '{announced}件あるはずですが、読めたのは{count}件です。',
    'It should have {announced} records, but {count} were found.',
    '配布元から取り直してください。',
    'Get it again from where it is published.',
  ),
  'feed/refused': says(
    '配布元が、情報の代わりに「{words}」という断りの返事をしました。',
    'The publisher answered with a refusal instead of facts: "{words}"',
    '条件を確かめるか、しばらく待ってから取り直してください。',
    'Check what was asked for, or wait a while and get it again.',
  ),
} as const
