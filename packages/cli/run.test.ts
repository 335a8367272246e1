import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { commandNames, loadCommand } from './commands/index.ts'
import { runCommandLine, type Status } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'mimamori-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const errorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    action: z.string(),
    file: z.string().optional(),
    sheet: z.string().optional(),
    row: z.number().optional(),
    column: z.string().optional(),
  }),
})

async function run(...argv: string[]): Promise<{ status: Status; out: string; err: string }> {
  const said = { out: '', err: '' }
  const status = await runCommandLine(argv, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    now: () => Date.UTC(2026, 10, 20),
  })
  return { status, ...said }
}

describe('wrong usage ends with 2 and says how it goes', () => {
  test.each([
    [[]],
    [['asses']],
    [['assess']],
    [['assess', 'a', 'b']],
    [['assess', '--nonsense', 'a']],
    [['assess', 'a', '--lang', 'fr']],
    [['assess', 'a', '--as-of', 'R8.11.20']],
    [['schema', 'serve']],
  ])('%j', async (argv) => {
    const { status, out, err } = await run(...argv)
    expect(status).toBe(2)
    expect(`${out}${err}`).toMatch(/mimamori|--lang|--as-of|JSON/)
  })
})

test('bad input ends with 3, and with --json the error is one document on standard error', async () => {
  const { status, out, err } = await run('assess', join(folder, 'nowhere'), '--json')
  expect([status, out]).toEqual([3, ''])
  expect(errorAnswer.parse(JSON.parse(err)).error.code).toBe('folder/not-found')
})

test('an error is told in the language asked for', async () => {
  const { err } = await run('assess', join(folder, 'nowhere'), '--lang', 'en')
  expect(err).toMatch(/folder/i)
  expect(err).not.toMatch(/[\u3040-\u30ff]/)
})

test('a folder that is no facility folder says what is missing', async () => {
  writeFileSync(join(folder, 'notes.txt'), 'x')
  const { status, err } = await run('assess', folder, '--json')
  expect([status, errorAnswer.parse(JSON.parse(err)).error.code]).toEqual([3, 'folder/no-facility-file'])
})

test('tls makes certificate and keys, and says what to do with them in both languages', async () => {
  const made = join(folder, 'tls')
  const { status, out } = await run('tls', 'localhost', '192.168.1.20', '-o', made, '--json')
  const answer = (await loadCommand('tls'))?.schema?.parse(JSON.parse(out))
  expect([status, answer]).toMatchObject([
    0,
    { names: ['localhost', '192.168.1.20'], isNewAuthority: true, certificateFile: join(made, 'server.crt') },
  ])
  for (const lang of ['ja', 'en']) {
    const again = await run('tls', 'localhost', '-o', made, '--lang', lang)
    expect(again.out).toContain(`MIMAMORI_TLS_KEY=${join(made, 'server.key')}`)
    expect(again.out).toContain('certutil -addstore -f Root ca.crt')
  }
})

test('every command has a usage line in its help, and every schema is a JSON Schema', async () => {
  for (const name of commandNames) {
    const command = await loadCommand(name)
    expect(command?.usage, name).toMatch(new RegExp(`^mimamori ${name}`))
    const help = await run(name, '--help')
    expect([name, help.status, help.out.includes(command?.usage ?? '?')]).toEqual([name, 0, true])
    if (!command?.schema) continue
    const { status, out } = await run('schema', name, '--json')
    expect([status, JSON.parse(out)]).toMatchObject([0, { type: 'object' }])
  }
})
