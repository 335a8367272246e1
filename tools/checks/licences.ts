import { type Dependency, readDependencies } from './dependencies.ts'
import type { Problem } from './problem.ts'

const allowed = new Set([
  'MIT',
  'MIT/X11',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'CC0-1.0',
  'CC-BY-4.0',
  'PostgreSQL',
  'Unlicense',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Zlib',
])

/** Every dependency has a licence that this product may carry; weaker copyleft only where it is not shipped changed. */
export function run(root: string): readonly Problem[] {
  return readDependencies(root)
    .filter((dependency) => !isAllowed(dependency))
    .map(({ name, version, licence }) => ({
      file: 'package-lock.json',
      message: `${name}@${version} has the licence "${licence || 'none stated'}", which is not on the list of tools/checks/licences.ts`,
    }))
}

function isAllowed(dependency: Dependency): boolean {
  const choices = dependency.licence.replace(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((licence) => isLicenceAllowed(licence, dependency)))
}

function isLicenceAllowed(licence: string, { name, devOnly }: Dependency): boolean {
  if (allowed.has(licence)) return true
  if (licence === 'MPL-2.0') return devOnly
  return licence === 'EPL-2.0' && name === 'elkjs'
}
