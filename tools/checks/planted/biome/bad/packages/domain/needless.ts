// biome-ignore lint/suspicious/noExplicitAny: nothing here needs it
export const answer: number = 42
