import type { DisclosureSheet } from '@mimamori/domain'
import type { Context } from './context.ts'
import { shortDay } from './made.ts'
import { sayPlain } from './say.ts'

/** 「Ver5.0・{日付}受領」. */
export function disclosureReceived(at: Context, { formVersion: form, receivedOn }: DisclosureSheet): string {
  const words = at.t.evidence.disclosures
  const on = shortDay(receivedOn, at.lang)
  return form === undefined ? sayPlain(words.receivedOn, { on }) : sayPlain(words.receivedIn, { form, on })
}
