import { defineConfig } from 'vitest/config'

const packages = ['domain', 'diagram', 'matching', 'money', 'catalog', 'formats', 'papers', 'contract', 'server', 'web', 'cli', 'testing']

/** Suites that use a throw-away database: one cluster for the run of each. */
const withDatabase = new Set(['server', 'cli', 'testing'])

function project(name: string, folder: string) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`],
      globalSetup: withDatabase.has(name) ? ['packages/testing/database/global-setup.ts'] : [],
    },
  }
}

export default defineConfig({
  test: {
    projects: [...packages.map((name) => project(name, `packages/${name}`)), project('tools', 'tools')],
    exclude: ['**/node_modules/**', '**/.build/**', 'tools/checks/planted/**'],
    setupFiles: ['./tools/vitest-setup.ts'],
    maxWorkers: 2,
    // NOTE: one load of the modules serves every file of a worker; a test that changes what a module keeps would reach its neighbours.
    isolate: false,
    passWithNoTests: true,
    allowOnly: false,
    // NOTE: a guard against a test that hangs, no measure of speed: a loaded machine takes ten times as long.
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
})
