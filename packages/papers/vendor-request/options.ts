import type { VendorRequest } from '@mimamori/domain'

/** How the vendor is asked: `mail` is the letter to attach with the worksheet. */
export type RequestWay = Exclude<VendorRequest['way'], 'file' | 'screen'>

export interface RequestOptions {
  readonly way: RequestWay
  /** One sheet; absent = every sheet that has not come back. */
  readonly sheet?: string
  /** The address and one-time code for answering on the screen, where the facility offers it. */
  readonly screen?: { readonly address: string; readonly code: string; readonly until: string }
}
