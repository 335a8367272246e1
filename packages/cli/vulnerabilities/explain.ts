import type { FullCatalogue } from '@mimamori/catalog'
import type { InstalledProduct, Text } from '@mimamori/domain'
import { answerOfGroup, explain } from '@mimamori/matching'
import type { Call } from '../command.ts'
import { InputError } from '../errors.ts'
import { printProblems } from '../open-folder.ts'
import type { VulnExplainAnswer } from './answers.ts'
import type { Assets } from './assets-read.ts'
import type { FeedsRead } from './feed-folder.ts'
import { sourcesOf } from './match.ts'

type Product = VulnExplainAnswer['products'][number]

interface Asked {
  readonly asset: string
  /** CVE, or number of an advisory, as the feeds write it. */
  readonly group: string
  readonly assets: Assets
  readonly feeds: FeedsRead
  readonly catalogue: FullCatalogue
}

/** Why a device is affected by a weakness or is not, step by step. */
export function explainAnswer(
  { asset, group, assets, feeds, catalogue }: Asked,
  { asOf, lang }: Pick<Call, 'asOf' | 'lang'>,
): VulnExplainAnswer {
  const device = assets.installed.filter((one) => one.asset === asset)
  const sentences = catalogue.reference.matchSentences
  const products = device.flatMap((installed): readonly Product[] => {
    const found = answerOfGroup(feeds.advisories, { installed, device, book: feeds.book, asOf })
    if (!found) return []
    const { answer } = found
    const id = found.advisories[0]?.id ?? group
    return [
      {
        ...namesOf(installed),
        verdict: answer.verdict,
        confidence: answer.confidence,
        confidenceReasons: [...answer.reasons],
        steps: answer.steps.map((step) => ({ ...step })),
        reason: explain(answer, { advisory: { id, cves: [group] }, product: installed, sentences }),
        ...(answer.fixedVersion !== undefined && { fixedVersion: answer.fixedVersion }),
        sources: sourcesOf(found),
      },
    ]
  })
  const ranked = products.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  return {
    ...{ asset, advisory: group },
    ...(ranked[0] ?? (feeds.advisories.length === 0 ? notTold(group) : notNamed({ group, device, feeds, catalogue }))),
    exposure: assets.exposureOf(asset).exposure,
    products: ranked,
    problems: [...assets.problems, ...printProblems(feeds.problems, lang)],
  }
}

const order: readonly Product['verdict'][] = ['affected', 'unknown', 'not-affected']

function namesOf({ name, version }: InstalledProduct): Pick<Product, 'product' | 'version'> {
  return { product: name, version: version ?? null }
}

type Nothing = Omit<Product, 'product'> & { readonly product: null }

function notNamed({
  group,
  device,
  feeds,
  catalogue,
}: Pick<Asked, 'group' | 'feeds' | 'catalogue'> & { device: readonly InstalledProduct[] }): Nothing {
  const product = { name: device[0]?.name ?? '' }
  const reason = explain(undefined, { advisory: { id: group, cves: [group] }, product, sentences: catalogue.reference.matchSentences })
  return { ...nothing('not-affected', reason), confidence: 1, sources: sourcesOf(feeds) }
}

/** NOTE: a weakness of which the feeds at hand do not tell is no proof that nothing is weak. */
function notTold(group: string): Nothing {
  return nothing('unknown', {
    ja: `お手元の脆弱性情報に、${group} の記録がありません。`,
    en: `The feeds at hand have no record of ${group}.`,
  })
}

function nothing(verdict: Product['verdict'], reason: Text): Nothing {
  return { product: null, version: null, verdict, confidence: 0, confidenceReasons: [], steps: [], reason, sources: [] }
}

/** A device by its id, or by its name where only one has it. */
export function assetOf(text: string, { installed, names }: Assets): string {
  if (names.has(text) || installed.some(({ asset }) => asset === text)) return text
  const named = [...names].filter(([, name]) => name === text)
  if (named.length === 1 && named[0]) return named[0][0]
  throw new InputError({
    code: 'vuln/no-such-asset',
    message: { ja: `機器「${text}」は台帳にありません。`, en: `The register has no device "${text}".` },
    action: { ja: '機器のID(または、ほかにない名前)を書いてください。', en: 'Give the id of a device, or a name that no other has.' },
  })
}
