import type { AskingKind, VendorRequest } from '@mimamori/domain'

/** How the vendor is asked: `mail` is the letter to attach with the worksheet. */
export type RequestWay = Exclude<VendorRequest['way'], 'file' | 'screen'>

/** Which letter: the first request, a reminder, one to the second contact, or one from head to head. */
export type RequestStep = Exclude<AskingKind, 'notice'>

export interface RequestOptions {
  readonly way: RequestWay
  /** The first request where absent. */
  readonly step?: RequestStep
  /** One sheet; absent = every sheet that has not come back. */
  readonly sheet?: string
  /** The address and one-time code for answering on the screen, where the facility offers it. */
  readonly screen?: { readonly address: string; readonly code: string; readonly until: string }
}
