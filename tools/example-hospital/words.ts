import type { Listing, OpenPort } from './device.ts'

/** What is written of most devices that the hospital keeps itself. */
export const own = {
  vendor: 'なし',
  owner: '見本 花子',
  updateDuty: '施設',
  remote: 'いいえ',
} as const satisfies Partial<Listing>

export const remote: OpenPort = { port: 3389, name: 'ms-wbt-server', product: 'Microsoft Terminal Services' }
export const files: OpenPort = { port: 445, name: 'microsoft-ds' }
export const dicom: OpenPort = { port: 104, name: 'dicom' }

/** A web server of this version. */
export function web(version: string): readonly OpenPort[] {
  return [{ port: 443, name: 'https', product: 'nginx', version }]
}
