import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './files.ts'
import type { Problem } from './problem.ts'

const unread = /\.(png|jpg|jpeg|gif|ico|pdf|xlsx|docx|zip|gz|br|ttf|otf|woff2?|parquet|wasm|tsbuildinfo)$/i

/** Put together here, so that this file does not hold what it forbids. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [new RegExp(['/work', '(main|shared)\\b'].join('/')), 'a path of one machine'],
  [new RegExp(['/root', ''].join('/')), 'a path of one machine'],
  [new RegExp(['registry', 'npmjs'].join('\\.')), 'the host of a package registry'],
  [new RegExp(['sub', 'agent'].join('-?'), 'i'), 'how the text came about is nobody’s business'],
]

/** No machine's paths, registry hosts or words about how the files were made. */
export function run(root: string): readonly Problem[] {
  return listFiles(root)
    .filter((path) => !unread.test(path))
    .flatMap((path) => wordsIn(root, path))
}

function wordsIn(root: string, path: string): readonly Problem[] {
  const text = readFileSync(join(root, path), 'utf8')
  return forbidden.flatMap(([pattern, why]) => {
    const at = text.search(pattern)
    if (at < 0) return []
    return [{ file: path, line: text.slice(0, at).split('\n').length, message: `"${pattern.exec(text)?.[0] ?? ''}": ${why}` }]
  })
}
