import type { NumberedPapersView } from '@mimamori/contract'
import { readCheckNumber, verify } from '@mimamori/papers'
import { UserError, withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import { readFile } from '../files/index.ts'
import type { Services } from '../services.ts'
import { paperProblem } from './problems.ts'
import { findNumbered, type NumberedPaper } from './store.ts'
import { paperTitle } from './texts.ts'

/** 照合番号を確かめる: the papers that carry this number, and whether what is kept of them is still as it was made. */
export async function papersWithNumber(services: Services, asking: Asking, facility: string, typed: string): Promise<NumberedPapersView> {
  const number = readCheckNumber(typed)
  if (number === undefined) throw paperProblem('paper/no-check-number')
  await openFacility(services, asking, facility)
  const found = await withScope(services.pool, asking, (client) => findNumbered(asking, client, { facility, number }), { readOnly: true })
  const papers: NumberedPapersView['papers'] = []
  for (const { kind, format, copy, at, by, ...paper } of found) {
    const title = paperTitle(kind) ?? { ja: kind, en: kind }
    const state = await stateOf(services, asking, { ...paper, kind, format, copy, at }, number)
    papers.push({ title, format, copy: copy === 'hand-over' ? 'hand-over' : 'on-site', at, state, ...(by !== undefined && { by }) })
  }
  return { number, papers }
}

type State = NumberedPapersView['papers'][number]['state']

async function stateOf(services: Services, asking: Asking, paper: NumberedPaper, number: string): Promise<State> {
  const { sha256, format } = paper
  if (sha256 === undefined) return 'not-kept'
  try {
    const file = await withScope(services.pool, asking, (client) => readFile(services.papers, asking, client, sha256), { readOnly: true })
    if (!file) return 'gone'
    if (format !== 'pdf' && format !== 'zip') return 'intact'
    const report = await verify(file.bytes)
    return report.ok && report.checkNumber === number ? 'intact' : 'changed'
  } catch (error) {
    const code = error instanceof UserError ? error.code : undefined
    if (code === 'file/damaged') return 'changed'
    if (code === 'file/not-found') return 'gone'
    throw error
  }
}
