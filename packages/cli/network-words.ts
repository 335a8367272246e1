import type { Lang } from '@mimamori/domain'
import type { NetworkAnswer } from './network-answer.ts'

interface Words {
  readonly lang: Lang
  /** The links to cut are told beside each way. */
  readonly withCut: boolean
}

/** Findings and questions that a person still reads on a terminal; the rest is counted. */
const mostLines = 15
const severities = ['critical', 'high', 'medium', 'low'] as const

/** The answer of `network` for a person. */
export function networkInWords(answer: NetworkAnswer, words: Words): string {
  const { facility, asOf, zones, entrances, findings, questions, map, from } = answer
  const ja = words.lang === 'ja'
  const devices = zones.reduce((sum, { assets }) => sum + assets, 0)
  return [
    `${facility.name}(${asOf})`,
    ja
      ? `区画${zones.length}、出入口${entrances.length}、区画の分かる機器${devices}台、気づき${findings.length}件、聞きたいこと${questions.length}件。`
      : `${zones.length} zones, ${entrances.length} entrances, ${devices} devices in zones, ${findings.length} findings, ${questions.length} questions.`,
    ...section(
      ja ? '出入口' : 'Entrances',
      entrances.map((entrance) => lineOfEntrance(entrance, answer, words.lang)),
    ),
    ...(from ? fromInWords(from, answer, words.lang) : []),
    ...section(ja ? '気づき(重いものから)' : 'Findings, the gravest first', linesOfFindings(answer, words)),
    ...(map ? ['', ja ? `${map.file} を作りました。` : `Wrote ${map.file}.`] : []),
  ].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}

function lineOfEntrance({ name, behind, asset }: NetworkAnswer['entrances'][number], answer: NetworkAnswer, lang: Lang): string {
  const device = asset === null ? (lang === 'ja' ? '機器は未確認' : 'device not known') : nameAt(asset, answer)
  const zones = behind.map((id) => nameAt(id, answer))
  if (lang === 'ja') return `${name}(${device}):破られると届く区画 ${zones.length === 0 ? 'なし' : zones.join('、')}`
  return `${name} (${device}): in reach if it is broken: ${zones.length === 0 ? 'nothing' : zones.join(', ')}`
}

function fromInWords(from: NonNullable<NetworkAnswer['from']>, answer: NetworkAnswer, lang: Lang): readonly string[] {
  const zones = from.zones.map((id) => nameAt(id, answer))
  const systems = from.systems.map(({ name }) => name)
  if (lang === 'ja')
    return section(`「${from.name}」が破られたとき`, [
      `届く区画:${zones.join('、') || 'なし'}(機器${from.assets}台)`,
      `止まるシステム:${systems.join('、') || 'なし'}`,
    ])
  return section(`If ${from.name} is broken`, [
    `In reach: ${zones.join(', ') || 'nothing'} (${from.assets} devices)`,
    `Systems that stop: ${systems.join(', ') || 'none'}`,
  ])
}

function linesOfFindings(answer: NetworkAnswer, { lang, withCut }: Words): readonly string[] {
  const sorted = severities.flatMap((severity) => answer.findings.filter((finding) => finding.severity === severity))
  const lines = sorted.slice(0, mostLines).flatMap(({ title, path, cut }) => {
    const way = path ? [`  ${[path[0]?.from ?? '', ...path.map(({ to }) => to)].map((id) => nameAt(id, answer)).join(' → ')}`] : []
    const links = withCut && cut ? [cutInWords(cut, answer, lang)] : []
    return [title, ...way, ...links]
  })
  const rest = sorted.length - mostLines
  if (rest <= 0) return lines
  return [...lines, lang === 'ja' ? `このほか${rest}件(--json で全部出ます)` : `${rest} more (all of them with --json)`]
}

type Cut = NonNullable<NetworkAnswer['findings'][number]['cut']>

function cutInWords({ links, giveUp }: Cut, answer: NetworkAnswer, lang: Lang): string {
  const given = giveUp && nameAt(giveUp.id, answer)
  if (given !== undefined) return lang === 'ja' ? `  廃止すると閉じるもの:「${given}」` : `  Closed by giving up: ${given}`
  const pairs = links.map(({ from, to }) => [nameAt(from, answer), nameAt(to, answer)] as const)
  if (lang === 'ja') return `  外す線:${pairs.map(([from, to]) => `「${from}」と「${to}」の間`).join('、')}`
  return `  To cut: ${pairs.map(([from, to]) => `between ${from} and ${to}`).join(', ')}`
}

function nameAt(id: string, { zones, points }: NetworkAnswer): string {
  return zones.find((zone) => zone.id === id)?.name ?? points.find((point) => point.id === id)?.name ?? id
}
