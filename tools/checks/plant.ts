import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const home = resolve(import.meta.dirname, '../..')
const settings = ['biome.json', '.oxlintrc.json', 'tsconfig.base.json', 'package.json']

/**
 * A small repository of its own in the temp folder: the planted sample of a check, our settings, and the programs of
 * our node_modules. The caller removes it.
 */
export function plant(check: string, kind: 'bad' | 'good'): string {
  const root = mkdtempSync(join(tmpdir(), `mimamori-${check}-`))
  for (const file of settings) cpSync(join(home, file), join(root, file))
  cpSync(join(import.meta.dirname, 'planted', check, kind), root, { recursive: true })
  for (const name of packagesIn(root)) keepIfAbsent(root, `packages/${name}/package.json`)
  linkPrograms(root)
  return root
}

/** Gives the planted packages their own tsconfig files, and one for the tests, as in this repository. */
export function plantTypes(root: string): void {
  const packages = packagesIn(root)
  for (const name of packages) cpSync(join(home, `packages/${name}/tsconfig.json`), join(root, `packages/${name}/tsconfig.json`))
  const references = packages.map((name) => ({ path: `./packages/${name}` }))
  writeJson(join(root, 'tsconfig.json'), { files: [], references: [...references, { path: './tsconfig.tests.json' }] })
  writeJson(join(root, 'tsconfig.tests.json'), {
    extends: './tsconfig.base.json',
    compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true, types: ['node'] },
    files: [],
    include: ['packages/*/**/*.test.ts'],
    references,
  })
}

export function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function packagesIn(root: string): readonly string[] {
  return existsSync(join(root, 'packages')) ? readdirSync(join(root, 'packages')) : []
}

function keepIfAbsent(root: string, path: string): void {
  if (!existsSync(join(root, path)) && existsSync(join(home, path))) cpSync(join(home, path), join(root, path))
}

/** NOTE: linked one by one, so that `@mimamori/…` leads to the planted packages and not to ours. */
function linkPrograms(root: string): void {
  const modules = join(root, 'node_modules')
  mkdirSync(join(modules, '@mimamori'), { recursive: true })
  for (const name of readdirSync(join(home, 'node_modules'))) {
    if (name !== '@mimamori') symlinkSync(join(home, 'node_modules', name), join(modules, name))
  }
  for (const name of packagesIn(root)) symlinkSync(join(root, 'packages', name), join(modules, '@mimamori', name))
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, JSON.stringify(value, null, 2))
}
