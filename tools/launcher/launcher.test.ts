import { execFile } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

const tools = resolve(import.meta.dirname, '..')
const roots: string[] = []

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** A checkout with one dependency, a command line that prints its arguments, and an npm that writes down its calls. */
function checkout(npm: { works: boolean } = { works: true }): string {
  const root = mkdtempSync(join(tmpdir(), 'mimamori-launcher-'))
  roots.push(root)
  cpSync(join(tools, 'run.mjs'), join(root, 'tools/run.mjs'))
  cpSync(join(tools, 'launcher'), join(root, 'tools/launcher'), { recursive: true })
  const dependencies = { left: '1.0.0' }
  const packages = { '': { dependencies }, 'node_modules/left': { version: '1.0.0' } }
  write(root, 'package.json', JSON.stringify({ type: 'module', dependencies }))
  write(root, 'package-lock.json', JSON.stringify({ packages }))
  write(
    root,
    'packages/cli/main.ts',
    'const args: readonly string[] = process.argv.slice(2)\nconsole.log(JSON.stringify({ args }))\nprocess.exitCode = 3\n',
  )
  const install = `mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json`
  write(root, 'bin/npm', `#!/bin/sh\necho "$@" >> npm-calls.txt\necho "npm talks"\nsleep 0.3\n${npm.works ? install : 'exit 1'}\n`)
  chmodSync(join(root, 'bin/npm'), 0o755)
  return root
}

function launch(root: string, args: readonly string[], path = `${join(root, 'bin')}:/usr/bin:/bin`): Promise<Ended> {
  const env = { PATH: path, HOME: root }
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'tools/run.mjs'), ...args], { cwd: root, env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

function npmCalls(root: string): readonly string[] {
  const file = join(root, 'npm-calls.txt')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

describe('the launcher', () => {
  test('installs once on a bare checkout, then hands over with arguments and exit code', async () => {
    const root = checkout()
    const first = await launch(root, ['cli', 'assess', 'x y', '--json'])
    expect(first).toMatchObject({ code: 3, stdout: '{"args":["assess","x y","--json"]}\n' })
    expect(first.stderr).toContain('npm talks')
    const second = await launch(root, ['cli'])
    expect(second).toEqual({ code: 3, stdout: '{"args":[]}\n', stderr: '' })
    expect(npmCalls(root)).toEqual([expect.stringMatching(/^ci --ignore-scripts/)])
  })

  test('does not call npm where node_modules agrees with the lock file already', async () => {
    const root = checkout()
    write(root, 'node_modules/.package-lock.json', readFileSync(join(root, 'package-lock.json'), 'utf8'))
    expect((await launch(root, ['cli'])).code).toBe(3)
    expect(npmCalls(root)).toEqual([])
  })

  test('leaves the lock file as it is when npm adds to it', async () => {
    const root = checkout()
    const script = readFileSync(join(root, 'bin/npm'), 'utf8')
    write(root, 'bin/npm', `${script}echo " " >> package-lock.json\n`)
    const before = readFileSync(join(root, 'package-lock.json'), 'utf8')
    await launch(root, ['cli'])
    expect(npmCalls(root)).toHaveLength(1)
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).toBe(before)
  })

  test('installs again, without deleting node_modules first, when a dependency changed', async () => {
    const root = checkout()
    await launch(root, ['cli'])
    write(root, 'package-lock.json', readFileSync(join(root, 'package-lock.json'), 'utf8').replaceAll('1.0.0', '1.0.1'))
    write(root, 'package.json', readFileSync(join(root, 'package.json'), 'utf8').replaceAll('1.0.0', '1.0.1'))
    expect((await launch(root, ['cli'])).code).toBe(3)
    expect(npmCalls(root)).toEqual([expect.stringMatching(/^ci /), expect.stringMatching(/^install /)])
  })

  test('goes straight to npm install where the lock file lacks packages of other platforms, which npm ci would refuse', async () => {
    const root = checkout()
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
    write(
      root,
      'package-lock.json',
      lock.replace('"version":"1.0.0"', '"version":"1.0.0","optionalDependencies":{"left-elsewhere":"1.0.0"}'),
    )
    expect((await launch(root, ['cli'])).code).toBe(3)
    expect(npmCalls(root)).toEqual([expect.stringMatching(/^install /)])
  })

  test('two starts at once install once', async () => {
    const root = checkout()
    const ended = await Promise.all([launch(root, ['cli']), launch(root, ['cli']), launch(root, ['cli'])])
    expect(ended.map(({ code }) => code)).toEqual([3, 3, 3])
    expect(npmCalls(root)).toHaveLength(1)
  })

  test('says in Japanese and English what to do when the installation fails', async () => {
    const root = checkout({ works: false })
    const { code, stdout, stderr } = await launch(root, ['cli'])
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' })
    expect(stderr).toContain('部品の導入に失敗しました')
    expect(stderr).toContain('Installation failed. Check the network')
    expect(existsSync(join(root, '.build/install.lock'))).toBe(false)
  })

  test('says what to do when there is no npm', async () => {
    const root = checkout()
    const { code, stderr } = await launch(root, ['cli'], join(root, 'nowhere'))
    expect(code).toBe(4)
    expect(stderr).toContain('npm が見つかりません')
    expect(stderr).toContain('npm was not found')
  })

  test('an installation that was killed does not stop the next one', async () => {
    const root = checkout()
    write(root, '.build/install.lock/pid', '999999999')
    expect((await launch(root, ['cli'])).code).toBe(3)
  })

  test('a command that does not exist is refused with the list of those that do', async () => {
    const root = checkout()
    const { code, stderr } = await launch(root, ['asess'])
    expect(code).toBe(2)
    expect(stderr).toContain('start | test | check')
  })
})
