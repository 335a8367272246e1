// Runs npm when node_modules does not match the lock file, one start at a time.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { agreesWithLock, hasStamp, namesAllPlatforms, writeStamp } from './installed.mjs'
import { say } from './messages.mjs'

const waitLimitMs = 15 * 60_000

/** Returns nothing when node_modules is right (installing first if needed), else the problem to be told. */
export async function ensureInstalled(root) {
  if (hasStamp(root)) return undefined
  if (agreesWithLock(root)) {
    writeStamp(root)
    return undefined
  }
  const unwritable = [root, join(root, 'node_modules')].find((path) => existsSync(path) && !isWritable(path))
  if (unwritable) return { kind: 'not-writable', path: unwritable }
  const lock = join(root, '.build', 'install.lock')
  if (!(await takeLock(lock))) return { kind: 'install-stuck', lock }
  try {
    return agreesWithLock(root) ? undefined : install(root)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function install(root) {
  say('installing')
  // NOTE: `npm ci` first deletes node_modules, also when the network is gone and under the feet of whatever runs; so it is
  // only for a bare checkout. `npm install` keeps to the lock file too.
  const clean = !existsSync(join(root, 'node_modules')) && namesAllPlatforms(root)
  const order = clean ? ['ci', 'install'] : ['install']
  const lockFile = join(root, 'package-lock.json')
  const lock = readFileSync(lockFile)
  for (const verb of order) {
    const result = npm(root, [verb, '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'])
    // NOTE: `npm install` adds to the lock file what the registry has come to carry since (packages for other platforms);
    // starting the product is no reason to change a checkout.
    if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock)
    if (result.error?.code === 'ENOENT') return { kind: 'npm-missing' }
    if (result.status === 0) {
      writeStamp(root)
      return undefined
    }
  }
  return { kind: 'install-failed' }
}

/** Standard output of npm goes to standard error: ours belongs to the command that was asked for. */
function npm(root, args) {
  const npmCli = process.env.npm_execpath
  const stdio = ['ignore', 2, 2]
  const env = { ...process.env, PATH: pathWithoutOwnNode(root) }
  if (npmCli?.endsWith('.js') && existsSync(npmCli)) {
    const node = process.env.npm_node_execpath
    const outside = node && !node.startsWith(join(root, 'node_modules')) ? node : 'node'
    return spawnSync(outside, [npmCli, ...args], { cwd: root, stdio, env })
  }
  return spawnSync('npm', args, { cwd: root, stdio, env, shell: process.platform === 'win32' })
}

/** NOTE: inside `npm run`, node_modules/.bin is first in PATH; npm would run on a Node that it is about to replace. */
function pathWithoutOwnNode(root) {
  const own = join(root, 'node_modules')
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(own))
    .join(delimiter)
}

function isWritable(path) {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

async function takeLock(lock) {
  const until = Date.now() + waitLimitMs
  let told = false
  while (Date.now() < until) {
    if (tryLock(lock)) return true
    if (isAbandoned(lock)) {
      rmSync(lock, { recursive: true, force: true })
      continue
    }
    if (!told) say('waiting-for-install')
    told = true
    await sleep(300)
  }
  return false
}

function tryLock(lock) {
  mkdirSync(join(lock, '..'), { recursive: true })
  try {
    mkdirSync(lock)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  return true
}

function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
