/** One thing that a check found wrong. `file` is relative to the root, with forward slashes. */
export interface Problem {
  readonly file: string
  readonly line?: number
  readonly message: string
}

/** A check reads the tree below `root` and tells what is wrong; an empty list means that all is well. */
export interface Check {
  readonly name: string
  readonly run: (root: string) => readonly Problem[] | Promise<readonly Problem[]>
}

export function printProblem({ file, line, message }: Problem): string {
  return `  ${file}${line === undefined ? '' : `:${line}`}  ${message}`
}
