import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { assessAnswer, doctorAnswer } from './answers.ts'
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

test.each([['--budget', '-5'], ['--budget'], ['--json=yes'], ['--nothing']])(
  'an option that cannot be read is told in Japanese and in English: %j',
  async (...argv) => {
    const [ja, en] = [await run('plan', ...argv), await run('plan', ...argv, '--lang=en')]
    expect([ja.status, en.status]).toEqual([2, 2])
    expect(ja.err.split('\n')[0]).toMatch(/[\u3040-\u30ff]/)
    expect(en.err.split('\n')[0]).not.toMatch(/[\u3040-\u30ff]/)
  },
)

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

test('a data folder that is a file is bad input, and all problems of the settings are told at once', async () => {
  const file = join(folder, 'data.txt')
  writeFileSync(file, 'x')
  vi.stubEnv('MIMAMORI_DATA', file)
  vi.stubEnv('MIMAMORI_PORT', '99999')
  const inWords = await run('serve')
  expect(inWords.status).toBe(3)
  expect(inWords.err).toContain('MIMAMORI_DATA')
  expect(inWords.err).toContain('MIMAMORI_PORT')
  const { status, err } = await run('export', join(folder, 'out'), '--login', 'soumu', '--json')
  const problems: unknown = Reflect.get(JSON.parse(err).error, 'problems')
  expect([status, problems]).toMatchObject([3, [{ code: 'config/bad-value' }, { code: 'config/data-not-a-folder' }]])
  const doctor = await run('doctor', '--json')
  const checks: { id: string; ok: boolean; says: string }[] = JSON.parse(doctor.out).checks
  expect([doctor.status, checks.find((one) => one.id === 'settings')?.ok]).toEqual([1, false])
  vi.unstubAllEnvs()
})

test('doctor names a secret file that is gone from a data folder in use', async () => {
  const data = join(folder, 'used')
  mkdirSync(join(data, 'postgres'), { recursive: true })
  writeFileSync(join(data, 'postgres', 'PG_VERSION'), '18\n')
  vi.stubEnv('MIMAMORI_DATA', data)
  const look = async () => {
    const checks: { id: string; ok: boolean; action?: string }[] = JSON.parse((await run('doctor', '--json')).out).checks
    return checks.find((one) => one.id === 'secret-file')
  }
  expect(await look()).toMatchObject({ ok: false, action: expect.stringContaining('secret.key') })
  writeFileSync(join(data, 'secret.key'), 'x', { mode: 0o600 })
  expect(await look()).toMatchObject({ ok: true })
  vi.unstubAllEnvs()
})

describe('a folder is never green because something of it is missing', () => {
  async function assess(files: Record<string, string | Uint8Array>) {
    const place = mkdtempSync(join(folder, 'facility-'))
    mkdirSync(join(place, 'checklist'))
    writeFileSync(join(place, 'facility.yaml'), 'facility:\n  name: みまもり診療所\n')
    for (const [name, content] of Object.entries(files)) writeFileSync(join(place, name), content)
    const { status, out } = await run('assess', place, '--json')
    return { status, answer: assessAnswer.parse(JSON.parse(out)) }
  }

  test('without a checklist every item of the newest edition is unanswered, and what is unknown of the facility is null', async () => {
    const { status, answer } = await assess({})
    expect([status, answer.edition, answer.problems]).toEqual([0, 'r7', []])
    expect(answer.items).toHaveLength(19)
    expect(answer.items.every((item) => item.state === 'unanswered' || item.state === 'no-vendor')).toBe(true)
    expect(answer.findings.map((finding) => finding.rule)).toContain('checklists/unanswered')
    expect(answer.facility).toMatchObject({ kind: null, beds: null })
  })

  test.each([
    ['of an unknown edition', 'facility.csv', '令和9年度版 医療機関確認用\n番号,回答\n1-①,○\n', 'checklist/unknown-edition'],
    ['that is a picture', 'facility.xlsx', '\u0089PNG\r\n\u001a\n', 'file/not-a-table'],
    ['that is no checklist', 'facility.csv', '日付,天気\n11/20,晴れ\n', 'checklist/nothing-found'],
  ])('a sheet %s is told with its file, and the command ends with 3', async (_what, name, content, code) => {
    const { status, answer } = await assess({ [`checklist/${name}`]: content })
    expect([status, answer.problems]).toEqual([3, [expect.objectContaining({ code, file: `checklist/${name}` })]])
    expect(answer.findings.map((finding) => finding.rule)).toContain('checklists/unanswered')
  })
})

test('an answer to an item that the edition does not have, and a second one, are told by assess with file, row and column', async () => {
  const place = mkdtempSync(join(folder, 'facility-'))
  mkdirSync(join(place, 'checklist'))
  writeFileSync(join(place, 'facility.yaml'), 'facility:\n  name: みまもり診療所\n')
  const table = '令和7年度版 医療機関確認用\n番号,回答,確認日\n9-⑨,○,\n1-①,○,2026/5/1\n1-①,○,2026/6/1\n'
  writeFileSync(join(place, 'checklist', 'facility.csv'), table)
  const { status, out } = await run('assess', place, '--json')
  const answer = assessAnswer.parse(JSON.parse(out))
  const file = 'checklist/facility.csv'
  expect([status, answer.problems.map(({ code, file, row, column }) => ({ code, file, row, column }))]).toEqual([
    0,
    [
      { code: 'checklist/second-answer', file, row: 5, column: 'A' },
      { code: 'checklist/unknown-item', file, row: 3, column: 'A' },
    ],
  ])
})

test('a file to verify that is not there is bad input, as it is for every other command', async () => {
  const { status, err } = await run('verify', join(folder, 'nothing.zip'), '--json')
  expect([status, errorAnswer.parse(JSON.parse(err)).error.code]).toEqual([3, 'file/not-found'])
})

describe('wrong settings', () => {
  const wrong = { MIMAMORI_HOST: '0.0.0.0', MIMAMORI_PORT: '99999' }
  const before = { ...process.env }
  beforeEach(() => void Object.assign(process.env, wrong))
  afterEach(() => {
    for (const name of Object.keys(wrong)) delete process.env[name]
    Object.assign(process.env, before)
  })

  test('are all listed by `serve` before anything starts, each with its name and what to do', async () => {
    const { status, err } = await run('serve')
    expect(status).toBe(3)
    expect(err).toContain('下の全部を直して')
    expect(err).toMatch(/MIMAMORI_PORT の値「99999」が読めません。/)
    expect(err.split('\n\n').length).toBeGreaterThan(2)
    const asJson = await run('serve', '--json')
    const { error } = JSON.parse(asJson.err) as { error: { code: string; problems: { column: string }[] } } // what `serve --json` prints
    expect(error.code).toBe('config/invalid')
    expect(error.problems.map((problem) => problem.column)).toContain('MIMAMORI_PORT')
  })
})

test('`doctor` prints the version of the program', async () => {
  const { out } = await run('doctor', '--json')
  expect(doctorAnswer.parse(JSON.parse(out)).version).toMatch(/^\d+\.\d+\.\d+$/)
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
