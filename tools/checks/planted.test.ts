import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checks } from './all-checks.ts'
import * as biome from './biome.ts'
import * as bundle from './bundle.ts'
import * as catalogue from './catalogue.ts'
import * as examples from './examples.ts'
import * as exceptions from './exceptions.ts'
import * as generated from './generated.ts'
import * as ignored from './ignored.ts'
import * as layers from './layers.ts'
import * as licences from './licences.ts'
import * as oxlint from './oxlint.ts'
import { plant, plantTypes, write } from './plant.ts'
import type { Check } from './problem.ts'
import * as purity from './purity.ts'
import * as queries from './queries.ts'
import * as sizes from './sizes.ts'
import * as testDiscipline from './test-discipline.ts'
import * as types from './types.ts'
import * as words from './words.ts'

interface Planted {
  readonly run: Check['run']
  /** What cannot lie in the repository as a file. */
  readonly prepare?: (root: string, kind: 'bad' | 'good') => void
  /** Each line of the answer to the bad sample begins so, in this order: `file:line  words of the message`. */
  readonly found: readonly string[]
}

const domain = 'packages/domain'

const planted: Readonly<Record<string, Planted>> = {
  biome: {
    run: biome.run,
    found: [
      `${domain}/lint.ts:2  lint/style/noNonNullAssertion`,
      `${domain}/lint.ts:5  lint/suspicious/noExplicitAny`,
      `${domain}/lint.ts:9  lint/style/noDefaultExport`,
      `${domain}/needless.ts:1  suppressions/unused`,
      `${domain}/unformatted.ts  format`,
    ],
  },
  oxlint: {
    run: oxlint.run,
    prepare: plantTypes,
    found: [
      `${domain}/floating.test.ts:8  vitest(valid-expect)`,
      `${domain}/floating.test.ts:12  typescript(no-floating-promises)`,
      `${domain}/floating.ts:6  typescript(no-floating-promises)`,
      `${domain}/floating.ts:10  typescript(no-misused-promises)`,
      `${domain}/floating.ts:16  typescript(await-thenable)`,
      `${domain}/floating.ts:21  typescript(no-unnecessary-type-assertion)`,
    ],
  },
  types: {
    run: types.run,
    prepare: plantTypes,
    found: [
      'packages/catalog/index.ts:3  TS2322',
      `${domain}/index.test.ts:5  TS2345`,
      `${domain}/index.ts:7  TS2322`,
      `${domain}/index.ts:10  TS2375`,
    ],
  },
  exceptions: {
    run: exceptions.run,
    found: [
      `${domain}/casts.test.ts:1  \`any\``,
      `${domain}/casts.ts:2  \`as\``,
      `${domain}/casts.ts:6  \`!\``,
      `${domain}/casts.ts:9  \`any\``,
      `${domain}/casts.ts:10  \`JSON.parse\``,
      `${domain}/casts.ts:14  a suppression needs a reason`,
      `${domain}/casts.ts:15  \`as\``,
      `${domain}/casts.ts:16  a suppression needs a reason`,
    ],
  },
  layers: {
    run: layers.run,
    found: [
      'packages/catalog/index.ts:1  catalog imports types only from domain',
      'packages/catalog/index.ts:2  catalog may not import server',
      `${domain}/assets/types.ts:1  an area's types.ts imports record.ts and ids.ts alone`,
      `${domain}/checklists/joined.ts:1  the area assets is reached only through its index.ts`,
      `${domain}/ids.ts  import cycle: ${domain}/ids.ts -> ${domain}/picture.ts -> ${domain}/ids.ts`,
      `${domain}/ids.ts:1  ids.ts stands before picture.ts`,
      `${domain}/picture.ts:1  domain uses nothing of Node`,
      `${domain}/picture.ts:2  domain imports nothing but itself`,
      `${domain}/picture.ts:3  picture.ts stands before rule.ts`,
      `${domain}/rule.ts:1  rule.ts stands before all.ts`,
      'packages/formats/index.ts:1  formats imports types only from catalog',
      'packages/formats/index.ts:2  @mimamori/domain/assets/owner.ts is not among the exports',
      'packages/server/areas/assets/index.ts:1  the area checklists is reached only through its index.ts',
      'packages/server/areas/assets/index.ts:2  left-pad is not in packages/server/package.json',
      'packages/server/areas/checklists/one.ts  import cycle: ',
      'packages/server/index.ts:1  testing is imported only by tests',
      'packages/web/main.tsx:1  a package is left only by its name',
      'packages/web/main.tsx:2  web may not import catalog',
    ],
  },
  queries: {
    run: queries.run,
    found: [1, 2, 3, 5, 5, 5].map((line) => `packages/server/areas/assets/routes.ts:${line}  `),
  },
  purity: {
    run: purity.run,
    found: ['Date.now', 'new Date()', 'Math.random', 'localeCompare', 'Intl', 'toLocaleString'].map(
      (word, at) => `${domain}/assets/age.ts:${at + 1}  \`${word}`,
    ),
  },
  'test-discipline': {
    run: testDiscipline.run,
    found: [
      `${domain}/some.test.ts:2  \`.only\``,
      `${domain}/some.test.ts:5  a skipped test`,
      `${domain}/some.test.ts:8  this test expects nothing`,
      `${domain}/some.test.ts:11  this test expects nothing`,
      `${domain}/some.test.ts:14  a skipped test`,
    ],
  },
  sizes: {
    run: sizes.run,
    prepare: (root, kind) => {
      const long = 'export const line = 1\n'.repeat(401)
      write(root, `${domain}/old.ts`, long)
      if (kind === 'bad') write(root, `${domain}/long.ts`, long)
    },
    found: [
      `${domain}/long.ts  401 lines`,
      `tools/size-exceptions.txt  ${domain}/short.ts is no longer`,
      'tools/size-exceptions.txt  2 exceptions, 1 allowed',
    ],
  },
  licences: {
    run: licences.run,
    found: ['both@5.0.0', 'copyleft@2.0.0', 'shipped-mpl@4.0.0', 'silent@3.0.0'].map((name) => `package-lock.json  ${name}`),
  },
  words: {
    run: words.run,
    prepare: (root, kind) => {
      if (kind === 'bad') write(root, 'README.md', ['A line', 'and', ['/work', 'main', 'packages'].join('/')].join('\n'))
    },
    found: [`README.md:3  "/${'work'}/`],
  },
  examples: {
    run: examples.run,
    found: [`CONTRIBUTING.md:3  ${domain}/rule.ts: the example is not the same`, `CONTRIBUTING.md:8  ${domain}/gone.ts: the file`],
  },
  generated: {
    run: generated.run,
    found: [`${domain}/all.ts  is stale`, `${domain}/checklists/two.ts  a file with defineRule`],
  },
  catalogue: {
    run: catalogue.run,
    prepare: (root, kind) => {
      const ours = resolve(import.meta.dirname, '../../packages/catalog')
      for (const part of ['data', 'ids.lock']) cpSync(join(ours, part), join(root, 'packages/catalog', part), { recursive: true })
      if (kind === 'good') return
      const items = join(root, 'packages/catalog/data/items-r7.json')
      writeFileSync(items, readFileSync(items, 'utf8').replace('"en": "Passwords are not reused"', '"en": ""'))
      const periods = join(root, 'packages/catalog/data/periods.json')
      writeFileSync(periods, readFileSync(periods, 'utf8').replace('"id": "target-soon"', '"id": "target-near"'))
    },
    found: [
      'packages/catalog/data  items-r7.json: entries.9.title.en Too small',
      'packages/catalog/data  ids.lock: periods target-soon is gone',
      'packages/catalog/data  items r7:2-08: title.en Too small',
      'packages/catalog/data  items r7:2-08: title has no text in en',
    ],
  },
  ignored: {
    run: ignored.run,
    prepare: (root, kind) => {
      execFileSync('git', ['init', '--quiet'], { cwd: root })
      write(root, '.gitignore', kind === 'bad' ? 'data/\n' : '/data/\n')
      write(root, 'packages/catalog/data/items.json', '{}')
    },
    found: ['packages/catalog/data/  is left out'],
  },
  bundle: {
    run: bundle.run,
    prepare: (root, kind) => {
      write(
        root,
        '.build/web/index.html',
        '<script type="module" src="/assets/a.js"></script><link rel="modulepreload" href="/assets/b.js">',
      )
      write(root, '.build/web/assets/a.js', 'a()')
      write(root, '.build/web/assets/b.js', randomBytes(kind === 'bad' ? 400_000 : 3_000).toString('base64'))
    },
    found: ['.build/web/index.html  first load is'],
  },
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

const roots: string[] = []

async function answers(name: string, kind: 'bad' | 'good'): Promise<readonly string[]> {
  const { run, prepare } = planted[name] ?? {}
  if (!run) throw new Error(`no check ${name}`)
  const root = plant(name, kind)
  roots.push(root)
  prepare?.(root, kind)
  const problems = [...(await run(root))].sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1))
  return problems.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}  ${message}`)
}

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

test('every check has its planted violation', () => {
  const held = new Set(Object.values(planted).map(({ run }) => run))
  expect(checks.filter(({ run }) => !held.has(run)).map(({ name }) => name)).toEqual([])
})

describe.each(Object.entries(planted))('the check %s', (name, { found }) => {
  test('catches every planted violation and nothing else', async () => {
    const lines = await answers(name, 'bad')
    expect(lines).toEqual(found.map((start) => expect.stringMatching(startingWith(start))))
  })

  test('has nothing to say about a clean sample', async () => {
    expect(await answers(name, 'good')).toEqual([])
  })
})
