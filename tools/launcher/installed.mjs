// Tells whether node_modules is what the lock file says, without starting npm.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stampName = '.mimamori-stamp'
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies']

function manifests(root) {
  const packages = join(root, 'packages')
  const names = existsSync(packages) ? readdirSync(packages).sort() : []
  return ['', ...names.map((name) => `packages/${name}`)].filter((folder) => existsSync(join(root, folder, 'package.json')))
}

function fingerprint(root) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  hash.update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of manifests(root)) hash.update(readFileSync(join(root, folder, 'package.json')))
  return hash.digest('hex')
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function sameDependencies(manifest, locked) {
  return kinds.every((kind) => {
    const wanted = Object.entries(manifest[kind] ?? {})
    const have = locked?.[kind] ?? {}
    return wanted.length === Object.keys(have).length && wanted.every(([name, version]) => have[name] === version)
  })
}

function suitsThisMachine(entry) {
  const suits = (list, value) => !list || list.includes(value)
  return suits(entry.os, process.platform) && suits(entry.cpu, process.arch) && !entry.libc
}

function isPresent(path, entry, have) {
  if (entry.link) return have[path]?.link === true
  if (have[path]) return have[path].version === entry.version
  return entry.optional === true && !((entry.os || entry.cpu) && suitsThisMachine(entry))
}

/** True if npm's own record of node_modules agrees with the lock file, and the lock file with every package.json. */
export function agreesWithLock(root) {
  const lock = readJson(join(root, 'package-lock.json'))?.packages
  const have = readJson(join(root, 'node_modules/.package-lock.json'))?.packages
  if (!lock || !have) return false
  if (!manifests(root).every((folder) => sameDependencies(readJson(join(root, folder, 'package.json')) ?? {}, lock[folder]))) return false
  return Object.entries(lock).every(([path, entry]) => !path.includes('node_modules/') || isPresent(path, entry, have))
}

/**
 * False if the lock file lacks a package for other platforms, which `npm ci` refuses and `npm install` accepts (it happens
 * where the registry in use does not carry all of them).
 */
export function namesAllPlatforms(root) {
  const lock = readJson(join(root, 'package-lock.json'))?.packages ?? {}
  const named = new Set(Object.keys(lock).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)))
  return Object.values(lock).every((entry) => Object.keys(entry.optionalDependencies ?? {}).every((name) => named.has(name)))
}

export function hasStamp(root) {
  try {
    return readFileSync(join(root, 'node_modules', stampName), 'utf8') === fingerprint(root)
  } catch {
    return false
  }
}

/** Remembers that node_modules is right; a checkout that cannot be written to is looked through every time instead. */
export function writeStamp(root) {
  try {
    writeFileSync(join(root, 'node_modules', stampName), fingerprint(root))
  } catch {
    // NOTE: read-only checkout; the slow comparison stands in for the stamp.
  }
}
