import type { Text } from '@mimamori/domain'

/** The mail by which somebody is invited. A letter to an organisation ends its name in 御中, one to a person in 様. */
export const invitationLetter = {
  ending: { member: { ja: '{name} 様', en: '{name}' }, relation: { ja: '{name} 御中', en: '{name}' } },
  subject: { ja: '{organisation}:「見守り」への招待', en: '{organisation}: an invitation to Mimamori' },
  body: {
    ja: '{to}\n\n{organisation}の{inviter}より、「見守り」への招待をお送りします。\n次のリンクを開き、お名前とログインIDを決めてお入りください。\n\n{link}\n\nリンクが開けないときは、{address} で招待番号を入れてください。\n招待番号 {code}\n使える日 {until}まで\n\n本物か確かめるには、このメールの番号ではなく、契約書や名刺にある番号へお電話ください。お心当たりがないときは、開かずにお捨てください。\n',
    en: '{to}\n\n{inviter} of {organisation} invites you to Mimamori.\nOpen this link, and choose your name and login ID.\n\n{link}\n\nIf the link does not open, type the number of the invitation at {address}.\nNumber {code}\nIt can be used until {until}.\n\nTo make sure that this is genuine, call the number in your contract or on our card, not one in this mail. If you did not expect it, do not open it and throw it away.\n',
  },
} as const satisfies { readonly [key: string]: Text | { readonly [key: string]: Text } }
