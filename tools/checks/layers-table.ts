/** What one package may import of another: everything, or only what is gone at run time. */
type Share = 'all' | 'types'

/** The dependency rule of docs/house-style.md, "Layout". */
export const packageShares: Readonly<Record<string, Readonly<Record<string, Share>>>> = {
  domain: {},
  diagram: { domain: 'all' },
  matching: { domain: 'all' },
  money: { domain: 'all' },
  catalog: { domain: 'types', money: 'types' },
  formats: { domain: 'all', matching: 'all', catalog: 'types' },
  papers: { domain: 'all', matching: 'types', money: 'all', catalog: 'types' },
  contract: { domain: 'all', diagram: 'types', matching: 'types', money: 'types' },
  server: {
    domain: 'all',
    catalog: 'all',
    formats: 'all',
    papers: 'all',
    contract: 'all',
    diagram: 'all',
    matching: 'all',
    money: 'all',
  },
  web: { domain: 'all', contract: 'all', diagram: 'all', money: 'all' },
  cli: { domain: 'all', catalog: 'all', formats: 'all', papers: 'all', server: 'all', diagram: 'all', matching: 'all', money: 'all' },
  testing: {
    domain: 'all',
    catalog: 'all',
    formats: 'all',
    papers: 'all',
    contract: 'all',
    server: 'all',
    diagram: 'all',
    matching: 'all',
  },
}

/** Packages that run in a browser or must give the same answer everywhere. */
export const withoutNode: ReadonlySet<string> = new Set(['domain', 'diagram', 'matching', 'money', 'contract', 'web'])

/** Folders whose sub-folders are areas, which reach each other only through `index.ts`. */
export const areaFolders: Readonly<Record<string, string>> = { domain: '', server: 'areas/', web: 'areas/' }

/** Order of the files of `domain`: a file with a rank imports only what has a rank not above its own. */
export const kernelRanks: Readonly<Record<string, number>> = {
  'ids.ts': 0,
  'record.ts': 0,
  '<area>/types.ts': 1,
  'picture.ts': 2,
  'slices.ts': 3,
  'finding.ts': 3,
  'rule.ts': 4,
  '<area>': 5,
  'all.ts': 6,
}

/** May go past an area's `index.ts`: the picture and its table of slices to `types.ts`, the generated list to the rules. */
export const reachesTypes: ReadonlySet<string> = new Set(['picture.ts', 'slices.ts'])

export const section = '(docs/house-style.md: Layout)'
