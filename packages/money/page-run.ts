/** What screen, papers and command line simulate where nothing else is asked for, so that they say the same figures. */
export const usualRun = { years: 1_000_000, seed: 1 } as const

/** A plan is for one fiscal year: what is bought once and one year of what is paid each year. */
export const usualPlanYears = 1

/** Of the choice: draws of prices and effects from which its steadiness is told. */
export const usualDraws = 100
