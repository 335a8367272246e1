import type { AssetId, LineId, LinkControl, LinkLayer, Trust, ZoneId } from '@mimamori/domain'
import { type FieldsOf, must, numbersOf, pastDay, ref, text, whole, word } from '../field.ts'

type Words<T extends string> = Readonly<Record<T, readonly [string, ...string[]]>>

/** The classes of trust by the names that the diagrams of offices and vendors use. */
export const trustWords: Words<Trust> = {
  internet: ['インターネット'],
  carrier: ['通信会社', '通信会社の網'],
  partner: ['取引先', '事業者の網'],
  eligibility: ['資格確認', '資格確認の閉域網', 'オンライン資格確認'],
  dmz: ['DMZ・VPN', 'DMZ'],
  maintenance: ['保守', '保守用'],
  core: ['基幹', '機器の管理'],
  server: ['サーバ', 'サーバー', 'サーバ室'],
  clinical: ['診療', '診療系', '電子カルテ系', 'HIS系'],
  'medical-device': ['医療機器', '検査機器'],
  office: ['事務', '事務系', 'インターネット系', '情報系'],
  guest: ['来訪者', '来訪者用', '患者用', 'ゲスト'],
}

export const layerWords: Words<LinkLayer> = {
  physical: ['配線', 'ケーブル'],
  l2: ['同じ組', 'L2', 'VLAN'],
  l3: ['中継', 'L3', 'ルーティング'],
  remote: ['遠隔', 'リモート'],
  wireless: ['無線'],
}

export const controlWords: Words<LinkControl> = {
  'router-rules': ['ルータの設定', 'ルーターの設定', 'アクセス制御'],
  filter: ['ファイアウォール', 'フィルタ', 'UTM'],
  'one-way': ['一方向', '片方向'],
  none: ['なし', '分ける設定なし'],
  unknown: ['わからない', '不明'],
}

export const zonesFields: FieldsOf<'zones'> = {
  name: must(text('区画名', { ja: '施設での呼び名', en: 'What it is called here' }, { also: ['名称', 'ネットワーク名'] })),
  trust: must(word('区分', { ja: '何のための区画か', en: 'What it is for' }, trustWords, { also: ['種類'] })),
  prefixes: numbersOf(
    'block',
    'アドレス',
    { ja: 'アドレスの範囲。例:10.18.20.0/24', en: 'Blocks of addresses, such as 10.18.20.0/24' },
    { also: ['アドレス範囲', 'セグメント'] },
  ),
  vlans: numbersOf('vlan', 'VLAN', { ja: 'VLANの番号', en: 'Numbers of its VLANs' }, { also: ['VLAN番号'] }),
  closed: word(
    '閉じている',
    { ja: '外とつながっていないとされているか', en: 'Held not to be connected to anything outside' },
    { yes: ['はい', '閉域'] },
  ),
  closedBy: word(
    '言った人',
    { ja: '閉じていると言ったのは、施設か事業者か', en: 'Who says that it is closed' },
    { facility: ['施設'], vendor: ['事業者'] },
  ),
  privateUse: word(
    '私用',
    { ja: '職員や患者さんの私用のための区画か', en: 'For the private use of staff or patients' },
    { yes: ['はい', '私用'] },
  ),
  note: text('備考', { ja: '自由に', en: 'Anything else' }),
}

export const linksFields: FieldsOf<'links'> = {
  fromZone: ref<ZoneId>('一方の区画', 'zones', { ja: '一方の端が区画なら、その名前', en: 'One end, where it is a zone' }),
  fromAsset: ref<AssetId>('一方の機器', 'assets', { ja: '一方の端が機器なら、その名前', en: 'One end, where it is a device' }),
  fromLine: ref<LineId>('一方の回線', 'lines', { ja: '一方の端が回線なら、その名前', en: 'One end, where it is a line' }),
  toZone: ref<ZoneId>('他方の区画', 'zones', { ja: '他方の端が区画なら、その名前', en: 'The other end, where it is a zone' }),
  toAsset: ref<AssetId>('他方の機器', 'assets', { ja: '他方の端が機器なら、その名前', en: 'The other end, where it is a device' }),
  layer: must(word('つながり方', { ja: '配線、同じ組、中継、遠隔、無線', en: 'How they are joined' }, layerWords)),
  control: must(
    word(
      '通信の制限',
      {
        ja: '通信を止める設定。「一方向」は一方から他方へだけ通す',
        en: 'What holds traffic back; one-way passes from the first end alone',
      },
      controlWords,
      { also: ['制御'] },
    ),
  ),
  cutOn: pastDay('外した日', { ja: 'つながりを外した日', en: 'Day on which it was taken away' }),
  note: text('備考', { ja: '自由に', en: 'Anything else' }),
}

const place = { min: -100_000, max: 100_000 } as const

export const mapPlacesFields: FieldsOf<'mapPlaces'> = {
  zone: ref<ZoneId>('区画', 'zones', { ja: '置いた区画', en: 'Zone that was placed' }),
  asset: ref<AssetId>('機器', 'assets', { ja: '置いた機器', en: 'Device that was placed' }),
  line: ref<LineId>('回線', 'lines', { ja: '置いた回線', en: 'Line that was placed' }),
  x: must(whole('横', { ja: '図の左からの位置', en: 'From the left of the drawing' }, place)),
  y: must(whole('縦', { ja: '図の上からの位置', en: 'From the top of the drawing' }, place)),
}
