import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { checkCatalogue, checkCatalogueFiles, readCatalogue } from '../index.ts'
import { dataFolder, ruleFiles } from './load.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** A copy of the catalogue files in which one file has been changed as text. */
function planted(file: string, from: string, to: string): URL {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  folders.push(folder)
  cpSync(dataFolder, join(folder, 'data'), { recursive: true })
  cpSync(new URL('../ids.lock', dataFolder), join(folder, 'ids.lock'))
  const path = join(folder, 'data', file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  writeFileSync(path, text.replace(from, to))
  return pathToFileURL(`${join(folder, 'data')}/`)
}

function problemsWith(file: string, from: string, to: string): string {
  return checkCatalogue(readCatalogue(planted(file, from, to))).join('\n')
}

test('the catalogue that comes with the product has nothing wrong', () => {
  expect(checkCatalogue(readCatalogue(dataFolder))).toEqual([])
  expect(checkCatalogueFiles()).toEqual([])
})

test('a reference that leads nowhere is found', () => {
  expect(problemsWith('crosswalk.json', '"to": "r7:2-11"', '"to": "r7:2-99"')).toContain('names the item r7:2-99')
  expect(problemsWith('items-r7.json', '"edition": "mhlw-7.0"', '"edition": "mhlw-9.9"')).toContain('names the document mhlw-9.9')
  expect(problemsWith('work-cards-items.json', '"topic": "usb"', '"topic": "floppy"')).toContain('names the topic floppy')
  expect(problemsWith('topics.json', '"id": "usb"', '"id": "floppy"')).toContain('names the short title of topic usb')
  expect(problemsWith('duties.json', '"sources": ["LAW-b"]', '"sources": ["LAW-z"]')).toContain('names the source LAW-z')
  expect(problemsWith('measures.json', '"id": "ask-vendor"', '"id": "ask-nobody"')).toContain('names the measure ask-vendor')
  expect(problemsWith('known-products.json', '"releaseOf": "microsoft:windows_10"', '"releaseOf": "microsoft:windows_95"')).toContain(
    'names the product microsoft:windows_95',
  )
})

test('figures about money that cannot be, and names in them that lead nowhere, are found', () => {
  expect(problemsWith('money/norm-rates.json', '"numerator": 221,', '"numerator": 22100,')).toContain(
    'juas-2020-mean is more than the whole',
  )
  expect(problemsWith('money/norm-budget-classes.json', '"valueYen": 2500000', '"valueYen": 25000000')).toContain('outside of the class')
  expect(problemsWith('money/norm-answers.json', '[88, 9, 3, 2, 0]', '[88, 9, 3, 2]')).toContain('another number of counts')
  expect(problemsWith('money/norm-answers.json', '"meanThousandYen": 3841,', '')).toContain('either counts or a mean')
  expect(problemsWith('money/norm-profiles.json', '"security-minimum"', '"security-least"')).toContain('names the rate security-least')
  expect(problemsWith('money/protections.json', '"id": "edr"', '"id": "edrs"')).toContain('names the protection edr')
  expect(problemsWith('money/quote-sources.json', '"minYen": 12100', '"minYen": 12101')).toContain('a-utm costs more at least than at most')
})

test('damage and plan that name what is not there, count a control twice or have ranges that cannot be, are found', () => {
  expect(problemsWith('money/loss-scenarios.json', '"param:days-cloud"', '"param:days-clouds"')).toContain(
    'names the parameter param:days-clouds',
  )
  expect(problemsWith('money/loss-scenarios.json', '"scenario:disposal"', '"scenario:disposals"')).toContain(
    'names the scenario scenario:disposal',
  )
  expect(problemsWith('money/plan-measures.json', '"control:disposal"', '"control:disposals"')).toContain('which no measure puts in place')
  expect(problemsWith('money/plan-measures.json', '"control:spare"', '"control:csirt"')).toContain('both put control:csirt in place')
  expect(problemsWith('money/loss-parameters.json', '"low": 14,', '"low": 140,')).toContain('a range that cannot be: 140, 60, 100')
})

test('a text without its English or with the Japanese left in it is found', () => {
  const en = 'Password'
  expect(problemsWith('items-r7.json', '"en": "Passwords are not reused"', '"en": ""')).toContain('items r7:2-08')
  expect(problemsWith('items-r7.json', '"en": "Passwords are not reused"', '"en": "使い回さない"')).toContain('has Japanese in its en text')
  expect(problemsWith('items-r7.json', '"ja": "パスワードを使い回していない"', `"ja": "${en}"`)).toContain('has no Japanese in its ja text')
})

test('an id that comes twice is found', () => {
  expect(problemsWith('periods.json', '"id": "evidence-old"', '"id": "answer-old"')).toContain('periods has two entries called answer-old')
  expect(problemsWith('known-products.json', '"o:fortinet:fortios"', '"a:apache:tomcat"')).toContain('two products called a:apache:tomcat')
  expect(problemsWith('work-cards-items.json', '"id": "compare"', '"id": "print"')).toContain('has two steps called print')
  expect(problemsWith('items-r7.json', '"number": "2-⑧"', '"number": "2-⑦"')).toContain('share r7 number 2-⑦')
})

test('an id that was released and has vanished is found', () => {
  const folder = planted('work-cards-items.json', '"id": "print-users"', '"id": "print-list"')
  expect(checkCatalogueFiles(folder)).toEqual(['ids.lock: workCards del#print-users is gone'])
})

test('a file whose envelope or entry does not fit its schema is found', () => {
  expect(checkCatalogueFiles(planted('periods.json', '"version": "1.0.0"', '"version": "new"')).join()).toContain('periods.json: version')
  expect(problemsWith('periods.json', '"days": 14', '"days": 0')).toContain('periods vendor-reply: days')
  expect(problemsWith('periods.json', '"days": 14', '"days": 14, "hours": 3')).toContain('periods vendor-reply')
})

test('words that do not fit the tone of the product are found', () => {
  const from = '"ja": "パスワードを使い回していない"'
  const say = (ja: string) => problemsWith('items-r7.json', from, `"ja": "${ja}"`)
  expect(say('使い回しは不適合')).toContain('says 不適合')
  expect(say('確認させていただきます')).toContain('says させていただく')
  expect(say('使い回さない!')).toContain('exclamation mark')
  expect(say('あ'.repeat(61))).toContain('a sentence of 61 characters')
  expect(say('{us}で使い回していない')).toContain('other placeholders')
})

test('a rule entry in a file of another name is found', () => {
  const [file = ''] = ruleFiles()
  const folder = planted(file, '"id": "', '"id": "other-')
  expect(checkCatalogueFiles(folder).join('\n')).toContain(`${file} holds the rule other-`)
})
