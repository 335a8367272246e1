import type { DisclosureSheet } from '@mimamori/domain'
import type { PlainKey } from '../../text/words.tsx'

export const disclosureKinds: readonly { readonly kind: DisclosureSheet['kind']; readonly word: PlainKey }[] = [
  { kind: 'mds', word: 'disclosure.mds' },
  { kind: 'sds', word: 'disclosure.sds' },
  { kind: 'both', word: 'disclosure.both' },
]
