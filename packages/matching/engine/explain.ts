import { fillIn, type InstalledProduct, type MatchSentence, type Text } from '@mimamori/domain'
import type { Advisory } from '../advisory.ts'
import type { Answer, Step } from '../verdict.ts'

export interface Explained {
  readonly advisory: Pick<Advisory, 'id' | 'cves'>
  readonly product: Pick<InstalledProduct, 'name' | 'version'>
  readonly sentences: readonly MatchSentence[]
}

/** Why an answer is what it is, in one sentence; `undefined` for an answer: the advisory does not name the product. */
export function explain(answer: Answer | undefined, { advisory, product, sentences }: Explained): Text {
  const { id, step, platform } = answer ? reasonOf(answer) : { id: 'not-named' }
  const says = sentences.find((sentence) => sentence.id === `why:${id}`)?.says
  if (!says) throw new Error(`matchSentences has no why:${id}`)
  const values = {
    advisory: advisory.cves[0] ?? advisory.id,
    product: product.name,
    version: step?.right || product.version || '?',
    range: step?.left || '*',
    platform: platform?.left ?? '',
  }
  const filled = (text: string) => fillIn(text, values).replace(/\s{2,}/g, ' ')
  return { ja: filled(says.ja), en: filled(says.en) }
}

interface Reason {
  readonly id: string
  readonly step?: Step | undefined
  readonly platform?: Step | undefined
}

function reasonOf({ verdict, steps }: Answer): Reason {
  const find = (test: Step['test'], result: Step['result']) => steps.find((step) => step.test === test && step.result === result)
  if (find('withdrawn', 'no')) return { id: 'not-withdrawn' }
  if (verdict === 'affected') return affectedReason(find('version', 'yes'), find('platform', 'yes'))
  return verdict === 'unknown' ? unknownReason(find) : notReason(find, steps)
}

function affectedReason(step: Step | undefined, platform: Step | undefined): Reason {
  if (!step || step.left === '*') return { id: 'affected-all', step }
  return platform ? { id: 'affected-platform', step, platform } : { id: 'affected-range', step }
}

type Find = (test: Step['test'], result: Step['result']) => Step | undefined

function unknownReason(find: Find): Reason {
  const [version, statement, edition, platform] = [
    find('version', 'unknown'),
    find('statement', 'unknown'),
    find('update', 'unknown'),
    find('platform', 'unknown'),
  ]
  const line = find('line', 'unknown')
  if (line) return { id: 'unknown-line', step: line }
  if (version) return { id: version.right === '' ? 'unknown-version' : 'unknown-unreadable', step: version }
  if (statement) return { id: statement.left === '' ? 'unknown-no-versions' : 'unknown-words', step: statement }
  if (platform) return { id: 'unknown-platform', step: find('version', 'yes'), platform }
  return { id: 'unknown-edition', step: edition && { ...edition, right: '' } }
}

function notReason(find: Find, steps: readonly Step[]): Reason {
  const inRange = find('version', 'yes')
  const [platform, edition, silent] = [find('platform', 'no'), find('update', 'no'), find('statement', 'no')]
  if (inRange && platform) return { id: 'not-platform', step: inRange, platform }
  if (edition && (inRange || !find('version', 'no'))) return { id: 'not-edition', step: { ...edition, right: '' } }
  const ranges = [...new Set(steps.filter(({ test, result }) => test === 'version' && result === 'no').map(({ left }) => left))]
  const outside = find('version', 'no')
  if (outside) return { id: 'not-version', step: { ...outside, left: ranges.slice(0, 3).join('; ') } }
  return { id: 'not-silent', step: silent }
}
