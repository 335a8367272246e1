import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const skippedNames = new Set(['node_modules', '.git', '.build', '.cache', 'test-results', 'playwright-report'])
const skippedPaths = new Set(['data', 'tools/checks/planted'])

/** All files below the root that could be in the repository, as sorted relative paths with forward slashes. */
export function listFiles(root: string, below = ''): readonly string[] {
  const found: string[] = []
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (skippedNames.has(entry.name) || skippedPaths.has(path)) continue
    if (entry.isDirectory()) found.push(...listFiles(root, path))
    else if (entry.isFile()) found.push(path)
  }
  return below === '' ? found.sort() : found
}

export function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
}

/** Tests and screen tests, by their names. */
export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path)
}
