import type { DecisionPoints, Score, Unparsed } from '@mimamori/matching'
import { dayOf, type JsonObject, objectOf, objectsOf, present, some, textOf } from '../fields.ts'
import { readScore } from '../scores.ts'

/** The CVSS scores of all containers, each with who gave it. What a record calls a severity in words is no score. */
export function scoresOf(containers: readonly JsonObject[]): { readonly scores: readonly Score[]; readonly unparsed: readonly Unparsed[] } {
  const read = containers.flatMap((container) => {
    const from = textOf(objectOf(container.providerMetadata)?.shortName, 100) ?? 'CVE'
    return objectsOf(container.metrics).flatMap((metric) =>
      Object.entries(metric)
        .filter(([key]) => /^cvss/i.test(key))
        .map(([key, value]) => readScore(objectOf(value) ?? {}, { version: versionOf(key), from })),
    )
  })
  return {
    scores: read.flatMap((one) => (one.kind === 'score' ? [one.score] : [])),
    unparsed: read.flatMap((one) => (one.kind === 'unparsed' ? [one.unparsed] : [])),
  }
}

/** `cvssV3_1` → 3.1. */
function versionOf(key: string): string {
  return key.replace(/^cvssV?/i, '').replace('_', '.')
}

/** Decision points of SSVC as CISA adds them to a record; the last ones count. */
export function decisionOf(adps: readonly JsonObject[]): DecisionPoints | undefined {
  const contents = adps
    .flatMap((adp) => objectsOf(adp.metrics))
    .flatMap((metric) => some(objectOf(metric.other)))
    .filter(({ type }) => type === 'ssvc')
    .flatMap(({ content }) => some(objectOf(content)))
  const content = contents.at(-1)
  if (!content) return undefined
  const points = new Map(objectsOf(content.options).flatMap((option) => Object.entries(option).map(lowered)))
  const decision = present<DecisionPoints>({
    exploitation: exploitationOf(points.get('exploitation')),
    automatable: yesOrNo(points.get('automatable')),
    impact: impactOf(points.get('technical impact')),
    on: dayOf(content.timestamp),
  })
  return Object.keys(decision).length === 0 ? undefined : decision
}

function lowered([key, value]: [string, unknown]): readonly [string, string] {
  return [key.toLowerCase(), textOf(value)?.toLowerCase() ?? '']
}

function exploitationOf(said: string | undefined): DecisionPoints['exploitation'] {
  return said === 'none' || said === 'poc' || said === 'active' ? said : undefined
}

function impactOf(said: string | undefined): DecisionPoints['impact'] {
  return said === 'partial' || said === 'total' ? said : undefined
}

function yesOrNo(said: string | undefined): boolean | undefined {
  return said === 'yes' ? true : said === 'no' ? false : undefined
}
