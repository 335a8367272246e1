export interface Asset {
  readonly id: string
  readonly ageDays?: number
}

export function firstOf(assets: readonly Asset[]): Asset | undefined {
  return assets[0]
}
