/** What an installation keeps of the outside world on weaknesses; each may be written in several forms. */
export const feedNames = ['kev', 'epss', 'cve5', 'nvd', 'jvn', 'csaf', 'jvn-products', 'end-of-life'] as const

export type FeedName = (typeof feedNames)[number]
