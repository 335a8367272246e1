// Finds a Node that runs TypeScript by itself, and hands a file over to it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { say } from './messages.mjs'

const neededMajor = 24

function isNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= neededMajor
}

/** Path of a Node 24: this one, else the one that came with the dependencies. */
export function findNode24(root) {
  if (isNewEnough()) return process.execPath
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const packages = [`node-${platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]
  return packages.map((name) => join(root, 'node_modules', name, file)).find((path) => existsSync(path))
}

function runtimePackage() {
  if (process.platform === 'darwin') return `node-bin-darwin-${process.arch}@24`
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@24`
}

/** Runs the file in this process if it can, else in a child whose exit code it returns. */
export async function runUnderNode24(root, file, args) {
  if (!existsSync(file)) {
    say('entry-missing', { path: file })
    return 4
  }
  const node = findNode24(root)
  if (!node) {
    say('node-missing', { node: process.versions.node, runtime: runtimePackage() })
    return 4
  }
  const cache = join(root, '.build', 'node-cache')
  if (node !== process.execPath) return runInChild(node, [file, ...args], cache)
  // NOTE: compiled code is kept, which halves the start of the command line and of what it starts; where it cannot be
  // written, nothing is kept.
  module.enableCompileCache(cache)
  process.env.NODE_COMPILE_CACHE = cache
  process.argv.splice(1, process.argv.length, file, ...args)
  await import(pathToFileURL(file).href)
  return undefined
}

function runInChild(node, args, cache) {
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: cache } })
  const forward = (signal) => {
    // NOTE: Ctrl-C in a terminal reaches the whole group; a second SIGINT would look like "stop at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)))
  })
}
