export interface Asset {
  readonly id: string
  readonly ageDays?: number
}

export function firstOf(assets: readonly Asset[]): Asset {
  return assets[0]
}

export const unknownAge: Asset = { id: 'a:1', ageDays: undefined }
