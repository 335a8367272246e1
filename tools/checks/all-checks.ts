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
import type { Check } from './problem.ts'
import * as purity from './purity.ts'
import * as queries from './queries.ts'
import * as sizes from './sizes.ts'
import * as testDiscipline from './test-discipline.ts'
import * as types from './types.ts'
import * as words from './words.ts'

/** Everything that `npm run check` looks at, quick ones first. A new check is one file, one line here, and one planted violation. */
export const checks: readonly Check[] = [
  { name: 'format and lint', run: biome.run },
  { name: 'generated files', run: generated.run },
  { name: 'types', run: types.run },
  { name: 'lint with types', run: oxlint.run },
  { name: 'layers and cycles', run: layers.run },
  { name: 'queries only in stores', run: queries.run },
  { name: 'purity of domain', run: purity.run },
  { name: 'reasons for as, !, any', run: exceptions.run },
  { name: 'catalogue', run: catalogue.run },
  { name: 'test discipline', run: testDiscipline.run },
  { name: 'sizes of files', run: sizes.run },
  { name: 'licences', run: licences.run },
  { name: 'words', run: words.run },
  { name: 'examples in documents', run: examples.run },
  { name: 'nothing lost to .gitignore', run: ignored.run },
  { name: 'first load of the web', run: bundle.run },
]
