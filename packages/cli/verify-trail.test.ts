import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import { givenServer } from '@mimamori/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { verifyAnswer } from './answers.ts'
import { runCommandLine } from './run.ts'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'clinic-1vendor' }, body: {} })
await server.owner.download(routes.makePaper, { params: { facility, kind: 'pack' }, query: { format: 'pdf' } })
const file = await server.owner.download(routes.exportAudit, {})
const lines = file.bytes.toString('utf8').trim().split('\n')
const { rows } = await server.database.admin.query(`select meta->>'auditHead' as head from frozen_paper where kind = 'pack'`)
const printedHead = String(rows[0].head).slice(0, 12)

const place = mkdtempSync(join(tmpdir(), 'mimamori-trail-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

async function verified(text: readonly string[], ...more: readonly string[]) {
  const path = join(place, 'audit.jsonl')
  writeFileSync(path, `${text.join('\n')}\n`)
  let out = ''
  const terminal = { out: (said: string) => (out += said), err: (said: string) => (out += said), now: () => 0 }
  const status = await runCommandLine(['verify', path, '--json', '--lang', 'en', ...more], terminal)
  return { status, ...verifyAnswer.parse(JSON.parse(out)) }
}

describe('an exported trail is verified with nothing but its file', () => {
  test('and is found whole, signed by a key that the reader may know', async () => {
    const found = await verified(lines)
    expect(found).toMatchObject({ status: 0, ok: true, entries: lines.length - 1, endProven: true, problems: [] })
    const fingerprint = found.signatures[0]?.fingerprint ?? ''
    expect(found.signatures[0]?.known).toBe(false)
    expect((await verified(lines, '--known', `${fingerprint}=みまもり市立病院`)).signatures).toEqual([
      { by: 'みまもり市立病院', fingerprint, known: true },
    ])
  })

  test('a changed line is named', async () => {
    const changed = lines.map((line, at) => (at === 1 ? line.replace(/"subject":"[^"]*"/, '"subject":"f:other"') : line))
    expect(await verified(changed)).toMatchObject({ status: 1, problems: [expect.stringMatching(/^Line 2 \(number 2\): .*changed/)] })
  })

  test('a cut middle is named', async () => {
    const found = await verified(lines.filter((_, at) => at !== 1))
    expect(found).toMatchObject({ status: 1, problems: [expect.stringMatching(/^Line 2 \(number 3\): .*missing/)] })
  })

  test('two lines in the other order are named', async () => {
    const [first = '', second = '', third = '', ...rest] = lines
    const found = await verified([first, third, second, ...rest])
    expect(found.problems.join()).toMatch(/not in their order/)
  })

  test('a cut end is named by the signed head', async () => {
    expect((await verified([...lines.slice(0, -2), lines.at(-1) ?? ''])).problems).toEqual(['Lines at the end are missing.'])
  })

  test('a cut end without the signed head is at least not vouched for, and is named by the head that a pack printed', async () => {
    const alone = lines.slice(0, 2)
    expect(await verified(alone)).toMatchObject({
      status: 1,
      intact: true,
      endProven: false,
      problems: [expect.stringMatching(/no signed end/)],
    })
    expect(await verified(alone, '--head', printedHead)).toMatchObject({ status: 1, problems: ['Lines at the end are missing.'] })
    expect(await verified(lines.slice(0, -1), '--head', `${printedHead.slice(0, 4)} ${printedHead.slice(4)}`.toUpperCase())).toMatchObject({
      status: 0,
    })
  })
})
