import type { WorkerProblem } from './protocol.ts'

/** Stops the reading of a workbook inside the worker; the parent turns it into a UserError. */
export class Stop extends Error {
  readonly problem: WorkerProblem

  constructor(problem: WorkerProblem, options?: ErrorOptions) {
    super(problem.code, options)
    this.name = 'Stop'
    this.problem = problem
  }
}
