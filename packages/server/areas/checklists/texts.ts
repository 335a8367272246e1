import type { Text } from '@mimamori/domain'

/** Sentences of the checklist pages that the server writes. */
export const checklistTexts = {
  titles: {
    facility: { ja: '医療機関確認用', en: 'Facility form' },
    pharmacy: { ja: '薬局確認用', en: 'Pharmacy form' },
    'checkup-centre': { ja: '健診・検査センター用(当製品の言い換え)', en: 'Check-up and laboratory centre form (our adaptation)' },
    vendor: { ja: '事業者確認用', en: 'Vendor form' },
  },
} as const satisfies Record<string, Readonly<Record<string, Text>>>
