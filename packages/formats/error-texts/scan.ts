import { says } from './says.ts'

/** Files of scanners, network devices and directories, and registers of devices. */
export const scanTexts = {
  'scan/unknown-format': says(
    '何のファイルか分かりませんでした。',
    'The kind of this file was not recognised.',
    '読めるのは、機器台帳(Excel・CSV)、NmapのXML、DHCPの記録、ネットワーク機器の表示記録、Active Directoryの書き出し、SNMPの応答、draw.ioの図です。',
    'What is read: device registers (Excel, CSV), Nmap XML, DHCP leases, console output of network devices, Active Directory exports, SNMP answers and draw.io diagrams.',
  ),
  'scan/unknown-xml': says(
    'XMLですが、Nmapの結果でもdraw.ioの図でもありません。途中で切れているかもしれません。',
    'This is XML, but neither a result of Nmap nor a diagram of draw.io. It may be cut off.',
    'Nmapは「-oX ファイル名」を付けて最後まで動かした結果を選んでください。機器の表は、Excel(.xlsx)かCSVで保存してください。',
    'Choose the result of Nmap as written by "-oX FILE" once it has ended. Save a table of devices as Excel (.xlsx) or CSV.',
  ),
  'scan/nmap-not-xml': says(
    'Nmapの結果ですが、読めるXMLの形ではありません。',
    'This is a result of Nmap, but not as XML, which is what is read.',
    '「-oX ファイル名」を付けてもう一度調べ、できたXMLを選んでください。',
    'Scan again with "-oX FILE" and choose the XML that it makes.',
  ),
  'scan/truncated': says(
    '{count}件を読んだところで、ファイルが途中で切れています。何も取り込んでいません。',
    'The file ends too early, after entry {count}. Nothing of it was taken.',
    '書き出しが終わってから、もう一度コピーしてください。Nmapを途中で止めたときは、もう一度最後まで動かしてください。',
    'Copy it again once it is complete. If Nmap was stopped, let it run to the end.',
  ),
  'scan/damaged': says(
    '{count}件を読んだところで、ファイルが壊れています。何も取り込んでいません。',
    'The file is damaged after entry {count}. Nothing of it was taken.',
    '元の機器やソフトから、もう一度書き出してください。',
    'Export it again from the device or program it came from.',
  ),
  'scan/forbidden-xml': says(
    'XMLの中で独自の定義(DTD)が使われています。安全のため読みません。',
    'The XML defines entities of its own (DTD). It is not read, for safety.',
    'Nmapやdraw.ioが書き出したままのファイルを選んでください。送り主に心当たりがなければ、開かずに確かめてください。',
    'Choose the file as Nmap or draw.io wrote it. If you do not know the sender, ask before you open it.',
  ),
  'scan/nothing-up': says(
    '調べた{count}台は、どれも応答がありませんでした。',
    'None of the {count} addresses that were scanned answered.',
    '機器の電源と、調べたアドレスの範囲を確かめてください。',
    'Check that the devices were on and that the range of addresses was right.',
  ),
  'scan/nothing-found': says(
    '機器もアカウントも見つかりませんでした。',
    'Neither a device nor an account was found in the file.',
    '読まなかった行の一覧を見て、別の書き出し方がないか確かめてください。',
    'Look at the lines that were passed over, and see whether it can be exported in another way.',
  ),
  'scan/odd-clock': says(
    '時刻が合わない記録が{count}件あります。時刻だけ使わずに読みました。',
    '{count} entries carry an impossible time. They were read without it.',
    'その機器の時計を確かめてください。',
    'Check the clock of that device.',
  ),
  'scan/secrets-dropped': says(
    'パスワードや鍵が{count}か所にありました。読まずに捨てました。',
    'Passwords or keys stood in {count} places. They were dropped unread.',
    '元のファイルは人に渡さず、要らなくなったら消してください。',
    'Do not pass the original file on, and delete it when it is no longer needed.',
  ),
  'scan/same-serial': says(
    'シリアル番号「{value}」が{first}行にもあります。',
    'The serial number "{value}" also stands in row {first}.',
    '同じ機器を2回書いていないか、番号の写し間違いがないか確かめてください。',
    'See whether one device is listed twice or a number was copied wrongly.',
  ),
  'scan/same-mac': says(
    'MACアドレス「{value}」が{first}行にもあります。',
    'The MAC address "{value}" also stands in row {first}.',
    '同じ機器を2回書いていないか、アドレスの写し間違いがないか確かめてください。',
    'See whether one device is listed twice or an address was copied wrongly.',
  ),
} as const
