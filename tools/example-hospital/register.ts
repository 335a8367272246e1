import type { AssetKind } from '@mimamori/domain'
import { csvText } from '@mimamori/formats'
import type { Device } from './device.ts'

const kindWords: Partial<Record<AssetKind, string>> = {
  server: 'サーバ',
  pc: 'PC',
  firewall: 'ファイアウォール・UTM',
  router: 'ルータ',
  switch: 'スイッチ',
  'access-point': '無線LAN親機',
  'medical-device': '医療機器',
  'backup-device': 'バックアップ装置',
  printer: 'プリンタ・複合機',
  fax: 'FAX',
  'cloud-service': 'クラウドサービス',
  'removable-media': '外部媒体',
}

const columns: readonly (readonly [string, (device: Device) => string | undefined])[] = [
  ['ID', ({ listing }) => listing?.id],
  ['機器名', ({ name }) => name],
  ['種類', ({ kind }) => kindWords[kind]],
  ['使用状況', ({ listing }) => listing?.use ?? '使用中'],
  ['管理番号', ({ tag }) => tag],
  ['メーカー', ({ maker }) => maker],
  ['型番', ({ model }) => model],
  ['製造番号', ({ serial }) => serial],
  ['MACアドレス', ({ mac }) => mac],
  ['IPアドレス', ({ ip, sources }) => (sources.includes('asset-tool') ? undefined : ip)],
  ['ホスト名', ({ host }) => host],
  ['OS', ({ os }) => os],
  ['ファームウェア', ({ firmware }) => firmware],
  ['設置場所', ({ room }) => room],
  ['部署', ({ listing }) => listing?.department],
  ['管理者', ({ listing }) => listing?.owner],
  ['事業者', ({ listing }) => listing?.vendor],
  ['保守契約', ({ listing }) => listing?.contract],
  ['更新の受け持ち', ({ listing }) => listing?.updateDuty],
  ['該当箇所', ({ listing }) => listing?.updateClause],
  ['サポート終了日', ({ listing }) => listing?.supportEndsOn],
  ['遠隔保守', ({ listing }) => listing?.remote],
  ['MDS/SDSの受領日', ({ listing }) => listing?.disclosureOn],
  ['承認番号', ({ listing }) => listing?.approvalNumber],
  ['システム', ({ listing }) => listing?.systems],
  ['支える診療', ({ listing }) => listing?.services],
  ['区画', ({ listing }) => listing?.zones],
  ['備考', ({ listing }) => listing?.note],
  ['出どころ', ({ listing }) => listing && 'src:register'],
  ['確かめた日', ({ listing }) => listing && 'R8.9.1'],
]

/** assets.csv of the example: what its people have listed, as they listed it on 1 September. */
export function registerOf(devices: readonly Device[]): string {
  const rows = devices.filter(({ listing }) => listing !== undefined).map((device) => columns.map(([, cell]) => cell(device)))
  return `\ufeff${csvText([columns.map(([heading]) => heading), ...rows])}`
}
