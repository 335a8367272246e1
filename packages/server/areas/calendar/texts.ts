import type { Text } from '@mimamori/domain'

/** Titles of days. Calendars leave the house: none of these names a finding, a vendor or what is weak. */
export const calendarTexts = {
  name: { ja: 'みまもり', en: 'Mimamori' },
  nameOf: { ja: 'みまもり({facility})', en: 'Mimamori ({facility})' },
  neutral: {
    inspection: { ja: 'みまもり:予定の日', en: 'Mimamori: day in the plan' },
    'year-end': { ja: 'みまもり:年度の終わり', en: 'Mimamori: end of the fiscal year' },
    'year-start': { ja: 'みまもり:年度の始まり', en: 'Mimamori: start of the fiscal year' },
    task: { ja: 'みまもり:やることの期限({number})', en: 'Mimamori: task due ({number})' },
    acceptance: { ja: 'みまもり:見直しの日', en: 'Mimamori: day to look again' },
    target: { ja: 'みまもり:目標日', en: 'Mimamori: target date' },
    reply: { ja: 'みまもり:返事の期日', en: 'Mimamori: reply due' },
    promise: { ja: 'みまもり:約束の日', en: 'Mimamori: day promised' },
    contract: { ja: 'みまもり:契約の終わる日', en: 'Mimamori: end of a contract' },
    evidence: { ja: 'みまもり:資料の期限', en: 'Mimamori: end of a document' },
  },
  task: { ja: 'みまもり:{title}({number})', en: 'Mimamori: {title} ({number})' },
  said: { ja: 'みまもり:{what}', en: 'Mimamori: {what}' },
} as const satisfies { readonly [key: string]: Text | Readonly<Record<string, Text>> }
