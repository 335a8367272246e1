import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isTypeScript, listFiles } from './files.ts'
import type { Problem } from './problem.ts'

const lineLimit = 400
const list = 'tools/size-exceptions.txt'

/** No source file is over 400 lines, unless it is in the list of exceptions, which states its own length and may only get shorter. */
export function run(root: string): readonly Problem[] {
  const exceptions = readExceptions(root)
  const long = new Map(
    listFiles(root)
      .filter(isTypeScript)
      .map((path) => [path, countLines(join(root, path))] as const)
      .filter(([, lines]) => lines > lineLimit),
  )
  const tooLong = [...long]
    .filter(([path]) => !exceptions.paths.includes(path))
    .map(([file, lines]) => ({ file, message: `${lines} lines, over ${lineLimit}: split it by topic` }))
  const needless = exceptions.paths
    .filter((path) => !long.has(path))
    .map((path) => ({ file: list, message: `${path} is no longer over ${lineLimit} lines: take it off and lower the count` }))
  return [...tooLong, ...needless, ...countProblems(exceptions)]
}

interface Exceptions {
  readonly paths: readonly string[]
  readonly allowed: number | undefined
}

function readExceptions(root: string): Exceptions {
  if (!existsSync(join(root, list))) return { paths: [], allowed: 0 }
  const lines = readFileSync(join(root, list), 'utf8').split('\n')
  const allowed = lines.map((line) => /^# at most: (\d+)$/.exec(line)?.[1]).find((count) => count !== undefined)
  return {
    paths: lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')),
    allowed: allowed === undefined ? undefined : Number(allowed),
  }
}

function countProblems({ paths, allowed }: Exceptions): readonly Problem[] {
  if (allowed === undefined) return [{ file: list, message: 'the line "# at most: N" is missing' }]
  if (paths.length > allowed)
    return [{ file: list, message: `${paths.length} exceptions, ${allowed} allowed: the list may only get shorter` }]
  if (paths.length < allowed)
    return [{ file: list, message: `only ${paths.length} exceptions are left: write "# at most: ${paths.length}"` }]
  return []
}

function countLines(file: string): number {
  return readFileSync(file, 'utf8').trimEnd().split('\n').length
}
