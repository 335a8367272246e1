/** How the network is shown: its gravest way step by step, the map, or tables. */
export const shows = ['way', 'map', 'table'] as const

export type Show = (typeof shows)[number]
