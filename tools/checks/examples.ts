import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from './problem.ts'

const block = /<!-- compile: (\S+) -->\s*```tsx?\n([\s\S]*?)```/g

/** A code block after `<!-- compile: path -->` in CONTRIBUTING.md or docs/*.md is that file, word for word, and so is compiled and tested. */
export function run(root: string): readonly Problem[] {
  return documents(root).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return [...text.matchAll(block)].flatMap((match) => {
      const [, file = '', code = ''] = match
      const message = difference(join(root, file), code)
      return message === undefined
        ? []
        : [{ file: path, line: text.slice(0, match.index).split('\n').length, message: `${file}: ${message}` }]
    })
  })
}

function documents(root: string): readonly string[] {
  const folder = join(root, 'docs')
  const docs = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : []
  return ['CONTRIBUTING.md', 'README.md', ...docs.sort().map((name) => `docs/${name}`)].filter((path) => existsSync(join(root, path)))
}

function difference(file: string, code: string): string | undefined {
  if (!existsSync(file)) return 'the file of this example is not there'
  return readFileSync(file, 'utf8').trim() === code.trim() ? undefined : 'the example is not the same as the file'
}
