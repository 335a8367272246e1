import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { paperAnswer } from '../answers.ts'
import { runCommand as run } from '../fixtures/run-command.ts'
import { planAnswer } from '../money/answers.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-plan-files-'))
afterAll(() => rmSync(place, { recursive: true }))
const example = fileURLToPath(new URL('../../../examples/hospital-180beds', import.meta.url))
const file = (name: string) => join(place, name)

const codeOf = (err: string): string => JSON.parse(err.slice(err.lastIndexOf('{"error"'))).error.code
const budget = ['--budget', '1500000'] as const

describe('plan FOLDER -o', () => {
  test.each([
    ['board.pdf', '%PDF-'],
    ['board.html', '<!DOCTYPE html>'],
    ['request.xlsx', 'PK'],
    ['attachment.docx', 'PK'],
  ])('writes %s of the best choice, and prints the same answer as without it', { timeout: 120_000 }, async (name, begins) => {
    const made = await run('plan', example, ...budget, '-o', file(name), '--json')
    expect([made.status, readFileSync(file(name)).toString('latin1').slice(0, begins.length)]).toEqual([0, begins])
    expect(made.err).toContain(name)
    expect(made.out).toBe((await run('plan', example, ...budget, '--json')).out)
  })

  test('the page says the cost of that choice, with the numbers of its notes', { timeout: 120_000 }, async () => {
    expect((await run('plan', example, ...budget, '-o', file('best.html'))).status).toBe(0)
    const html = readFileSync(file('best.html'), 'utf8').replaceAll(/<[^>]+>/g, '')
    expect(html).toContain('147万円(注4)の手当てで')
    for (const n of [1, 2, 3, 4, 5, 6, 7]) expect(html).toContain(`(注${n})`)
  })

  test.each(['board.txt', 'board.zip', 'board'])('a name that ends otherwise is wrong usage, and nothing is written: %s', async (name) => {
    const made = await run('plan', example, ...budget, '-o', file(name), '--json')
    expect([made.status, made.out, existsSync(file(name))]).toEqual([2, '', false])
  })

  test('a budget that is too small writes no page', async () => {
    const made = await run('plan', example, '--budget', '500000', '-o', file('small.pdf'), '--json')
    expect([made.status, codeOf(made.err), existsSync(file('small.pdf'))]).toEqual([3, 'plan/budget-below-mandatory', false])
  })

  test('a model file has no facility to write a page about', async () => {
    writeFileSync(file('model.json'), '{"scenarios":[{"id":"a","lossYen":1}],"measures":[]}')
    const made = await run('plan', '--model', file('model.json'), '--budget', '1', '-o', file('model.pdf'))
    expect([made.status, existsSync(file('model.pdf'))]).toEqual([2, false])
  })

  test.each([
    ['no budget', []],
    ['a budget below 0', ['--budget', '-1']],
    ['a budget in words', ['--budget', '百万']],
    ['no year at all', [...budget, '--years', '0']],
  ])('%s is wrong usage', async (_, more) => {
    expect((await run('plan', example, ...more)).status).toBe(2)
  })
})

describe('papers about money', () => {
  test.each([
    ['plan-board', 'pdf'],
    ['plan-annex', 'pdf'],
    ['plan-annex', 'xlsx'],
    ['budget-request', 'xlsx'],
    ['budget-request', 'pdf'],
    ['budget-attachment', 'docx'],
    ['committee', 'docx'],
  ])('%s is made as %s', { timeout: 120_000 }, async (kind, format) => {
    const made = await run('paper', example, '--kind', kind, '-o', file(`${kind}.${format}`), '--json')
    const { bytes, pages } = paperAnswer.parse(JSON.parse(made.out))
    expect([made.status, bytes > 3000, kind !== 'plan-board' || pages === 1]).toEqual([0, true, true])
  })

  test.each([
    ['plan-board', 'xlsx'],
    ['plan-annex', 'docx'],
    ['budget-request', 'docx'],
    ['committee', 'zip'],
  ])('%s cannot be made as %s', { timeout: 60_000 }, async (kind, format) => {
    const made = await run('paper', example, '--kind', kind, '-o', file(`no-${kind}.${format}`))
    expect([made.status, existsSync(file(`no-${kind}.${format}`))]).toEqual([2, false])
  })
})

describe('support and what was approved', () => {
  const copy = file('approved')
  cpSync(example, copy, { recursive: true })
  const choices = '﻿ID,対策,年度,決めたこと\nchoice:zones,plan:zones,令和8年度,承認\n'
  writeFileSync(join(copy, 'plan-choices.csv'), choices)

  test('each chosen line has what support bears of it and what is own money, and the sums are those of the lines', async () => {
    const { chosen, support } = planAnswer.parse(JSON.parse((await run('plan', example, ...budget, '--json')).out))
    const sum = (side: 'oneOff' | 'perYear') => chosen.reduce((all, one) => all + (one.support?.[side].ownYen ?? Number.NaN), 0)
    expect([sum('oneOff'), sum('perYear')]).toEqual([support?.oneOff.ownYen, support?.perYear.ownYen])
    for (const { oneOffYen, perYearYen, support: line } of chosen)
      expect([line?.oneOff.costYen, line?.perYear.costYen]).toEqual([oneOffYen, perYearYen])
    expect(chosen.flatMap((one) => one.support?.schemes ?? []).every(({ verdict, yen }) => (verdict === 'bears') === yen > 0)).toBe(true)
  })

  test('what the head approved is in every plan, marked; a budget below it is refused with its name and what is missing', async () => {
    const { chosen, approved } = planAnswer.parse(JSON.parse((await run('plan', copy, '--budget', '8000000', '--json')).out))
    expect(approved).toEqual(['plan:zones'])
    expect(chosen.find(({ measure }) => measure === 'plan:zones')).toMatchObject({ approved: true, mandatory: false })
    const { status, err } = await run('plan', copy, ...budget, '--json')
    expect([status, codeOf(err)]).toEqual([3, 'plan/budget-below-mandatory'])
    expect(err).toMatch(/承認済みの対策.*院内ネットワークの区画分け.*円足りません/)
  })
})
