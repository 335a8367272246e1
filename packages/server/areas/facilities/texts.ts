import type { Text } from '@mimamori/domain'

export const facilityTexts = {
  example: { ja: '{kind}。システム{systems}、事業者{vendors}社。', en: 'A {kind} with {systems} systems and {vendors} vendors.' },
  exampleWithBeds: {
    ja: '{beds}床の{kind}。システム{systems}、事業者{vendors}社。',
    en: 'A {kind} of {beds} beds with {systems} systems and {vendors} vendors.',
  },
} as const satisfies Record<string, Text>
