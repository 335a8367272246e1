import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { printProblem } from '../checks/problem.ts'
import { allOutputs } from '../generate/outputs.ts'
import { root } from './root.ts'

const { files, problems } = await allOutputs(root)
for (const [path, text] of files) {
  const file = join(root, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`written: ${path}`)
}
for (const problem of problems) console.error(printProblem(problem))
process.exitCode = problems.length === 0 ? 0 : 1
