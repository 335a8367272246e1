import type { Text } from '@mimamori/domain'

export const acceptanceTexts = {
  approvalTitle: { ja: '承知のうえで見送り:{title}', en: 'Knowingly left: {title}' },
} as const satisfies Record<string, Text>
