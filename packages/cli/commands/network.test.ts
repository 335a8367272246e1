import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readPng } from '@mimamori/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { networkAnswer } from '../answers.ts'
import { runCommandLine } from '../run.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-network-'))
afterAll(() => rmSync(place, { recursive: true }))

async function run(...argv: string[]) {
  const said = { out: '', err: '' }
  const status = await runCommandLine(['network', ...argv, '--as-of', '2026-11-20'], {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    now: () => Date.UTC(2026, 10, 20),
  })
  return { status, ...said }
}

async function network(...argv: string[]) {
  const { status, out } = await run(...argv, '--json')
  return { status, answer: networkAnswer.parse(JSON.parse(out)) }
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(place, 'facility-'))
  for (const [name, content] of Object.entries({ ...hospital, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

const hospital = {
  'facility.yaml': 'facility:\n  name: みまもり病院\nsystems:\n  - id: sys:chart\n    name: 電子カルテ\n',
  'assets.csv': `ID,機器名,種類,IPアドレス,システム,確かめた日
d:fw,境界の装置,ファイアウォール,10.1.18.254,,2026-09-01
d:core,基幹スイッチ,スイッチ,10.1.1.10,,2026-09-01
d:server,カルテサーバ,サーバ,10.1.10.11,電子カルテ,2026-09-01
`,
  'lines.csv': 'ID,回線名,種類,つながる機器\nline:internet,光回線,インターネット,境界の装置\n',
  'zones.csv': `ID,区画名,区分,アドレス,VLAN
z:guest,来訪者用,来訪者,10.1.90.0/24,90
z:office,事務の網,事務,10.1.18.0/24,18
z:server,サーバ室,サーバ,10.1.10.0/24,10
`,
  'links.csv': `ID,一方の区画,他方の区画,つながり方,通信の制限,確かめた日
lk:guest,来訪者用,サーバ室,中継,なし,2026-09-01
`,
}

describe('a hospital whose guests reach the servers', () => {
  test('is told with its zones, links and entrances, the way hop by hop with its grounds, and the one link to cut', async () => {
    const { status, answer } = await network(folderWith({}))
    expect(status).toBe(0)
    expect(answer.zones).toEqual([
      { id: 'z:guest', name: '来訪者用', trust: 'guest', assets: 0 },
      { id: 'z:office', name: '事務の網', trust: 'office', assets: 1 },
      { id: 'z:server', name: 'サーバ室', trust: 'server', assets: 1 },
    ])
    expect(answer.links.find(({ id }) => id === 'lk:guest')).toMatchObject({ from: 'z:guest', to: 'z:server', control: 'none' })
    expect(answer.entrances).toMatchObject([{ id: 'line:internet', asset: 'd:fw', line: 'line:internet', exposure: 'internet' }])
    const finding = answer.findings.find(({ rule }) => rule === 'network/guest-reaches-inside')
    expect(finding?.path).toMatchObject([
      { from: 'z:guest', to: 'z:server', link: 'lk:guest', evidence: [{ source: 'links', id: 'lk:guest', seenOn: '2026-09-01' }] },
    ])
    expect(finding?.cut).toMatchObject({ link: { id: 'lk:guest' }, links: [{ from: 'z:guest', to: 'z:server' }] })
    expect(answer.reach['z:guest']).toEqual(['z:server'])
  })

  test('is quiet once the link is held back by a filter', async () => {
    const links = 'ID,一方の区画,他方の区画,つながり方,通信の制限\nlk:guest,来訪者用,サーバ室,中継,ファイアウォール\n'
    const { answer } = await network(folderWith({ 'links.csv': links }))
    expect(answer.findings.filter(({ path }) => path)).toEqual([])
    expect(answer.reach['z:guest']).toEqual([])
  })

  test('is told to a person in short, with the link to cut where that is asked', async () => {
    const folder = folderWith({})
    const { out } = await run(folder, '--cut')
    expect(out).toContain('区画3、出入口1')
    expect(out).toContain('来訪者用 → サーバ室')
    expect(out).toContain('外す線:「来訪者用」と「サーバ室」の間')
    const english = await run(folder, '--lang', 'en')
    expect(english.out).toContain('3 zones, 1 entrances')
    expect(english.out).not.toContain('To cut')
  })
})

describe('from one point', () => {
  test('named by id or by name, everything in reach is told and what stops with it', async () => {
    const folder = folderWith({})
    const { answer } = await network(folder, '--from', '来訪者用')
    expect(answer.from).toMatchObject({ id: 'z:guest', zones: ['z:server'], assets: 1, systems: [{ id: 'sys:chart', name: '電子カルテ' }] })
    expect((await network(folder, '--from', 'z:guest')).answer.from).toEqual(answer.from)
    expect((await run(folder, '--from', 'z:guest')).out).toContain('「来訪者用」が破られたとき')
  })

  test.each([
    ['a point that is not there', '別館', 'network/no-such-point'],
    ['a name that two bear', '同じ名前', 'network/double-name'],
  ])('%s is bad input', async (_, from, code) => {
    const more = { 'vpns.csv': 'ID,VPN名,目的\nvpn:1,同じ名前,保守\nvpn:2,同じ名前,保守\n' }
    const { status, err } = await run(folderWith(more), '--from', from, '--json')
    expect([status, JSON.parse(err.split('\n').findLast((line) => line.startsWith('{')) ?? '{}')]).toMatchObject([3, { error: { code } }])
  })
})

describe('the map', () => {
  test('is written as SVG, whole, and told with its size and sum', async () => {
    const file = join(place, 'map.svg')
    const { answer } = await network(folderWith({}), '-o', file)
    const svg = readFileSync(file, 'utf8')
    expect(answer.map).toMatchObject({ file, bytes: Buffer.byteLength(svg) })
    expect(svg).toMatch(/^<svg [\s\S]*サーバ室[\s\S]*<\/svg>$/)
  })

  test('is written for draw.io', async () => {
    const file = join(place, 'map.drawio')
    expect((await run(folderWith({}), '-o', file)).out).toContain(`${file} を作りました`)
    expect(readFileSync(file, 'utf8')).toMatch(/<mxfile [\s\S]*サーバ室[\s\S]*<\/mxfile>/)
  })

  test('is printed on one sheet of A3', async () => {
    const file = join(place, 'map.pdf')
    expect((await network(folderWith({}), '-o', file)).status).toBe(0)
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is drawn as a picture of twice the size of the SVG, with ink where a box stands', async () => {
    const folder = folderWith({})
    const [svg, png] = ['svg', 'png'].map((ending) => join(place, `picture.${ending}`)) as [string, string] // two of two
    for (const file of [svg, png]) expect((await network(folder, '-o', file)).status).toBe(0)
    const { width, height, at, ink } = readPng(readFileSync(png))
    const drawn = readFileSync(svg, 'utf8')
    const [, wide, high] = /width="(\d+)" height="(\d+)"/.exec(drawn) ?? []
    expect([width, height]).toEqual([Number(wide) * 2, Number(high) * 2])
    const [, x, y] = /サーバ室[^<]*<\/title><rect x="(\d+)" y="(\d+)"/.exec(drawn) ?? []
    expect(at(Number(x) * 2, Number(y) * 2 + 40)).not.toEqual([255, 255, 255])
    expect([at(0, 0), ink > 0.01, ink < 0.5]).toEqual([[255, 255, 255], true, true])
  })

  test('in a format that there is not is wrong usage, before anything is read', async () => {
    const file = join(place, 'map.bmp')
    expect((await run('/nowhere', '-o', file)).status).toBe(2)
    expect(existsSync(file)).toBe(false)
  })
})

describe('bad input', () => {
  test('a folder that is not there is told as such', async () => {
    expect((await run('/nowhere', '--json')).status).toBe(3)
  })

  test('a block that cannot be read and a link without an end are told with file, row and column, and the rest is read', async () => {
    const zones = 'ID,区画名,区分,アドレス\nz:a,病棟,診療,10.18.20\n'
    const links = '一方の区画,つながり方,通信の制限\n病棟,中継,なし\n'
    const { status, answer } = await network(folderWith({ 'zones.csv': zones, 'links.csv': links }))
    expect(status).toBe(0)
    expect(answer.zones).toMatchObject([{ id: 'z:a' }])
    expect(answer.problems).toMatchObject([
      { code: 'value/not-a-block', file: 'zones.csv', row: 2, column: 'D' },
      { code: 'value/link-ends', file: 'links.csv', row: 2 },
    ])
  })

  test('a scan that cannot be read leaves its mark on the status', async () => {
    const { status, answer } = await network(folderWith({ 'scans/broken.xml': '<nmaprun' }))
    expect([status, answer.zones.length]).toEqual([3, 3])
  })
})

test('a facility of which nothing is known has an empty map', async () => {
  const empty = {
    'assets.csv': '機器名\n',
    'lines.csv': '回線名,種類\n',
    'zones.csv': '区画名,区分\n',
    'links.csv': 'つながり方,通信の制限\n',
  }
  const { status, answer } = await network(folderWith(empty))
  expect(answer).toMatchObject({ zones: [], links: [], entrances: [], findings: [], reach: {} })
  expect(status).toBe(0)
})
