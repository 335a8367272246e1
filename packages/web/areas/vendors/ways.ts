import type { VendorRequest } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'

export type Way = VendorRequest['way']

/** How a vendor was asked, or answered. */
export const wayWords: Readonly<Record<string, PlainKey>> = {
  post: 'way.post',
  fax: 'way.fax',
  mail: 'way.mail',
  phone: 'way.phone',
  hand: 'way.hand',
  file: 'way.file',
  screen: 'way.screen',
}

export const requestWords: Readonly<Record<VendorRequest['kind'], PlainKey>> = {
  request: 'request.request',
  'chase-up': 'request.chaseUp',
  'second-contact': 'request.secondContact',
  'head-letter': 'request.headLetter',
  notice: 'request.notice',
  'came-back': 'request.cameBack',
  promise: 'request.promise',
  reply: 'request.reply',
}
