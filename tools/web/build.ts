import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { runProgram } from '../checks/child.ts'
import { isTest, listFiles } from '../checks/files.ts'

const sources = ['packages/web', 'packages/domain', 'packages/contract']

/** Builds .build/web if its sources changed since the last time. Returns what went wrong, or nothing. */
export async function buildWeb(root: string, tell: (stage: 'building') => void = () => undefined): Promise<string | undefined> {
  if (!existsSync(join(root, 'packages/web/index.html'))) return undefined
  const stamp = join(root, '.build/web.stamp')
  const print = fingerprint(root)
  if (existsSync(join(root, '.build/web/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return undefined
  tell('building')
  const fresh = join(root, `.build/web-${process.pid}`)
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']
  const { code, stdout, stderr } = await runProgram(process.execPath, args, join(root, 'packages/web'))
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    return stripVTControlCharacters(`${stderr}${stdout}`).trim().slice(0, 1500)
  }
  replaceFolder(join(root, '.build/web'), fresh)
  writeFileSync(stamp, print)
  return undefined
}

function fingerprint(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of sources.filter((path) => existsSync(join(root, path)))) {
    for (const path of listFiles(join(root, folder)).filter((each) => !isTest(each))) {
      hash.update(`${folder}/${path}\n`).update(readFileSync(join(root, folder, path)))
    }
  }
  return hash.digest('hex')
}

/** NOTE: built beside and renamed, so that a running server never serves half a build. */
function replaceFolder(target: string, fresh: string): void {
  mkdirSync(join(target, '..'), { recursive: true })
  rmSync(target, { recursive: true, force: true })
  renameSync(fresh, target)
}
