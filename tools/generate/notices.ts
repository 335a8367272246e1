import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Dependency, readDependencies } from '../checks/dependencies.ts'
import type { Outputs } from './outputs.ts'

const person = z.union([z.string(), z.object({ name: z.string().default('') })]).optional()
const manifest = z.object({
  author: person.catch(undefined),
  repository: z
    .union([z.string(), z.object({ url: z.string() })])
    .optional()
    .catch(undefined),
  homepage: z.string().optional().catch(undefined),
})

/** THIRD-PARTY-NOTICES.md: every package of others that the lock file names, with licence and origin. */
export function outputs(root: string): Outputs {
  // NOTE: which builds for other platforms the lock file names depends on the registry of the day; they go with their parent.
  const dependencies = readDependencies(root).filter((each) => each.named || !each.platformOnly)
  if (dependencies.length === 0) return { files: new Map(), problems: [] }
  const rows = dependencies.map((each) => `| ${each.name} | ${each.version} | ${each.licence} | ${origin(root, each)} |`)
  const text = `# Third-party notices

Mimamori is built with the packages below; each stays under its own licence, whose text lies in the package's folder
below \`node_modules\`; its builds for single platforms go with it. Written by \`npm run generate\` from \`package-lock.json\`: do not edit.

| package | version | licence | author, source |
|---|---|---|---|
${rows.join('\n')}
`
  return { files: new Map([['THIRD-PARTY-NOTICES.md', text]]), problems: [] }
}

/** NOTE: packages of other platforms are not installed here, so nothing is read of any platform's: the file is the same everywhere. */
function origin(root: string, { folder, platformOnly }: Dependency): string {
  if (platformOnly) return 'see its parent package'
  const path = join(root, folder, 'package.json')
  if (!existsSync(path)) return 'see its parent package'
  const { author, repository, homepage } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  const name = (typeof author === 'string' ? author : (author?.name ?? '')).replace(/\s*[<(].*$/, '').replaceAll('|', '/')
  const source = address((typeof repository === 'string' ? repository : repository?.url) ?? homepage ?? '')
  return [name, source].filter((part) => part !== '').join(', ')
}

function address(url: string): string {
  const short = url
    .replace(/^git\+/, '')
    .replace(/^(git|ssh):\/\/(git@)?/, 'https://')
    .replace(/^git@github\.com:/, 'https://github.com/')
  const full = /^[\w.-]+\/[\w.-]+$/.test(short) ? `https://github.com/${short}` : short.replace(/^github:/, 'https://github.com/')
  return full.replace(/^http:/, 'https:').replace(/\.git$/, '')
}
