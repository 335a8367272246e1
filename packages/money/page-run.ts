/** What screen, papers and command line simulate where nothing else is asked for, so that they say the same figures. */
export const usualRun = { years: 1_000_000, seed: 1 } as const

/** Of a real case: one event in each year, so that fewer years tell its quantiles as well. */
export const backTestRun = { years: 100_000, seed: 1 } as const

/** A plan is for one fiscal year: what is bought once and one year of what is paid each year. */
export const usualPlanYears = 1

/** Of the choice: draws of prices and effects from which its steadiness is told. */
export const usualDraws = 100

/** The budget for which the best choice is shown until somebody enters another. */
export const usualBudgetYen = 1_500_000
