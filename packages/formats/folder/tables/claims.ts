import type { AssetId, SeenLink } from '@mimamori/domain'
import { type FieldsOf, group, must, names, ref, refs, text, word } from '../field.ts'
import { assetKindWords } from './assets.ts'

export const claimsFields: FieldsOf<'claims'> = {
  asset: ref<AssetId>('機器', 'assets', { ja: 'どの機器のことか。空欄は未定', en: 'Which asset it is of; empty while undecided' }),
  by: must(
    word(
      '種別',
      { ja: '何から読んだか', en: 'What it was read from' },
      {
        register: ['台帳'],
        nmap: ['Nmap'],
        dhcp: ['DHCP'],
        arp: ['ARP'],
        'mac-table': ['MACアドレス表'],
        lldp: ['LLDP'],
        cdp: ['CDP'],
        device: ['機器の画面'],
        directory: ['ディレクトリ'],
        snmp: ['SNMP'],
        drawio: ['構成図'],
        'vendor-list': ['事業者の一覧'],
        hand: ['手入力'],
      },
    ),
  ),
  file: must(text('ファイル', { ja: '読んだファイルの名前', en: 'Name of the file' })),
  seenAt: text('見た時刻', { ja: '日付か、世界時の時刻', en: 'A day, or an instant in UTC' }),
  rule: text('決め手', { ja: '同じ機器かを決めた規則', en: 'Rule of identity that decided' }),
  candidates: refs<AssetId>('候補', 'assets', { ja: '決まらないときの候補', en: 'Assets it may be of' }),
  serials: names('製造番号', { ja: '製造番号', en: 'Serial numbers' }),
  directoryIds: names('ディレクトリのID', { ja: 'SIDかGUID', en: 'SID or GUID' }),
  uuids: names('UUID', { ja: '基板のUUID', en: 'UUID of the board' }),
  tags: names('管理番号', { ja: '管理番号', en: 'Asset tags' }),
  macs: names('MACアドレス', { ja: 'MACアドレス', en: 'MAC addresses' }),
  ips: names('IPアドレス', { ja: 'IPアドレス', en: 'IP addresses' }),
  names: names('ホスト名', { ja: 'ホスト名', en: 'Host names' }),
  kind: word('種類', { ja: '機器の種類', en: 'Kind of device' }, assetKindWords),
  maker: text('メーカー', { ja: '作った会社', en: 'Maker' }),
  model: text('型番', { ja: '型番・機種', en: 'Model' }),
  os: text('OS', { ja: '基本ソフト', en: 'Operating system' }),
  firmware: text('ファームウェア', { ja: '機器の中のソフトの版', en: 'Firmware' }),
  ports: names('開いている窓口', { ja: '例:443/tcp', en: 'Ports that answered, such as 443/tcp' }),
  programs: names('見えたソフト', { ja: '例:nginx@1.24.0', en: 'Programs seen on it, such as nginx@1.24.0' }),
  link: group<SeenLink>(
    '配線',
    { ja: 'どの機器のどの口の先で見えたか', en: 'On the far side of which port it was seen' },
    {
      device: must(text('配線先の機器', { ja: '聞いた機器', en: 'Device that was asked' })),
      port: must(text('配線先の口', { ja: 'その口', en: 'Its port' })),
      remotePort: text('向こうの口', { ja: '向こう側の口', en: 'Port on the far side' }),
      vlan: text('VLAN', { ja: 'VLANの番号', en: 'Number of the VLAN' }),
    },
  ),
  room: text('部屋', { ja: '設置場所', en: 'Room' }),
  note: text('備考', { ja: '気づいたこと', en: 'Remarks' }),
}
