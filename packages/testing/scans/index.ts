import { type ImportPreview, routes } from '@mimamori/contract'
import type { Acting } from '../server/index.ts'

/** A register of three devices as an office keeps it. */
export const deviceRegister = [
  '管理番号,機器名,コンピューター名,種別,メーカー,型番,シリアル番号,MACアドレス,設置場所',
  'K-001,受付PC1,UKETSUKE-01,パソコン,例電機,EX-100,SN10001,a4:bb:6d:10:00:01,受付',
  'K-002,受付PC2,UKETSUKE-02,パソコン,例電機,EX-100,SN10002,a4:bb:6d:10:00:02,受付',
  'K-003,画像サーバ,GAZO-SV,サーバ,例電機,SV-9,SN10003,a4:bb:6d:10:00:03,サーバ室',
].join('\r\n')

/** A host as a scan sees it; '' for what it does not see. */
export type SeenHost = readonly [ip: string, mac: string, name: string, port?: number]

/** The XML of a scan on a day. */
export function nmapScan(on: string, hosts: readonly SeenHost[]): string {
  const seconds = Date.parse(`${on}T03:00:00Z`) / 1000
  const host = ([ip, mac, name, port]: SeenHost) =>
    [
      `<host starttime="${seconds}" endtime="${seconds}"><status state="up" reason="arp-response"/>`,
      `<address addr="${ip}" addrtype="ipv4"/>`,
      mac === '' ? '' : `<address addr="${mac.toUpperCase()}" addrtype="mac"/>`,
      name === '' ? '' : `<hostnames><hostname name="${name}" type="PTR"/></hostnames>`,
      port === undefined ? '' : `<ports><port protocol="tcp" portid="${port}"><state state="open"/></port></ports>`,
      '</host>',
    ].join('')
  const head = `<?xml version="1.0"?><nmaprun scanner="nmap" start="${seconds}" version="7.93" xmloutputversion="1.05">`
  return `${head}${hosts.map(host).join('')}<runstats><finished time="${seconds}"/></runstats></nmaprun>`
}

/** An empty facility, and files of devices brought to it. */
export function devicesOf(acting: Acting) {
  async function hospital(): Promise<{ facility: string }> {
    return acting.ask(routes.createFacility, { body: { name: '見本病院' } })
  }

  async function read(params: { facility: string }, name: string, bytes: Uint8Array | string, query: object = {}): Promise<ImportPreview> {
    const seen = await acting.upload(routes.preview, { params, query }, { name, bytes })
    if (seen.kind === 'error') throw new Error(seen.error.code)
    return seen.value
  }

  async function takeIn(params: { facility: string }, name: string, bytes: Uint8Array | string) {
    const { id, files } = await read(params, name, bytes)
    const { revision } = await acting.ask(routes.applyImport, { params: { ...params, draft: id }, body: {} })
    return { file: files[0], revision }
  }

  return { hospital, read, takeIn }
}
